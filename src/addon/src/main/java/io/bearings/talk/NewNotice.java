package io.bearings.talk;

/**
 * A notice that has no id yet.
 *
 * @param toKey the user key of the person who is told
 * @param text what it says, at most {@link Notice#LENGTH} characters
 */
public record NewNotice(String toKey, Notice.Kind kind, Item about, String text) {}
