package io.bearings.progress;

/**
 * What reading the linked issues again did.
 *
 * @param links how many links there are
 * @param changed how many of them held something else before, or led to an issue that is gone
 */
public record Reread(int links, int changed) {}
