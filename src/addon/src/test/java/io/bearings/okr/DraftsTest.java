package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DraftsTest {

  @Test
  public void acceptsWhatFits() {
    assertThat(Drafts.problems(objective("x".repeat(255), "line\r\n\tline " + "y".repeat(1980))))
        .isEmpty();
    assertThat(Drafts.problems(objective("  " + "x".repeat(255) + " ", ""))).isEmpty();
    assertThat(Drafts.problems(objective("Größer \uD83D\uDE80 <script>", ""))).isEmpty();
    assertThat(Drafts.problems(keyResult("t", "0"))).isEmpty();
    assertThat(Drafts.problems(keyResult("t", "1000000"))).isEmpty();
    assertThat(Drafts.problems(keyResult("t", "0.000001"))).isEmpty();
    assertThat(Drafts.problems(keyResult("t", "1.50000000000"))).isEmpty();
  }

  @Test
  public void namesATitleThatIsMissingOrTooLong() {
    assertThat(Drafts.problems(objective(" \t\n", "")))
        .containsExactly(entry("title", Message.of("bearings.error.required")));
    assertThat(Drafts.problems(objective("x".repeat(300), "")))
        .containsExactly(entry("title", Message.of("bearings.error.tooLong", 255, 300)));
    assertThat(Drafts.problems(objective("t", "y".repeat(2001))))
        .containsExactly(entry("why", Message.of("bearings.error.tooLong", 2000, 2001)));
  }

  @Test
  public void namesCharactersThatNoDatabaseStores() {
    Message problem = Message.of("bearings.error.character");
    assertThat(Drafts.problems(objective("a\u0000b", "a\u0007b")))
        .containsExactly(entry("title", problem), entry("why", problem));
    assertThat(Drafts.problems(objective("two\nlines", "half \uD83D of one")))
        .containsExactly(entry("title", problem), entry("why", problem));
  }

  @Test
  public void namesWeightsThatCannotBe() {
    assertThat(Drafts.problems(keyResult("t", "-0.1")))
        .containsExactly(entry("weight", Message.of("bearings.error.negative")));
    assertThat(Drafts.problems(keyResult("t", "1000000.000001")))
        .containsExactly(
            entry("weight", Message.of("bearings.error.tooLarge", Drafts.WEIGHT_LIMIT)));
    assertThat(Drafts.problems(keyResult("t", "0.0000001")))
        .containsExactly(entry("weight", Message.of("bearings.error.decimals", 6)));
    assertThat(Drafts.problems(keyResult("t", "1E+999999999"))).containsKey("weight");
  }

  @Test
  public void namesEverythingThatIsWrongAtOnce() {
    ObjectiveDraft draft =
        new ObjectiveDraft(
            "",
            "y".repeat(3000),
            Optional.empty(),
            List.of(keyResult("fine", "1"), keyResult("", "-1")));
    assertThat(Drafts.problems(draft))
        .containsOnlyKeys("title", "why", "keyResults[1].title", "keyResults[1].weight");
  }

  @Test
  public void boundsTheKeyResultsOfANewObjective() {
    assertThat(Drafts.problems(with(50))).isEmpty();
    assertThat(Drafts.problems(with(51)))
        .containsExactly(entry("keyResults", Message.of("bearings.error.tooMany", 50)));
  }

  @Test
  public void fillsInWhatIsLeftOut() {
    KeyResultDraft draft = new KeyResultDraft(" Title ", Optional.empty(), Optional.empty());
    assertThat(Drafts.accepted(draft))
        .isEqualTo(new NewKeyResult("Title", BigDecimal.ONE, WeightBy.ISSUES));
  }

  @Test
  public void readsMissingTextAsEmpty() {
    assertThat(new ObjectiveDraft(null, null, Optional.empty(), List.of()))
        .isEqualTo(objective("", ""));
    assertThat(new KeyResultDraft(null, Optional.empty(), Optional.empty()).title()).isEmpty();
  }

  private static ObjectiveDraft with(int keyResults) {
    return new ObjectiveDraft(
        "t", "", Optional.empty(), Collections.nCopies(keyResults, keyResult("t", "1")));
  }

  private static ObjectiveDraft objective(String title, String why) {
    return new ObjectiveDraft(title, why, Optional.empty(), List.of());
  }

  private static KeyResultDraft keyResult(String title, String weight) {
    return new KeyResultDraft(title, Optional.of(new BigDecimal(weight)), Optional.empty());
  }

  private static Map.Entry<String, Message> entry(String field, Message problem) {
    return Map.entry(field, problem);
  }
}
