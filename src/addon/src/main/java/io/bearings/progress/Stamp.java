package io.bearings.progress;

import io.bearings.okr.Arrow;
import io.bearings.okr.Cycle;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A number that is another one as soon as anything that a workspace shows has changed, and the same
 * on each node of a cluster.
 */
final class Stamp {
  private static final long PRIME = 1_099_511_628_211L;
  private static final int RADIX = 36;

  private long sum = -3_750_763_034_362_895_579L;

  private Stamp() {}

  static String of(
      Optional<Unit> unit,
      Collection<Cycle> cycles,
      Gathered rows,
      List<Arrow> arrows,
      long shownDay) {
    Stamp stamp = new Stamp();
    stamp.add(shownDay);
    unit.ifPresent(it -> stamp.add(it.id(), it.version()));
    cycles.forEach(it -> stamp.add(it.id(), it.version()));
    rows.objectives().keySet().stream()
        .sorted()
        .forEach(id -> stamp.add(rows, rows.objectives().get(id)));
    arrows.stream().mapToLong(it -> it.alignment().id()).sorted().forEach(stamp::add);
    return Long.toUnsignedString(stamp.sum, RADIX);
  }

  private void add(Gathered rows, Placed placed) {
    Objective objective = placed.objective();
    add(objective.id(), objective.version());
    add(placed.guardrailRed() ? 1 : 0);
    for (KeyResult each : rows.keyResultsOf(objective.id())) {
      add(each.id(), each.version());
      add(each.recorded().last().map(Recorded.Last::id).orElse(0L), each.recorded().evidence());
      outside(rows, each);
      add(rows.linkedWorkOf(each.id()).progress());
      // Work that moves within a category changes no count, and still is not silent.
      add(rows.linkedWorkOf(each.id()).moved().map(Instant::toEpochMilli).orElse(0L));
    }
  }

  private void outside(Gathered rows, KeyResult keyResult) {
    Valued value = rows.outside().get(keyResult.id());
    if (value != null) {
      add(value.date().toEpochDay(), value.value().stripTrailingZeros().hashCode());
    }
  }

  private void add(IssueProgress work) {
    add(work.toDo(), work.inProgress());
    add(work.done(), work.outOfScope());
    add(work.imputed());
    add(work.doneWeight().stripTrailingZeros().hashCode());
    add(work.totalWeight().stripTrailingZeros().hashCode());
  }

  private void add(long one, long other) {
    add(one);
    add(other);
  }

  private void add(long value) {
    sum = (sum ^ value) * PRIME;
  }
}
