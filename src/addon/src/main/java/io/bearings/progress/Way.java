package io.bearings.progress;

import java.util.Optional;

/**
 * How an issue is linked to a key result where it is not linked itself.
 *
 * @param kind an epic, a sprint, a version, or a query
 * @param name of the place, or the query; absent where the person may not see the place
 */
public record Way(LinkKind kind, Optional<String> name) {}
