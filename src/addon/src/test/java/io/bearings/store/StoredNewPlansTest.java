package io.bearings.store;

import static io.bearings.store.TalkRows.BY_ANNA;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.okr.Goal;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewPlan;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Tag;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredNewPlansTest {
  private final TestDatabase database;

  public StoredNewPlansTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void writesObjectivesWithKeyResultsAndCheckIns() {
    new StoredNewPlans(database.database())
        .add(List.of(plan("First", "3"), plan("Second", "4")), BY_ANNA);
    assertThat(sizes())
        .containsEntry("OBJECTIVE", 2L)
        .containsEntry("KEY_RESULT", 2L)
        .containsEntry("CHECK_IN", 4L)
        .containsEntry("NOTICE", 0L);
    assertThat(current()).containsExactly("3", "4");
  }

  private Map<String, Long> sizes() {
    return database.database().sizes().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> each.getValue().rows()));
  }

  @Test
  public void writesNothingWhenOneRowCannotBeWritten() {
    StoredNewPlans plans = new StoredNewPlans(database.database());
    assertThatThrownBy(
            () -> plans.add(List.of(plan("First", "3"), plan("x".repeat(500), "4")), BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(sizes())
        .containsEntry("OBJECTIVE", 0L)
        .containsEntry("KEY_RESULT", 0L)
        .containsEntry("CHECK_IN", 0L);
  }

  private List<String> current() {
    return database
        .database()
        .read(
            session ->
                session.list(
                    "select k.[CURRENT_VALUE] from {KEY_RESULT} k order by k.[ID]",
                    row -> row.getString(1)));
  }

  private static NewPlan plan(String title, String value) {
    Life life = Life.DRAFT.published(Optional.of(5), BY_ANNA.when(), LocalDate.parse("2026-11-01"));
    KeyResultContent content =
        new KeyResultContent(
            "K",
            "bert",
            Source.MANUAL,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.of(BigDecimal.ZERO, BigDecimal.TEN),
            BigDecimal.ONE,
            WeightBy.ISSUES);
    return new NewPlan(
        new NewObjective(2, Optional.empty(), ObjectiveContent.of(title, "why", "anna"), life),
        List.of(
            new NewPlan.Result(
                new NewKeyResult(content, life),
                List.of(checkIn("2026-11-02", "1"), checkIn("2026-11-09", value)))));
  }

  private static NewCheckIn checkIn(String on, String value) {
    return new NewCheckIn(
        0,
        Optional.of(new BigDecimal(value)),
        5,
        LocalDate.parse(on),
        Words.NONE,
        Optional.empty(),
        Tag.API);
  }
}
