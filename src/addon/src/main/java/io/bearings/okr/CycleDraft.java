package io.bearings.okr;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A cycle as somebody wrote it; nothing in it is checked yet.
 *
 * @param name as typed, perhaps empty
 * @param kind absent: by the calendar, or unchanged for an edited cycle
 * @param length absent: custom, or unchanged for an edited cycle
 * @param parentId absent: a part of no other cycle
 * @param binding what a project cycle is bound to
 */
public record CycleDraft(
    String name,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    Optional<CycleKind> kind,
    Optional<CycleLength> length,
    Optional<Long> parentId,
    Optional<CycleBinding> binding) {
  public CycleDraft {
    name = Objects.requireNonNullElse(name, "");
  }
}
