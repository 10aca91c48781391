package io.bearings.progress;

import io.bearings.okr.Message;
import io.bearings.okr.NumberFields;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numeric fields that are kept of linked issues: those that a key result weighs by. A field
 * that nobody weighs by any more makes room when another one is taken up.
 */
@Named
public final class KeptNumbers implements NumberFields {
  /** The most fields that are kept: each costs a statement whenever an issue is read. */
  public static final int MOST = 10;

  private final SiteSettings settings;
  private final Links links;

  @Inject
  public KeptNumbers(SiteSettings settings, Links links) {
    this.settings = settings;
    this.links = links;
  }

  @Override
  public Optional<Message> problem(String fieldId) {
    Set<String> there = new TreeSet<>();
    settings.numericFields().forEach(field -> there.add(field.id()));
    if (!there.contains(fieldId)) {
      return Optional.of(Message.of("bearings.error.noNumberField", fieldId));
    }
    return with(fieldId, settings.current()).size() > MOST
        ? Optional.of(Message.of("bearings.error.tooManyNumberFields", MOST))
        : Optional.empty();
  }

  @Override
  public void keep(String fieldId) {
    Settings current = settings.current();
    if (!current.numberFields().contains(fieldId) && problem(fieldId).isEmpty()) {
      settings.keepNumbers(with(fieldId, current));
    }
  }

  /** What is kept with another field; more than can be where there is no room for it. */
  private Set<String> with(String fieldId, Settings current) {
    Set<String> kept = new TreeSet<>(current.numberFields());
    if (!kept.contains(fieldId) && kept.size() >= MOST) {
      kept.retainAll(links.weighingFields());
    }
    kept.add(fieldId);
    return kept;
  }
}
