package io.bearings.okr;

/** A Jira project as far as objectives need it. */
public record ProjectRef(long id, String key, String name) {}
