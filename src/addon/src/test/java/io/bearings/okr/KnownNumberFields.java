package io.bearings.okr;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Number fields that there are, and which of them were kept. */
public final class KnownNumberFields implements NumberFields {
  private final Set<String> known;
  private final Set<String> kept = new TreeSet<>();

  public KnownNumberFields(String... ids) {
    known = Set.of(ids);
  }

  @Override
  public Optional<Message> problem(String fieldId) {
    return known.contains(fieldId)
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.noNumberField", fieldId));
  }

  @Override
  public void keep(String fieldId) {
    kept.add(fieldId);
  }

  public Set<String> kept() {
    return kept;
  }
}
