package io.bearings.okr;

import java.util.Optional;

/**
 * What a project cycle is bound to: a project or, within it, an epic or a fix version.
 *
 * @param epicKey the issue key of an epic of the project
 * @param fixVersion the name of a version of the project
 */
public record CycleBinding(long projectId, Optional<String> epicKey, Optional<String> fixVersion) {}
