package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class DraftsTest {
  private static final ObjectiveContent OLD = ObjectiveContent.of("Old", "Because", "anna");

  @Test
  public void acceptsWhatFits() {
    assertThat(problems("x".repeat(255), "line\r\n\tline " + "y".repeat(1980))).isEmpty();
    assertThat(problems("  " + "x".repeat(255) + " ", "")).isEmpty();
    assertThat(problems("Größer \uD83D\uDE80 <script>", "")).isEmpty();
  }

  @Test
  public void namesATitleThatIsMissingOrTooLong() {
    assertThat(problems(" \t\n", ""))
        .containsExactly(Map.entry("title", Message.of("bearings.error.required")));
    assertThat(problems("x".repeat(300), ""))
        .containsExactly(Map.entry("title", Message.of("bearings.error.tooLong", 255, 300)));
    assertThat(problems("t", "y".repeat(2001)))
        .containsExactly(Map.entry("why", Message.of("bearings.error.tooLong", 2000, 2001)));
  }

  @Test
  public void namesCharactersThatNoDatabaseStores() {
    Message problem = Message.of("bearings.error.character");
    assertThat(problems("a\u0000b", "a\u0007b"))
        .containsExactly(Map.entry("title", problem), Map.entry("why", problem));
    assertThat(problems("two\nlines", "half \uD83D of one"))
        .containsExactly(Map.entry("title", problem), Map.entry("why", problem));
  }

  @Test
  public void leavesWhatADraftDoesNotMention() {
    ObjectiveDraft nothing =
        new ObjectiveDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Field.absent(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    assertThat(Drafts.content(nothing, OLD)).isEqualTo(OLD);
    KeyResultContent content = Okrs.manual("K", "1", "2");
    KeyResultDraft title = KeyResultDraft.of(" New ", Optional.empty(), Optional.empty());
    assertThat(Drafts.content(title, content)).isEqualTo(Okrs.manual("New", "1", "2"));
  }

  @Test
  public void boundsLabelsAndFields() {
    assertThat(labels("growth", "mobile")).isEmpty();
    assertThat(labels(" ")).isEqualTo(Map.of("labels", Message.of("bearings.error.required")));
    assertThat(labels("a|b")).isEqualTo(Map.of("labels", Message.of("bearings.error.character")));
    assertThat(labels("x".repeat(31))).containsKey("labels");
    assertThat(labels(numbered(11).toArray(String[]::new)))
        .isEqualTo(Map.of("labels", Message.of("bearings.error.tooMany", 10)));
    assertThat(fields(Map.of("Theme", "Growth"))).isEmpty();
    assertThat(fields(Map.of("", "Growth"))).containsOnlyKeys("fields.");
    assertThat(fields(Map.of("Theme", "two\nlines", "Budget", "x".repeat(256), "Region", "EMEA")))
        .containsOnlyKeys("fields.Theme", "fields.Budget");
    Map<String, String> many = new LinkedHashMap<>();
    numbered(21).forEach(name -> many.put(name, ""));
    assertThat(fields(many)).isEqualTo(Map.of("fields", Message.of("bearings.error.tooMany", 20)));
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  private static Map<String, Message> labels(String... labels) {
    return Drafts.problems(
        new ObjectiveContent(
            "T",
            "",
            "anna",
            ObjectiveKind.COMMITTED,
            Visibility.PRIVATE,
            Optional.empty(),
            List.of(labels),
            Map.of(),
            List.of(),
            List.of()));
  }

  private static Map<String, Message> fields(Map<String, String> fields) {
    return Drafts.problems(
        new ObjectiveContent(
            "T",
            "",
            "anna",
            ObjectiveKind.COMMITTED,
            Visibility.PRIVATE,
            Optional.empty(),
            List.of(),
            fields,
            List.of(),
            Collections.nCopies(3, 1L)));
  }

  @Test
  public void fillsInWhatIsLeftOut() {
    KeyResultDraft title = KeyResultDraft.of(" Title ", Optional.empty(), Optional.empty());
    assertThat(Drafts.content(title, "anna"))
        .isEqualTo(KeyResultContent.ofIssues("Title", "anna", BigDecimal.ONE, WeightBy.ISSUES));
    KeyResultContent towards = Drafts.content(title.towards(GoalDraft.of("1", "2")), "anna");
    assertThat(towards).isEqualTo(Okrs.manual("Title", "1", "2"));
    KeyResultContent maintained = Drafts.content(title.from(Source.MAINTAIN), "anna");
    assertThat(maintained.weight()).isZero();
    assertThat(maintained.nature()).isEqualTo(Nature.OUTCOME);
    assertThat(Drafts.content(title.from(Source.BINARY), "anna").goal())
        .isEqualTo(Goal.of(BigDecimal.ZERO, BigDecimal.ONE));
    assertThat(Drafts.content(title.from(Source.EVIDENCE), "anna").goal().baseline())
        .contains(BigDecimal.ZERO);
  }

  @Test
  public void takesTheUsualNatureOfAnotherSource() {
    KeyResultContent before = Okrs.manual("K", "1", "2");
    KeyResultDraft toIssues =
        KeyResultDraft.of("K", Optional.empty(), Optional.empty()).from(Source.ISSUES);
    assertThat(Drafts.content(toIssues, before).nature()).isEqualTo(Nature.OUTPUT);
  }

  @Test
  public void findsBoundsThatCross() {
    KeyResultDraft crossed = bounded(Field.of(BigDecimal.TEN), Field.of(BigDecimal.ONE));
    assertThat(Drafts.problems(crossed, Goal.NONE))
        .isEqualTo(
            Map.of(
                "bounds.high",
                Message.of("bearings.error.notAbove", Message.of("bearings.form.low"))));
    assertThat(Drafts.content(crossed, "anna").goal().bounds()).isEmpty();
    KeyResultDraft low = bounded(Field.of(BigDecimal.ONE), Field.absent());
    Goal before = Drafts.content(bounded(Field.absent(), Field.of(BigDecimal.ONE)), "anna").goal();
    assertThat(Drafts.problems(low, before)).containsKey("bounds.high");
    assertThat(Drafts.problems(low, Goal.NONE)).isEmpty();
    KeyResultDraft emptied = bounded(Field.absent(), Field.emptied());
    assertThat(Drafts.problems(emptied, before)).isEmpty();
  }

  private static KeyResultDraft bounded(Field<BigDecimal> low, Field<BigDecimal> high) {
    return KeyResultDraft.of("K", Optional.empty(), Optional.empty())
        .from(Source.MAINTAIN)
        .towards(
            new GoalDraft(
                Field.absent(),
                Field.absent(),
                low,
                high,
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  public void asksForAWholeConfidence() {
    assertThat(Drafts.confidence(Optional.empty())).contains(Message.of("bearings.error.required"));
    for (String wrong : List.of("-1", "11", "3.5", "1e308")) {
      assertThat(Drafts.confidence(Optional.of(new BigDecimal(wrong))))
          .contains(Message.of("bearings.error.confidence"));
    }
    for (String right : List.of("0", "10", "7.0", "1E+1")) {
      assertThat(Drafts.confidence(Optional.of(new BigDecimal(right)))).isEmpty();
    }
  }

  private static Map<String, Message> problems(String title, String why) {
    return Drafts.problems(Drafts.content(ObjectiveDraft.of(title, why, List.of()), "anna"));
  }
}
