package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.some;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Readings.Valued;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class ReadingsTest {
  private static final LocalDate DAY = day("2026-03-10");
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  public void letsTheHigherIdDecideBetweenTwoOfOneMoment() {
    Reading first = reading(1, DAY, NOON, "4");
    Reading second = reading(2, DAY, NOON, "5");
    assertThat(Readings.of(List.of(second, first)).lastAsOf(DAY)).contains(second);
  }

  @Test
  public void followsACorrectionOfACorrection() {
    Reading first = reading(1, DAY, NOON, "4");
    Reading second = replacing(2, DAY, NOON.plusSeconds(1), some("5"), 1);
    Reading third = replacing(3, DAY, NOON.plusSeconds(2), some("6"), 2);
    assertThat(Readings.of(List.of(third, first, second)).asOf(DAY)).containsExactly(third);
  }

  @Test
  public void takesAWrongEntryOutThoughItsCorrectionIsAboutALaterDay() {
    Reading wrong = reading(1, DAY, NOON, "4");
    Reading moved = replacing(2, DAY.plusDays(3), NOON.plusSeconds(1), some("4"), 1);
    Readings readings = Readings.of(List.of(wrong, moved));
    assertThat(readings.lastAsOf(DAY)).isEmpty();
    assertThat(readings.lastAsOf(DAY.plusDays(2))).isEmpty();
    assertThat(readings.lastAsOf(DAY.plusDays(3))).contains(moved);
  }

  @Test
  public void takesAValueBackByACorrectionWithoutOne() {
    Reading wrong = reading(1, DAY, NOON, "4");
    Reading none = replacing(2, DAY, NOON.plusSeconds(1), Optional.empty(), 1);
    assertThat(Readings.of(List.of(wrong, none)).lastAsOf(DAY)).isEmpty();
  }

  @Test
  public void doesNotKnowACorrectionBeforeItWasMade() {
    Reading wrong = reading(1, DAY, NOON, "4");
    Reading right = replacing(2, DAY, NOON.plusSeconds(60), some("5"), 1);
    Readings readings = Readings.of(List.of(wrong, right));
    assertThat(readings.knownAt(NOON).lastAsOf(DAY)).contains(wrong);
    assertThat(readings.knownAt(NOON.plusSeconds(59)).lastAsOf(DAY)).contains(wrong);
    assertThat(readings.knownAt(NOON.plusSeconds(60)).lastAsOf(DAY)).contains(right);
    assertThat(readings.knownAt(NOON.minusSeconds(1)).lastAsOf(DAY)).isEmpty();
  }

  @Test
  public void endsADayInTheZoneOfTheSite() {
    Reading late = reading(1, DAY, Instant.parse("2026-03-10T23:30:00Z"), "4");
    Readings readings = Readings.of(List.of(late));
    assertThat(readings.knownOn(DAY, ZoneId.of("UTC")).lastAsOf(DAY)).contains(late);
    assertThat(readings.knownOn(DAY, ZoneId.of("Europe/Berlin")).lastAsOf(DAY)).isEmpty();
    assertThat(readings.knownOn(DAY.plusDays(1), ZoneId.of("Europe/Berlin")).lastAsOf(DAY))
        .contains(late);
    Reading midnight = reading(1, DAY, Instant.parse("2026-03-11T00:00:00Z"), "4");
    assertThat(Readings.of(List.of(midnight)).knownOn(DAY, ZoneId.of("UTC")).lastAsOf(DAY))
        .isEmpty();
  }

  @Test
  public void endsADayOfTwentyThreeHours() {
    // the clocks in Berlin go forward on 29 March, so that the day ends at 22:00 UTC
    LocalDate shortDay = day("2026-03-29");
    Reading before = reading(1, shortDay, Instant.parse("2026-03-29T21:59:59Z"), "4");
    Reading after = reading(2, shortDay, Instant.parse("2026-03-29T22:00:00Z"), "5");
    Readings readings = Readings.of(List.of(before, after));
    assertThat(readings.knownOn(shortDay, ZoneId.of("Europe/Berlin")).lastAsOf(shortDay))
        .contains(before);
  }

  @Test
  public void givesOneValueADay() {
    Readings readings =
        Readings.of(
            List.of(
                reading(3, DAY.plusDays(1), NOON, "9"),
                reading(2, DAY, NOON.plusSeconds(5), "5"),
                reading(1, DAY, NOON, "4"),
                reading(4, DAY.plusDays(2), NOON, "7")));
    assertThat(readings.dailyAsOf(DAY.plusDays(1)))
        .containsExactly(new Valued(DAY, number("5")), new Valued(DAY.plusDays(1), number("9")));
  }

  @Test
  public void doesNotDependOnTheOrderOfItsEntries() {
    Random random = new Random(29);
    for (int run = 0; run < 200; run++) {
      List<Reading> entries = new ArrayList<>();
      int count = random.nextInt(10);
      for (int i = 0; i < count; i++) {
        entries.add(
            new Reading(
                i,
                DAY.plusDays(random.nextInt(4)),
                NOON.plusSeconds(random.nextInt(3)),
                random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(number("" + random.nextInt(9))),
                i > 0 && random.nextInt(3) == 0
                    ? Optional.of((long) random.nextInt(i))
                    : Optional.empty()));
      }
      List<Reading> counting = Readings.of(entries).asOf(DAY.plusDays(2));
      Collections.shuffle(entries, random);
      assertThat(Readings.of(entries).asOf(DAY.plusDays(2))).isEqualTo(counting);
    }
  }

  private static Reading reading(long id, LocalDate effective, Instant recorded, String value) {
    return new Reading(id, effective, recorded, some(value), Optional.empty());
  }

  private static Reading replacing(
      long id,
      LocalDate effective,
      Instant recorded,
      Optional<java.math.BigDecimal> value,
      long replaced) {
    return new Reading(id, effective, recorded, value, Optional.of(replaced));
  }
}
