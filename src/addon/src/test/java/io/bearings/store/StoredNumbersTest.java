package io.bearings.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.IssueState;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.Knowledge;
import io.bearings.progress.PastWork;
import io.bearings.progress.Recounts;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.WorkThroughTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Key results that weigh by a numeric custom field. */
@RunWith(Parameterized.class)
public class StoredNumbersTest {
  private static final String BENEFIT = "customfield_10010";
  private static final String RISK = "customfield_10011";
  private static final Instant THEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Edit BY_ANNA = new Edit(new Person("anna"), THEN);
  private static final Settings SETTINGS =
      new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO).keeping(Set.of(BENEFIT, RISK));

  private final TestDatabase tables;
  private final Database database;
  private final StoredObjectives objectives;
  private final StoredLinks links;
  private final StoredHistories histories;
  private KeyResult byBenefit;
  private KeyResult byRisk;
  private KeyResult byPoints;

  public StoredNumbersTest(String name, Supplier<TestDatabase> start) {
    SiteSettings site = mock(SiteSettings.class);
    when(site.current()).thenReturn(SETTINGS);
    tables = start.get();
    database = tables.database(site);
    objectives = new StoredObjectives(database);
    links = new StoredLinks(database, Clock.systemUTC());
    histories = new StoredHistories(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void threeKeyResults() {
    long objectiveId =
        objectives
            .add(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Okrs.ACTIVE),
                List.of(),
                BY_ANNA)
            .id();
    byBenefit = add(objectiveId, WeightBy.valueOf(BENEFIT));
    byRisk = add(objectiveId, WeightBy.valueOf(RISK));
    byPoints = add(objectiveId, WeightBy.POINTS);
    List<IssueState> issues =
        List.of(
            issue(1, StatusCategory.DONE, 0, Map.of(BENEFIT, "8.0", RISK, "0.5")),
            issue(2, StatusCategory.TO_DO, 0, Map.of(BENEFIT, "2.0")),
            issue(3, StatusCategory.TO_DO, 0, Map.of()));
    for (KeyResult each : List.of(byBenefit, byRisk, byPoints)) {
      links.attach(each.id(), issues, BY_ANNA);
    }
  }

  private KeyResult add(long objectiveId, WeightBy weightBy) {
    return objectives.add(
        objectiveId,
        new NewKeyResult(
            KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, weightBy), Okrs.ACTIVE),
        BY_ANNA);
  }

  @After
  public void close() {
    tables.close();
  }

  private static Map<String, BigDecimal> numbers(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> new BigDecimal(each.getValue())));
  }

  private static IssueState issue(
      long id, StatusCategory category, int minute, Map<String, String> numbers) {
    return new IssueState(
        id,
        "DEMO-" + id,
        7,
        Optional.of("1"),
        category,
        Optional.empty(),
        Optional.of(BigDecimal.ONE),
        Optional.empty(),
        Optional.empty(),
        numbers(numbers),
        THEN.plusSeconds(60L * minute));
  }

  private IssueProgress progress(KeyResult keyResult) {
    return links.workOf(List.of(keyResult)).get(keyResult.id()).progress();
  }

  private void amountsTo(KeyResult keyResult, String done, String total, int imputed) {
    IssueProgress progress = progress(keyResult);
    assertThat(progress.doneWeight()).isEqualByComparingTo(done);
    assertThat(progress.totalWeight()).isEqualByComparingTo(total);
    assertThat(progress.imputed()).isEqualTo(imputed);
  }

  @Test
  public void eachKeyResultWeighsByItsOwnField() {
    assertThat(objectives.keyResult(byBenefit.id()).orElseThrow().weightBy())
        .isEqualTo(WeightBy.valueOf(BENEFIT));
    assertThat(links.weighingFields()).containsExactly(BENEFIT, RISK);
    amountsTo(byBenefit, "8", "15", 1);
    amountsTo(byRisk, "0.5", "1.5", 2);
    amountsTo(byPoints, "1", "3", 0);
  }

  @Test
  public void aChangedNumberIsFollowed() {
    tables.statements();
    links.rewrite(issue(2, StatusCategory.DONE, 1, Map.of(BENEFIT, "12.25")));
    assertThat(tables.statements()).isLessThanOrEqualTo(6);
    amountsTo(byBenefit, "20.25", "30.375", 1);
    amountsTo(byPoints, "2", "3", 0);
    assertThat(links.rewrite(List.of(issue(2, StatusCategory.DONE, 2, Map.of(BENEFIT, "12.25")))))
        .isZero();
    assertThat(links.rewrite(List.of(issue(2, StatusCategory.DONE, 3, Map.of(BENEFIT, "12.5")))))
        .isEqualTo(3);
  }

  @Test
  public void aFieldThatIsGoneWeighsLikeMissingNumbers() {
    for (long id = 1; id <= 3; id++) {
      links.rewrite(issue(id, id == 1 ? StatusCategory.DONE : StatusCategory.TO_DO, 1, Map.of()));
    }
    amountsTo(byBenefit, "1", "3", 3);
    assertThat(progress(byBenefit).mostlyNotEstimated()).isTrue();
  }

  @Test
  public void pastDaysWeighByTheNumberOfThen() {
    keep(1, "3.0", "8.0");
    keep(2, "2.0", "2.0");
    keep(3, "", "1.0E-7");
    Collection<IssueHistory> kept = histories.of(List.of(1L, 2L, 3L));
    assertThat(kept)
        .anySatisfy(
            each ->
                assertThat(each.moments().get(1).state().numbers())
                    .isEqualTo(Map.of(BENEFIT, new BigDecimal("1.0E-7"))));

    PastWork.Linked linked =
        new StoredPastWork(database, histories)
            .linkedTo(List.of(byBenefit.id()))
            .get(byBenefit.id());
    WorkThroughTime work =
        new WorkThroughTime(linked.links(), linked.issues(), byBenefit.weightBy(), SETTINGS);
    IssueProgress then = work.at(THEN.plusSeconds(30), Knowledge.BY_EFFECTIVE_DATE);
    assertThat(then.totalWeight()).isEqualByComparingTo("7.5");
    assertThat(then.imputed()).isEqualTo(1);
    assertThat(work.at(THEN.plusSeconds(90), Knowledge.BY_EFFECTIVE_DATE).totalWeight())
        .isEqualByComparingTo("10.0000001");
  }

  private void keep(long issueId, String before, String after) {
    histories.replace(
        List.of(
            new KeptHistory(
                issueId,
                List.of(
                    new KeptHistory.Step(0, THEN, state(before), "1"),
                    new KeptHistory.Step(100, THEN.plusSeconds(60), state(after), "1")),
                Optional.empty())));
  }

  private static IssueSnapshot state(String benefit) {
    return new IssueSnapshot(
        7,
        "1",
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.of(BigDecimal.ONE),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        benefit.isEmpty() ? Map.of() : Map.of(BENEFIT, new BigDecimal(benefit)));
  }

  @Test
  public void aRebuildBringsNumbersInLineWithTheHistories() {
    keep(1, "3.0", "4.0");
    keep(2, "2.0", "2.0");
    keep(3, "", "6.0");
    StoredRecounts recounts = new StoredRecounts(database);
    assertThat(recounts.compare(List.of(byBenefit.id())).differences())
        .extracting(Recounts.Difference::keyResultId)
        .containsExactly(byBenefit.id());
    StoredRemembered remembered = new StoredRemembered(database);
    recounts.recount(
        List.of(byBenefit.id()),
        Map.of(1L, THEN, 2L, THEN, 3L, THEN),
        new Recounts.Place("test", remembered.write("test", Optional.empty(), "0").orElseThrow()),
        "1");
    assertThat(progress(byBenefit).totalWeight()).isEqualByComparingTo("12");
    assertThat(recounts.compare(List.of(byBenefit.id())).differences()).isEmpty();
  }

  @Test
  public void isTheEighthModel() {
    assertThat(new Numbers008().getModelVersion()).isEqualTo(ModelVersion.valueOf("8"));
  }
}
