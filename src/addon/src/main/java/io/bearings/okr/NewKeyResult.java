package io.bearings.okr;

/** A key result that has been checked and has no id yet. */
public record NewKeyResult(KeyResultContent content, Life life) {}
