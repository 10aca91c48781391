package io.bearings.connect.acts;

/**
 * Something that a person is to read in a mail, in that person's language.
 *
 * @param toKey the person's user key
 * @param headline one line
 * @param text what there is to say, in lines
 * @param link where to read more
 */
public record NewLetter(String toKey, String headline, String text, String link) {}
