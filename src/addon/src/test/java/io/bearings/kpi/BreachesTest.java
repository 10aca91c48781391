package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.BreachEvent.Closed;
import io.bearings.kpi.BreachEvent.Found;
import io.bearings.kpi.BreachEvent.Moved;
import io.bearings.kpi.BreachEvent.Opened;
import io.bearings.kpi.BreachEvent.Reopened;
import io.bearings.kpi.BreachEvent.Withdrawn;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class BreachesTest {
  private static final Instant FIRST = Instant.parse("2026-03-23T09:00:00Z");
  private static final Instant THEN = Instant.parse("2026-04-20T09:00:00Z");
  private static final Instant NOW = Instant.parse("2026-04-27T09:00:00Z");
  private static final KpiContent WEEKLY =
      Kpis.velocity().with(Rhythm.DEFAULT.at(Frequency.WEEKLY));
  private static final List<Period> WEEKS =
      Periods.calendar(Frequency.WEEKLY, DayOfWeek.MONDAY, Kpis.MONDAY)
          .between(Kpis.MONDAY, Kpis.MONDAY.plusYears(2));

  /** Weeks that are over, each by a letter: green, amber, red, or no value. */
  private static List<Judged> weeks(String letters) {
    return weeks(letters, letters.length());
  }

  private static List<Judged> weeks(String letters, int over) {
    return judged(letters, over, 0, letters.length());
  }

  private static List<Judged> judged(String letters, int over, int from, int to) {
    Moment at = Moment.endOf(WEEKS.get(over).first());
    List<Judged> judged = new ArrayList<>();
    for (int i = from; i < to; i++) {
      judged.add(
          Judged.of(
              new PeriodValue(WEEKS.get(i), value(letters.charAt(i)), List.of(), false),
              WEEKLY,
              at));
    }
    return judged;
  }

  private static Optional<BigDecimal> value(char letter) {
    return switch (letter) {
      case 'g' -> Optional.of(Kpis.n("60"));
      case 'a' -> Optional.of(Kpis.n("45"));
      case 'r' -> Optional.of(Kpis.n("30"));
      default -> Optional.empty();
    };
  }

  private static Breach breach(int opened, int closed) {
    return new Breach(
        Optional.of(8L),
        WEEKS.get(opened),
        closed < 0 ? Optional.empty() : Optional.of(WEEKS.get(closed)),
        FIRST,
        closed < 0 ? Optional.empty() : Optional.of(THEN),
        new Handling(
            Optional.of(new Handling.Acknowledgement("anna", THEN)),
            ActionState.DONE,
            Optional.empty(),
            Optional.empty()));
  }

  private static Breach fresh(int opened, int closed) {
    return new Breach(
        Optional.empty(),
        WEEKS.get(opened),
        closed < 0 ? Optional.empty() : Optional.of(WEEKS.get(closed)),
        NOW,
        closed < 0 ? Optional.empty() : Optional.of(NOW),
        Handling.NONE);
  }

  private static Breaches again(List<Breach> known, String letters, int judgedBefore) {
    return Breaches.of(
        known,
        weeks(letters),
        judgedBefore == 0 ? Optional.empty() : Optional.of(WEEKS.get(judgedBefore - 1).last()),
        NOW);
  }

  @Test
  public void aRedWeekOpensABreach() {
    Breaches found = again(List.of(), "gagr", 3);
    assertThat(found.all()).containsExactly(fresh(3, -1));
    assertThat(found.events()).containsExactly(new Opened(fresh(3, -1), false));
    assertThat(found.open()).contains(fresh(3, -1));
  }

  @Test
  public void judgingAgainChangesNothing() {
    List<Breach> known = List.of(breach(1, 3), breach(5, -1));
    Breaches found = again(known, "grrgarr", 7);
    assertThat(found.all()).isEqualTo(known);
    assertThat(found.events()).isEmpty();
    Breaches closed = again(List.of(breach(1, 3)), "grrg", 4);
    assertThat(closed.all()).containsExactly(breach(1, 3));
    assertThat(closed.events()).isEmpty();
    assertThat(closed.open()).isEmpty();
  }

  @Test
  public void aWeekBackInsideClosesIt() {
    Breach over =
        new Breach(
            Optional.of(8L),
            WEEKS.get(1),
            Optional.of(WEEKS.get(3)),
            FIRST,
            Optional.of(NOW),
            breach(1, -1).handling());
    Breaches found = again(List.of(breach(1, -1)), "grra", 3);
    assertThat(found.all()).containsExactly(over);
    assertThat(found.events()).containsExactly(new Closed(over, false));
  }

  @Test
  public void aWeekThatStillRunsNeitherOpensNorCloses() {
    assertThat(Breaches.of(List.of(), weeks("ggr", 2), Optional.empty(), NOW).all()).isEmpty();
    Breaches found = Breaches.of(List.of(breach(1, -1)), weeks("grg", 2), Optional.empty(), NOW);
    assertThat(found.all()).containsExactly(breach(1, -1));
    assertThat(found.events()).isEmpty();
  }

  @Test
  public void weeksWithoutAValueCloseNothing() {
    assertThat(again(List.of(breach(0, -1)), "r---", 1).events()).isEmpty();
    assertThat(again(List.of(), "----", 0).all()).isEmpty();
  }

  @Test
  public void aValueThatIsNotJudgedAnyMoreIsNotRed() {
    List<Judged> judged = new ArrayList<>(weeks("r"));
    judged.add(
        Judged.of(
            new PeriodValue(WEEKS.get(1), value('r'), List.of(), false),
            WEEKLY.with(Yardstick.DEFAULT),
            Moment.endOf(WEEKS.get(2).first())));
    assertThat(Breaches.of(List.of(), judged, Optional.empty(), NOW).all())
        .containsExactly(fresh(0, 1));
  }

  @Test
  public void aBreachOfThePastIsFoundAndNotAnnounced() {
    Breaches found = again(List.of(), "grgrr", 0);
    assertThat(found.all()).containsExactly(fresh(1, 2), fresh(3, -1));
    assertThat(found.events())
        .containsExactly(new Found(fresh(1, 2)), new Opened(fresh(3, -1), false));
  }

  @Test
  public void aCorrectionOpensABreachOfAWeekThatWasJudged() {
    Breaches found = again(List.of(), "ggrr", 4);
    assertThat(found.events()).containsExactly(new Opened(fresh(2, -1), true));
  }

  @Test
  public void aLateValueOpensOrClosesAWeekThatWasJudged() {
    Breaches found = again(List.of(breach(1, -1)), "gr-g", 4);
    assertThat(found.events()).hasSize(1);
    assertThat(found.events().get(0)).isInstanceOf(Closed.class);
    assertThat(((Closed) found.events().get(0)).revised()).isTrue();
    assertThat(found.events().get(0).breach().closedAt()).contains(NOW);
  }

  @Test
  public void aCorrectionTakesABreachBack() {
    Breaches found = again(List.of(breach(1, -1)), "gag", 2);
    assertThat(found.all()).isEmpty();
    assertThat(found.events()).containsExactly(new Withdrawn(breach(1, -1)));
    Breaches over = again(List.of(breach(1, 2)), "gag", 3);
    assertThat(over.events()).containsExactly(new Withdrawn(breach(1, 2)));
  }

  @Test
  public void aCorrectionReopensABreach() {
    Breach open =
        new Breach(
            Optional.of(8L),
            WEEKS.get(1),
            Optional.empty(),
            FIRST,
            Optional.empty(),
            breach(1, 2).handling());
    Breaches found = again(List.of(breach(1, 2)), "grrr", 4);
    assertThat(found.all()).containsExactly(open);
    assertThat(found.events()).containsExactly(new Reopened(open));
  }

  @Test
  public void aCorrectionMovesBeginAndEndAndKeepsWhatPeopleDid() {
    Breaches later = again(List.of(breach(1, -1)), "garr", 4);
    assertThat(later.events()).hasSize(1);
    Moved moved = (Moved) later.events().get(0);
    assertThat(moved.before()).isEqualTo(breach(1, -1));
    assertThat(moved.breach().opened()).isEqualTo(WEEKS.get(2));
    assertThat(moved.breach().handling()).isEqualTo(breach(1, -1).handling());
    assertThat(moved.breach().openedAt()).isEqualTo(FIRST);

    Breaches earlier = again(List.of(breach(1, 3)), "grgg", 4);
    assertThat(earlier.events()).containsExactly(new Moved(breach(1, 2), breach(1, 3)));
    assertThat(earlier.all()).containsExactly(breach(1, 2));
  }

  @Test
  public void movedAndClosedAreBothSaid() {
    Breaches found = again(List.of(breach(1, -1)), "garg", 3);
    assertThat(found.events()).hasSize(2);
    assertThat(found.events().get(0)).isInstanceOf(Moved.class);
    assertThat(found.events().get(1)).isInstanceOf(Closed.class);
  }

  @Test
  public void twoBreachesBecomeOne() {
    Breach second =
        new Breach(
            Optional.of(9L),
            WEEKS.get(3),
            Optional.empty(),
            FIRST,
            Optional.empty(),
            Handling.NONE);
    Breaches found = again(List.of(second, breach(1, 2)), "grrr", 4);
    assertThat(found.all()).extracting(Breach::id).containsExactly(Optional.of(8L));
    assertThat(found.events()).hasSize(2);
    assertThat(found.events().get(0)).isInstanceOf(Reopened.class);
    assertThat(found.events().get(1)).isEqualTo(new Withdrawn(second));
  }

  @Test
  public void oneBreachBecomesTwo() {
    Breaches found = again(List.of(breach(1, -1)), "grgr", 4);
    assertThat(found.all()).hasSize(2);
    assertThat(found.all().get(0).id()).contains(8L);
    assertThat(found.all().get(0).closed()).contains(WEEKS.get(2));
    assertThat(found.all().get(1)).isEqualTo(fresh(3, -1));
    assertThat(found.events())
        .containsExactly(new Closed(found.all().get(0), true), new Opened(fresh(3, -1), true));
  }

  @Test
  public void aBreachElsewhereIsAnotherBreach() {
    Breaches found = again(List.of(breach(1, 2)), "ggar", 4);
    assertThat(found.all()).containsExactly(fresh(3, -1));
    assertThat(found.events())
        .containsExactly(new Opened(fresh(3, -1), true), new Withdrawn(breach(1, 2)));
    // One that would begin just where the other ended does not carry its acts either.
    assertThat(again(List.of(breach(1, 2)), "ggr", 3).all()).containsExactly(fresh(2, -1));
    assertThat(again(List.of(breach(2, -1)), "grgg", 4).all()).containsExactly(fresh(1, 2));
  }

  @Test
  public void whatEndedBeforeTheFirstPeriodStays() {
    List<Judged> last = judged("grggr", 5, 3, 5);
    Breaches found =
        Breaches.of(List.of(breach(1, 2)), last, Optional.of(WEEKS.get(3).last()), NOW);
    assertThat(found.all()).containsExactly(breach(1, 2), fresh(4, -1));
    assertThat(found.events()).containsExactly(new Opened(fresh(4, -1), false));
  }

  @Test
  public void whatReachesInFromBeforeGoesOn() {
    List<Judged> still = judged("grrr", 4, 2, 4);
    Breaches found = Breaches.of(List.of(breach(1, -1)), still, Optional.empty(), NOW);
    assertThat(found.all()).containsExactly(breach(1, -1));
    assertThat(found.events()).isEmpty();
    List<Judged> back = judged("grrg", 4, 3, 4);
    Breaches over = Breaches.of(List.of(breach(1, -1)), back, Optional.empty(), NOW);
    assertThat(over.all().get(0).opened()).isEqualTo(WEEKS.get(1));
    assertThat(over.all().get(0).closed()).contains(WEEKS.get(3));
    // It ended with the first of the periods that are looked at: that can still change.
    List<Judged> red = judged("grrr", 4, 3, 4);
    assertThat(Breaches.of(List.of(breach(1, 3)), red, Optional.empty(), NOW).events().get(0))
        .isInstanceOf(Reopened.class);
  }

  @Test
  public void withoutPeriodsNothingIsKnownAnew() {
    Breaches found = Breaches.of(List.of(breach(1, -1)), List.of(), Optional.empty(), NOW);
    assertThat(found.all()).containsExactly(breach(1, -1));
    assertThat(found.events()).isEmpty();
  }

  @Test
  public void anotherNameOfTheSameDaysIsNoMove() {
    Period renamed =
        new Period(
            WEEKS.get(1).first(),
            WEEKS.get(1).last(),
            Optional.of(new Period.Named("5", "Sprint five")));
    Breach before =
        new Breach(
            Optional.of(8L), renamed, Optional.empty(), FIRST, Optional.empty(), Handling.NONE);
    Breaches found = again(List.of(before), "gr", 2);
    assertThat(found.events()).isEmpty();
    assertThat(found.all().get(0).opened()).isEqualTo(WEEKS.get(1));
  }

  @Test
  public void aSeriesThatFlickersWithinItsPeriodsOpensOneBreach() {
    Random random = new Random(41);
    for (int run = 0; run < 200; run++) {
      // Day by day the value is red or green; the week takes its least value, so it stays red.
      int weeks = 2 + random.nextInt(10);
      List<Measurement> all = new ArrayList<>();
      long id = 0;
      for (int week = 0; week < weeks; week++) {
        LocalDate monday = WEEKS.get(week).first();
        all.add(SeriesTest.measured(++id, monday.plusDays(random.nextInt(7)), "30"));
        for (int day = 0; day < 7; day++) {
          boolean taken = all.get(all.size() - 1).on().equals(monday.plusDays(day));
          if (random.nextBoolean() && !taken) {
            all.add(SeriesTest.measured(0, monday.plusDays(day), "60"));
          }
        }
      }
      KpiContent worst = WEEKLY.with(new Rhythm(Frequency.WEEKLY, Aggregation.MIN, false, 0));
      List<Breach> known = List.of();
      List<BreachEvent> events = new ArrayList<>();
      LocalDate end = WEEKS.get(weeks).first();
      Optional<LocalDate> judgedUntil = Optional.empty();
      for (LocalDate day = Kpis.MONDAY; !day.isAfter(end); day = day.plusDays(1)) {
        LocalDate today = day;
        Moment at = new Moment(today, false);
        Assessment seen =
            Assessment.of(
                worst,
                Periods.calendar(Frequency.WEEKLY, DayOfWeek.MONDAY, Kpis.MONDAY),
                Series.of(all.stream().filter(each -> !each.on().isAfter(today)).toList()),
                Optional.empty(),
                Kpis.MONDAY,
                at);
        Breaches found = Breaches.of(known, seen.periods(), judgedUntil, NOW);
        known = found.all();
        events.addAll(found.events());
        judgedUntil = seen.latestClosed().map(each -> each.period().last());
      }
      assertThat(events).hasSize(1);
      assertThat(events.get(0)).isInstanceOf(Opened.class);
      assertThat(known).hasSize(1);
      assertThat(known.get(0).opened()).isEqualTo(WEEKS.get(0));
    }
  }

  @Test
  public void aFlickerAroundCriticalWithGapsNeverOpensTwoAtOnce() {
    Random random = new Random(42);
    for (int run = 0; run < 500; run++) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        letters.append("gar-".charAt(random.nextInt(4)));
      }
      List<Breach> all = again(List.of(), letters.toString(), 0).all();
      for (int i = 0; i < all.size(); i++) {
        Breach each = all.get(i);
        assertThat(letters.charAt(WEEKS.indexOf(each.opened()))).isEqualTo('r');
        boolean last = i == all.size() - 1;
        assertThat(each.isOpen()).as(letters.toString()).isEqualTo(last && isOpen(letters));
        if (!each.isOpen()) {
          int end = WEEKS.indexOf(each.closed().orElseThrow());
          assertThat("ga").contains(String.valueOf(letters.charAt(end)));
          assertThat(letters.substring(WEEKS.indexOf(each.opened()), end)).matches("[r-]+");
          if (!last) {
            assertThat(all.get(i + 1).opened().first())
                .isAfter(each.closed().orElseThrow().first());
          }
        }
      }
      long reds =
          letters
              .toString()
              .replace("-", "")
              .replaceAll("r+", "r")
              .chars()
              .filter(letter -> letter == 'r')
              .count();
      assertThat(all).hasSize((int) reds);
    }
  }

  private static boolean isOpen(CharSequence letters) {
    return letters.toString().replace("-", "").endsWith("r");
  }

  @Test
  public void itDoesNotMatterHowOftenASeriesIsJudged() {
    Random random = new Random(43);
    for (int run = 0; run < 300; run++) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < 1 + random.nextInt(25); i++) {
        letters.append("gar-".charAt(random.nextInt(4)));
      }
      List<Breach> stepByStep = List.of();
      for (int over = 1; over <= letters.length(); over++) {
        stepByStep =
            Breaches.of(
                    stepByStep, judged(letters.toString(), over, 0, over), Optional.empty(), NOW)
                .all();
      }
      assertThat(stepByStep).isEqualTo(again(List.of(), letters.toString(), 0).all());
    }
  }

  @Test
  public void whateverIsCorrectedTheBreachesAreThoseOfTheSeries() {
    Random random = new Random(44);
    for (int run = 0; run < 300; run++) {
      String before = random(random, 12);
      String after = random(random, 12);
      List<Breach> known = new ArrayList<>();
      long id = 0;
      for (Breach each : again(List.of(), before, 0).all()) {
        known.add(each.withId(++id));
      }
      Breaches found = again(known, after, 12);
      assertThat(found.all())
          .extracting(each -> List.of(each.opened(), each.closed()))
          .isEqualTo(
              again(List.of(), after, 0).all().stream()
                  .map(each -> List.<Object>of(each.opened(), each.closed()))
                  .toList());
      long withdrawn = found.events().stream().filter(Withdrawn.class::isInstance).count();
      long kept = found.all().stream().filter(each -> each.id().isPresent()).count();
      assertThat(kept + withdrawn).isEqualTo(known.size());
      assertThat(again(found.all(), after, 12).events()).isEmpty();
    }
  }

  private static String random(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append("gar-".charAt(random.nextInt(4)));
    }
    return letters.toString();
  }
}
