package io.bearings.progress;

/** An issue by what never or seldom changes. */
public record IssueRef(long id, String key, long projectId) {}
