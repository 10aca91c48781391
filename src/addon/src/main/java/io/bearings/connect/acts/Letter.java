package io.bearings.connect.acts;

/**
 * Something that waits to be sent.
 *
 * @param unitId the unit of the KPI that it is about, as it is now
 * @param tries how often sending it failed
 */
public record Letter(long id, long unitId, NewLetter content, int tries) {}
