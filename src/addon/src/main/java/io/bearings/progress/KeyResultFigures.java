package io.bearings.progress;

import io.bearings.okr.KeyResult;

/** A key result and how far its linked work has come. */
public record KeyResultFigures(KeyResult keyResult, IssueProgress progress) {}
