package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Life;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Okrs;
import io.bearings.okr.Recorded;
import io.bearings.okr.Status;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** The scripts are held to the same file of statuses. */
public class StandingFiguresTest {
  private final PageTexts texts = TestTexts.english();

  private static JsonNode golden() throws IOException {
    try (InputStream in = StandingFiguresTest.class.getResourceAsStream("/golden/statuses.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static Judgement judged(String expected, String pace, Status status, Status... marks) {
    return new Judgement(
        Optional.ofNullable(expected).map(BigDecimal::new),
        Optional.ofNullable(pace).map(BigDecimal::new),
        status,
        List.of(marks),
        false,
        false);
  }

  private StandingFigures standing(Judgement judgement, ObjectiveState state, boolean inCycle) {
    KeyResult keyResult =
        new KeyResult(
            1,
            1,
            Okrs.manual("Days", "0", "10"),
            new Life(
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Recorded.NOTHING,
            false,
            1);
    KeyResultFigures figures =
        new KeyResultFigures(
            keyResult,
            "Anna",
            IssueProgress.NOTHING,
            KeyResultScore.NO_DATA,
            judgement,
            Optional.empty());
    return StandingFigures.of(figures, inCycle, texts);
  }

  private StandingFigures active(Judgement judgement) {
    return standing(judgement, ObjectiveState.ACTIVE, true);
  }

  @Test
  public void everyStatusHasItsWordsItsShapeAndItsTone() throws IOException {
    JsonNode golden = golden();
    List<String> named = new ArrayList<>(List.of("DRAFT"));
    Arrays.stream(Status.values()).map(Status::name).forEach(named::add);

    assertThat(golden.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(named);
    for (Status each : Status.values()) {
      assertThat(looksLike(active(judged(null, null, each)))).isEqualTo(golden.get(each.name()));
    }
    StandingFigures draft =
        standing(judged(null, null, Status.NO_DATA), ObjectiveState.DRAFT, true);
    assertThat(looksLike(draft)).isEqualTo(golden.get("DRAFT"));
  }

  private static JsonNode looksLike(StandingFigures standing) {
    assertThat(standing.isShown()).isTrue();
    return new ObjectMapper()
        .createObjectNode()
        .put("text", standing.getText())
        .put("tone", standing.getTone())
        .put("shape", standing.getShape());
  }

  @Test
  public void whatIsExpectedStandsBesideWhatIsJudgedByIt() {
    StandingFigures standing = active(judged("0.425", "0.8", Status.AT_RISK));

    assertThat(standing.isPaced()).isTrue();
    assertThat(standing.getExpected()).isEqualTo(43);
    assertThat(standing.getExpectedText()).isEqualTo("43 % expected by now");
  }

  @Test
  public void whereItIsTooEarlyNothingIsExpected() {
    StandingFigures standing = active(judged("0.05", null, Status.TOO_EARLY));

    assertThat(standing.getText()).isEqualTo("Too early");
    assertThat(standing.isPaced()).isFalse();
    assertThat(standing.getExpected()).isZero();
    assertThat(standing.getExpectedText()).isEmpty();
  }

  @Test
  public void nothingIsExpectedOfWhatIsADraftOrOver() {
    for (Status over : List.of(Status.CLOSED, Status.ABANDONED)) {
      assertThat(active(judged("0.5", "0.8", over, Status.AT_RISK)).isPaced()).isFalse();
    }
    Judgement judgement = judged("0.5", "0.8", Status.AT_RISK);
    assertThat(standing(judgement, ObjectiveState.DRAFT, true).isPaced()).isFalse();
  }

  @Test
  public void withoutACycleNothingIsClaimed() {
    StandingFigures standing =
        standing(
            new Judgement(
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                Status.ON_TRACK,
                List.of(),
                true,
                true),
            ObjectiveState.ACTIVE,
            false);

    assertThat(standing.isShown()).isFalse();
    assertThat(standing.isPaced()).isFalse();
    assertThat(standing.getFlags()).isEmpty();
    assertThat(List.of(standing.getText(), standing.getTone(), standing.getShape()))
        .containsOnly("");
  }

  @Test
  public void withoutACycleItIsSaidWhatSomebodyDecided() {
    Judgement abandoned = judged(null, null, Status.ABANDONED, Status.TOO_EARLY);
    Judgement early = judged(null, null, Status.TOO_EARLY);

    assertThat(standing(abandoned, ObjectiveState.ABANDONED, false).getText())
        .isEqualTo("Abandoned");
    assertThat(standing(early, ObjectiveState.DRAFT, false).getText()).isEqualTo("Draft");
  }

  @Test
  public void whatHoldsBesideTheStatusIsNamedButNotAMilderPace() {
    assertThat(active(judged("0.5", "0.1", Status.OFF_TRACK, Status.OVERDUE)).getFlags())
        .containsExactly("Overdue");
    assertThat(active(judged("0.5", "0.8", Status.OVERDUE, Status.AT_RISK)).getFlags()).isEmpty();
  }
}
