package io.bearings.okr;

/** An objective that has been checked and has no id yet. */
public record NewObjective(long projectId, String title, String why, String ownerKey) {}
