package io.bearings.kpi;

import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class MeasurementRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final KpiContent SHEET = Kpis.velocity();
  private static final KpiContent SHARE =
      SHEET.with(new Rhythm(Frequency.WEEKLY, Aggregation.SHARE, false, 0));
  private static final KpiContent SPRINTS = SHEET.with(Rhythm.DEFAULT.at(Frequency.PER_SPRINT));

  private static Map<String, Message> problems(MeasurementDraft draft, KpiContent content) {
    return MeasurementRules.problems(draft, content, TODAY);
  }

  private static MeasurementDraft value(String number) {
    return MeasurementDraft.of(TODAY, n(number));
  }

  @Test
  public void aValueOfTodayOrBeforeIsSound() {
    assertThat(problems(value("5"), SHEET)).isEmpty();
    assertThat(problems(value("5"), SHEET.with(new KpiSource.Pushed()))).isEmpty();
    assertThat(problems(MeasurementDraft.of(LocalDate.of(1900, 1, 1), n("-5")), SHEET)).isEmpty();
    MeasurementDraft undated =
        new MeasurementDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(n("5")),
            Optional.empty());
    assertThat(problems(undated, SHEET)).isEmpty();
  }

  @Test
  public void noValueIsOfTomorrow() {
    assertThat(problems(MeasurementDraft.of(TODAY.plusDays(1), n("5")), SHEET))
        .isEqualTo(Map.of("on", Message.of("bearings.error.inTheFuture", "2026-03-09")));
    assertThat(problems(MeasurementDraft.of(LocalDate.of(1899, 12, 31), n("5")), SHEET))
        .isEqualTo(Map.of("on", Message.of("bearings.error.noDay")));
  }

  @Test
  public void aValueIsRequiredAndFitsItsMeasure() {
    MeasurementDraft empty =
        new MeasurementDraft(
            Optional.of(TODAY),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(problems(empty, SHEET)).isEqualTo(Map.of("value", REQUIRED));
    assertThat(problems(value("1e13"), SHEET))
        .isEqualTo(Map.of("value", Message.of("bearings.error.tooLarge", Measure.LIMIT)));
    Measure rating = new Measure(Measure.Kind.RATING, Optional.of(n("5")), Optional.empty());
    KpiContent rated =
        SHEET.with(new Yardstick(Direction.HIGHER, rating, Targets.always(Levels.NONE)));
    assertThat(problems(value("6"), rated))
        .isEqualTo(Map.of("value", Message.of("bearings.error.outsideMeasure", "0", "5")));
  }

  @Test
  public void whatIsComputedIsNotEntered() {
    Message computed = Message.of("bearings.error.kpi.computed");
    assertThat(problems(value("5"), SHEET.with(new KpiSource.Formula("a"))))
        .isEqualTo(Map.of("value", computed));
    assertThat(problems(value("5"), SHEET.with(new KpiSource.Metric("velocity"))))
        .isEqualTo(Map.of("value", computed));
  }

  @Test
  public void aShareSaysOfHowMany() {
    assertThat(problems(value("5").outOf(n("7")), SHARE)).isEmpty();
    assertThat(problems(value("0").outOf(n("0")), SHARE)).isEmpty();
    assertThat(problems(value("5"), SHARE)).isEqualTo(Map.of("of", REQUIRED));
    assertThat(problems(value("5").outOf(n("-1")), SHARE))
        .isEqualTo(Map.of("of", Message.of("bearings.error.negative")));
    assertThat(problems(value("5").outOf(n("1e13")), SHARE))
        .isEqualTo(Map.of("of", Message.of("bearings.error.tooLarge", Measure.LIMIT)));
    assertThat(problems(value("5").outOf(n("7")), SHEET))
        .isEqualTo(Map.of("of", Message.of("bearings.error.kpi.noShare")));
    Measure rating = new Measure(Measure.Kind.RATING, Optional.of(n("1")), Optional.empty());
    KpiContent rated =
        SHARE.with(new Yardstick(Direction.HIGHER, rating, Targets.always(Levels.NONE)));
    assertThat(problems(value("5").outOf(n("7")), rated)).isEmpty();
  }

  @Test
  public void aSegmentIsOneOfTheSheet() {
    KpiContent parted =
        new KpiContent(
            SHEET.name(),
            "",
            SHEET.category(),
            SHEET.ownerKey(),
            SHEET.source(),
            SHEET.rhythm(),
            SHEET.yardstick(),
            SHEET.response(),
            SHEET.purpose(),
            List.of(new Dimension("Channel", List.of("Phone", "Mail"))));
    assertThat(problems(value("5").in(new Segment("Channel", "Mail")), parted)).isEmpty();
    for (Segment other : List.of(new Segment("Channel", "Chat"), new Segment("Region", "Mail"))) {
      assertThat(problems(value("5").in(other), parted))
          .isEqualTo(
              Map.of(
                  "segment",
                  Message.of("bearings.error.kpi.noSegment", other.dimension(), other.name())));
    }
  }

  @Test
  public void onlySprintsAndReleasesAreNamed() {
    assertThat(problems(value("5").about("12"), SPRINTS)).isEmpty();
    assertThat(problems(value("5").about(" "), SPRINTS)).isEqualTo(Map.of("span", REQUIRED));
    assertThat(problems(value("5").about("1".repeat(256)), SPRINTS))
        .isEqualTo(Map.of("span", Message.of("bearings.error.tooLong", 255, 256)));
    assertThat(problems(value("5").about("12"), SHEET))
        .isEqualTo(Map.of("span", Message.of("bearings.error.kpi.noSpan")));
  }

  @Test
  public void whatIsSaidTwiceAtOnceIsPointedOut() {
    MeasurementDraft undated =
        new MeasurementDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(n("5")),
            Optional.empty());
    Segment mail = new Segment("Channel", "Mail");
    assertThat(
            MeasurementRules.repeated(
                List.of(
                    value("5"),
                    value("6"),
                    undated,
                    value("5").in(mail),
                    value("7").in(mail),
                    value("5").about("12"),
                    MeasurementDraft.of(TODAY.minusDays(1), n("5"))),
                TODAY))
        .containsExactly(1, 2, 4);
    assertThat(MeasurementRules.repeated(List.of(), TODAY)).isEmpty();
  }
}
