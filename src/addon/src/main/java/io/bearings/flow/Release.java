package io.bearings.flow;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a project.
 *
 * @param id its id; names repeat
 * @param day when it was or is to be released; absent where nobody said so
 * @param released whether it is out
 */
public record Release(long id, long projectId, Optional<LocalDate> day, boolean released) {}
