package io.bearings.progress;

import io.bearings.okr.AlignedValues;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Person;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scores of key results that are fed by objectives, from how these stood on past days. */
@Named
final class AlignedScores implements AlignedValues {
  private final Overview overview;

  @Inject
  AlignedScores(Overview overview) {
    this.overview = overview;
  }

  @Override
  public List<Valued> onDays(Person who, KeyResult keyResult, List<LocalDate> days) {
    List<AsOf> wanted =
        days.stream().map(day -> new AsOf(day, Knowledge.BY_EFFECTIVE_DATE)).toList();
    List<Reckoning.Reckoned> found =
        overview.onDays(who, keyResult.objectiveId(), placed -> wanted).days();
    return IntStream.range(0, days.size())
        .boxed()
        .flatMap(
            i -> score(found.get(i), keyResult).stream().map(it -> new Valued(days.get(i), it)))
        .toList();
  }

  private static Optional<BigDecimal> score(Reckoning.Reckoned reckoned, KeyResult keyResult) {
    Stream<KeyResultFigures> all = reckoned.keyResults().stream();
    return all.filter(each -> each.keyResult().id() == keyResult.id())
        .findFirst()
        .flatMap(each -> each.score().score());
  }
}
