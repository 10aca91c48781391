package io.bearings.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reminders in memory, by the rules of the port. */
final class KeptReminders implements Reminders {
  private final Map<Claimed, Row> rows = new LinkedHashMap<>();

  private static final class Row {
    private final Batch batch;
    private final Digest digest;
    private State state = State.CLAIMED;

    Row(Batch batch, Digest digest) {
      this.batch = batch;
      this.digest = digest;
    }
  }

  @Override
  public Map<String, Reminded> since(LocalDate from) {
    Map<String, Reminded> found = new HashMap<>();
    rows.forEach(
        (claimed, row) -> {
          if (!claimed.slot().isBefore(from)) {
            found.merge(
                claimed.personKey(),
                new Reminded(
                    Optional.of(claimed.slot()),
                    row.state == State.LOST ? Optional.empty() : Optional.of(claimed.slot())),
                (one, other) ->
                    new Reminded(
                        later(one.claimed(), other.claimed()), later(one.told(), other.told())));
          }
        });
    return found;
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isEmpty() || other.filter(day -> day.isAfter(one.get())).isPresent() ? other : one;
  }

  @Override
  public Set<String> claim(Batch batch) {
    Set<String> ours = new LinkedHashSet<>();
    for (Digest each : batch.digests()) {
      Claimed claimed = new Claimed(each.personKey(), each.slot());
      if (rows.putIfAbsent(claimed, new Row(batch, each)) == null) {
        ours.add(each.personKey());
      }
    }
    return ours;
  }

  @Override
  public void end(String run) {
    rows.values().stream()
        .filter(row -> row.batch.run().equals(run) && row.state == State.CLAIMED)
        .forEach(row -> row.state = State.TOLD);
  }

  @Override
  public List<Claimed> lose(Instant before) {
    List<Claimed> lost = new ArrayList<>();
    rows.forEach(
        (claimed, row) -> {
          if (row.state == State.CLAIMED && row.batch.at().isBefore(before) && isLast(row)) {
            row.state = State.LOST;
            lost.add(claimed);
          }
        });
    return lost;
  }

  private boolean isLast(Row row) {
    return rows.values().stream()
        .noneMatch(
            other ->
                other.batch.run().equals(row.batch.run())
                    && other.batch.number() > row.batch.number());
  }

  @Override
  public List<Past> of(String personKey, int limit) {
    return rows.entrySet().stream()
        .filter(each -> each.getKey().personKey().equals(personKey))
        .map(
            each ->
                new Past(
                    each.getKey().slot(),
                    each.getValue().batch.at(),
                    each.getValue().state,
                    each.getValue().digest.total(),
                    each.getValue().digest.overdue()))
        .sorted(Comparator.comparing(Past::slot).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public void forget(Instant before) {
    rows.values().removeIf(row -> row.batch.at().isBefore(before));
  }

  Set<Claimed> all() {
    return Set.copyOf(rows.keySet());
  }
}
