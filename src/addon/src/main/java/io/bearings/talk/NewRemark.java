package io.bearings.talk;

/** A remark that has been checked and has no id yet. */
public record NewRemark(Item about, String text) {}
