package io.bearings.okr;

/** Somebody who writes, and by which way. */
public record Writer(Person who, Tag tag) {}
