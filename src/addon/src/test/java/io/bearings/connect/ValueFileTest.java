package io.bearings.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.kpi.Measurement;
import io.bearings.kpi.MeasurementDraft;
import io.bearings.kpi.Segment;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ValueFileTest {
  private static ValueFile read(String csv) {
    return ValueFile.of(FileFormat.CSV.read(csv.getBytes(StandardCharsets.UTF_8), 100_001));
  }

  private static String number(ValueFile file, int row) {
    return file.drafts().get(row).value().map(BigDecimal::toPlainString).orElse("none");
  }

  @Test
  public void readsColumnsInAnyOrderAndPassesOverEmptyRows() {
    ValueFile file =
        read("Value,date,of,span,dimension,segment\n,,,,,\n3,2026-03-02,4,S-1,channel,phone\n");
    assertThat(file.problems()).isEmpty();
    assertThat(file.drafts())
        .containsOnlyKeys(3)
        .containsValue(
            new MeasurementDraft(
                Optional.of(LocalDate.of(2026, 3, 2)),
                Optional.of("S-1"),
                Optional.of(new Segment("channel", "phone")),
                Optional.of(new BigDecimal("3")),
                Optional.of(new BigDecimal("4"))));
  }

  @Test
  public void whatIsPastedNeedsNoHeader() {
    ValueFile file = read("2026-03-02\t3\n2026-03-03\t4,5\n");
    assertThat(file.problems()).isEmpty();
    assertThat(number(file, 1)).isEqualTo("3");
    assertThat(number(file, 2)).isEqualTo("4.5");
  }

  @Test
  public void readsDecimalCommasAndOtherDays() {
    ValueFile file =
        read("date;value\n02.03.2026;1.234,5\n46084;91,5 %\n2026-03-04;1,234\n2026-03-05;1.234\n");
    assertThat(file.problems()).isEmpty();
    assertThat(number(file, 2)).isEqualTo("1234.5");
    assertThat(file.drafts().get(2).on()).contains(LocalDate.of(2026, 3, 2));
    assertThat(file.drafts().get(3).on()).contains(LocalDate.of(2026, 3, 3));
    assertThat(number(file, 3)).isEqualTo("91.5");
    assertThat(number(file, 4)).isEqualTo("1.234");
    assertThat(number(file, 5)).isEqualTo("1234");
  }

  @Test
  public void partsOfThousandsAreNotGuessed() {
    ValueFile file = read("date;value\n2026-03-02;1,234\n2026-03-03;1,234,567.5\n");
    assertThat(file.problems()).containsOnlyKeys(2);
    assertThat(file.problems().get(2).get("value").key())
        .isEqualTo("bearings.error.kpi.eitherNumber");
    assertThat(number(file, 3)).isEqualTo("1234567.5");
  }

  @Test
  public void saysOfEachRowWhatIsWrong() {
    ValueFile file =
        read("date,value,dimension,segment\n31.02.2026,1,,\n,x,,\n2026-03-02,=1+1,channel,\n");
    assertThat(file.problems()).containsOnlyKeys(2, 3, 4);
    assertThat(file.problems().get(2)).containsOnlyKeys("date");
    assertThat(file.problems().get(3)).containsOnlyKeys("date", "value");
    assertThat(file.problems().get(4)).containsOnlyKeys("value", "segment");
  }

  @Test
  public void refusesAHeaderThatSaysSomethingElse() {
    Refusal.Invalid refusal =
        catchThrowableOfType(
            () -> read("day,value,value," + "x".repeat(99) + "\n"), Refusal.Invalid.class);
    assertThat(refusal.fields()).containsOnlyKeys("day", "value", "x".repeat(60), "date");
    assertThat(catchThrowableOfType(() -> read(""), Refusal.Invalid.class).fields())
        .containsOnlyKeys("date", "value");
  }

  @Test
  public void takesAHundredThousandRows() {
    StringBuilder csv = new StringBuilder("date,value\n");
    for (int i = 0; i < 100_000; i++) {
      csv.append(LocalDate.of(1900, 1, 1).plusDays(i / 3)).append(',').append(i).append('\n');
    }
    assertThat(read(csv.toString()).drafts()).hasSize(100_000);
    csv.append("2026-01-01,1\n");
    assertThat(catchThrowableOfType(() -> read(csv.toString()), Refusal.Invalid.class).fields())
        .containsKey("file");
  }

  @Test
  public void aFileThatWasWrittenRunsNothingAndIsReadAgain() {
    Measurement measurement =
        new Measurement(
            1,
            LocalDate.of(2026, 3, 2),
            Optional.of("=cmd|' /C calc'!A0"),
            Optional.of(new Segment("@channel", "+phone")),
            Optional.of(new BigDecimal("-1.5")),
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty());
    byte[] file = new ValueExport().run(List.of(measurement), FileFormat.CSV);
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains("'=cmd", "'@channel", "'+phone", ",-1.5,");
    ValueFile again = ValueFile.of(FileFormat.CSV.read(file, 10));
    assertThat(again.problems()).isEmpty();
    assertThat(again.drafts().get(2).span()).isEqualTo(measurement.span());
    assertThat(again.drafts().get(2).segment()).isEqualTo(measurement.segment());
  }
}
