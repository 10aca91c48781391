package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Readings.Valued;
import io.bearings.okr.RecordedValues.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

public class RecordedValuesTest {
  private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  public void nothingAmountsToNothing() {
    RecordedValues.Sum sum = RecordedValues.of(List.of());
    assertThat(sum.latest()).isEmpty();
    assertThat(sum.firstAt()).isEmpty();
    assertThat(RecordedValues.current(sum.values())).isEmpty();
    assertThat(RecordedValues.spark(sum.values())).isEmpty();
  }

  @Test
  public void theLastByDayCountsThenByEntryThenById() {
    Entry late = entry(1, 20, MORNING, "6", Optional.empty());
    Entry early = entry(2, 10, MORNING.plusSeconds(60), "3", Optional.empty());
    Entry sameDay = entry(3, 20, MORNING.plusSeconds(30), "7", Optional.empty());
    Entry sameMoment = entry(4, 20, MORNING.plusSeconds(30), "8", Optional.empty());
    assertThat(current(late, early)).isEqualTo("2026-11-20=6");
    assertThat(current(late, early, sameDay)).isEqualTo("2026-11-20=7");
    assertThat(current(sameMoment, late, early, sameDay)).isEqualTo("2026-11-20=8");
    assertThat(RecordedValues.of(List.of(early, sameMoment, sameDay)).latest())
        .contains(sameMoment);
    assertThat(RecordedValues.of(List.of(early, late)).firstAt()).contains(MORNING);
  }

  @Test
  public void aCorrectionCountsInPlaceOfWhatItNames() {
    Entry wrong = entry(1, 20, MORNING, "9", Optional.empty());
    Entry right = entry(2, 18, MORNING.plusSeconds(60), "4", Optional.of(1L));
    assertThat(current(wrong, right)).isEqualTo("2026-11-18=4");
    assertThat(RecordedValues.of(List.of(wrong, right)).latest()).contains(right);
  }

  @Test
  public void wordsAloneAreTheLastCheckInButNoValue() {
    Entry value = entry(1, 18, MORNING, "2", Optional.empty());
    Entry words = new Entry(2, day(20), MORNING, Optional.empty(), 3, "bert", Optional.empty());
    assertThat(current(value, words)).isEqualTo("2026-11-18=2");
    assertThat(RecordedValues.of(List.of(value, words)).latest()).contains(words);
  }

  @Test
  public void theOrderOfReadingDoesNotMatter() {
    List<Entry> entries =
        new ArrayList<>(
            IntStream.rangeClosed(1, 20)
                .mapToObj(
                    id ->
                        entry(
                            id,
                            1 + id % 7,
                            MORNING.plusSeconds(id % 3),
                            String.valueOf(id),
                            id == 20 ? Optional.of(13L) : Optional.empty()))
                .toList());
    RecordedValues.Sum expected = RecordedValues.of(entries);
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(entries, random);
      assertThat(RecordedValues.of(entries)).isEqualTo(expected);
    }
  }

  @Test
  public void aSparkLineHasTheLastTwelveDays() {
    List<Valued> values =
        RecordedValues.of(
                IntStream.rangeClosed(1, 15)
                    .mapToObj(day -> entry(day, day, MORNING, "1", Optional.empty()))
                    .toList())
            .values();
    assertThat(RecordedValues.spark(values))
        .hasSize(12)
        .first()
        .extracting(Valued::date)
        .isEqualTo(day(4));
  }

  @Test
  public void countsEvidenceByDay() {
    assertThat(RecordedValues.counts(List.of(day(9), day(3), day(9))))
        .containsExactly(
            new Valued(day(3), BigDecimal.ONE), new Valued(day(9), BigDecimal.valueOf(3)));
    assertThat(RecordedValues.counts(List.of())).isEmpty();
  }

  private static String current(Entry... entries) {
    Valued current =
        RecordedValues.current(RecordedValues.of(List.of(entries)).values()).orElseThrow();
    return current.date() + "=" + current.value();
  }

  private static Entry entry(long id, int day, Instant at, String value, Optional<Long> replaces) {
    return new Entry(id, day(day), at, Optional.of(new BigDecimal(value)), 5, "anna", replaces);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 11, day);
  }
}
