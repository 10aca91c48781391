package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.News;
import io.bearings.connect.acts.Outcome;
import io.bearings.flow.StatusCategory;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Served;
import io.bearings.okr.Access;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Reach;
import io.bearings.okr.Role;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.progress.FindingWork;
import io.bearings.progress.IssueState;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.WorkOf;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredWorkOfTest {
  private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Person BERT = new Person("bert");
  private static final Edit BY_ANNA = new Edit(ANNA, THEN);
  private static final WorkOf.Reader EVERYTHING =
      new WorkOf.Reader("anna", Set.of(1L, 2L), Set.of(1L, 2L), Set.of(1L, 2L));

  private final TestDatabase database;
  private final StoredObjectives objectives;
  private final StoredLinks links;
  private final StoredFollowers followers;
  private final StoredWorkOf work;

  public StoredWorkOfTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
    links = new StoredLinks(database.database(), Clock.systemUTC());
    followers = new StoredFollowers(database.database());
    work = new StoredWorkOf(database.database());
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
  public void findsEachIssueOnceByAscendingId() {
    Objective objective = add(1, "anna", Visibility.UNIT_VIEWERS);
    KeyResult one = keyResult(objective);
    KeyResult other = keyResult(objective);
    KeyResult elsewhere = keyResult(add(2, "anna", Visibility.UNIT_VIEWERS));
    attach(one, 7, 40, 3, 17);
    attach(other, 7, 3, 5);
    attach(elsewhere, 7, 3, 99);
    attach(elsewhere, 8, 1);

    assertThat(work.keyResult(one.id(), 10)).containsExactly(3L, 17L, 40L);
    assertThat(work.keyResult(one.id(), 2)).containsExactly(3L, 17L);
    assertThat(work.keyResult(999, 10)).isEmpty();
    assertThat(work.objective(objective.id(), 10)).containsExactly(3L, 5L, 17L, 40L);
    assertThat(work.objective(objective.id(), 3)).containsExactly(3L, 5L, 17L);
    assertThat(work.units(List.of(1L), EVERYTHING, 10)).containsExactly(3L, 5L, 17L, 40L);
    assertThat(work.units(List.of(1L, 2L), EVERYTHING, 10))
        .containsExactly(1L, 3L, 5L, 17L, 40L, 99L);
    assertThat(work.units(List.of(), EVERYTHING, 10)).isEmpty();
    assertThat(work.project(7, EVERYTHING, 10)).containsExactly(3L, 5L, 17L, 40L, 99L);
    assertThat(work.project(8, EVERYTHING, 10)).containsExactly(1L);
    assertThat(work.project(9, EVERYTHING, 10)).isEmpty();
  }

  @Test
  public void whatIsArchivedCountsOnlyWhenItIsNamedItself() {
    Objective objective = add(1, "anna", Visibility.UNIT_VIEWERS);
    KeyResult kept = keyResult(objective);
    KeyResult away = keyResult(objective);
    attach(kept, 7, 1);
    attach(away, 7, 2);
    objectives.change(away.archived(true), Set.of(), List.of(), BY_ANNA);

    assertThat(work.keyResult(away.id(), 10)).containsExactly(2L);
    assertThat(work.objective(objective.id(), 10)).containsExactly(1L);
    assertThat(work.units(List.of(1L), EVERYTHING, 10)).containsExactly(1L);
    assertThat(work.project(7, EVERYTHING, 10)).containsExactly(1L);

    objectives.change(
        objectives.objective(objective.id()).orElseThrow().archived(true),
        Set.of(),
        List.of(),
        List.of(),
        BY_ANNA);
    assertThat(work.objective(objective.id(), 10)).containsExactly(1L);
    assertThat(work.units(List.of(1L), EVERYTHING, 10)).isEmpty();
    assertThat(work.project(7, EVERYTHING, 10)).isEmpty();
  }

  @Test
  public void anIssueServesWhereItCountsForAnythingThatIsInUse() {
    KeyResult one = keyResult(add(1, "anna", Visibility.PRIVATE));
    KeyResult away = keyResult(add(1, "anna", Visibility.UNIT_VIEWERS));
    attach(one, 7, 1, 2);
    attach(away, 7, 2, 3);
    objectives.change(away.archived(true), Set.of(), List.of(), BY_ANNA);

    assertThat(work.purposes(List.of(1L, 2L, 3L, 4L)).serving()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(work.purposes(List.of(4L)).serving()).isEmpty();
  }

  @Test
  public void anEpicServesThroughItsChildrenUntilTheLinkEnds() {
    KeyResult keyResult = keyResult(add(1, "anna", Visibility.UNIT_VIEWERS));
    StoredWorkLinks epics = new StoredWorkLinks(database.database());
    long link =
        epics
            .add(keyResult.id(), new LinkTarget.Epic(40), Optional.empty(), List.of(), BY_ANNA)
            .linkId();

    assertThat(work.purposes(List.of(40L, 41L)).serving()).containsExactly(40L);

    epics.end(keyResult.id(), link, BY_ANNA);
    assertThat(work.purposes(List.of(40L, 41L)).serving()).isEmpty();
  }

  @Test
  public void whatIsMaintainedGuardsAndMovesNothing() {
    Objective objective = add(1, "anna", Visibility.UNIT_VIEWERS);
    KeyResult moving = keyResult(objective);
    KeyResult maintained = keyResult(objective, of(Source.MAINTAIN));
    attach(moving, 7, 1, 2);
    attach(maintained, 7, 2, 3);
    new StoredWorkLinks(database.database())
        .add(maintained.id(), new LinkTarget.Epic(40), Optional.empty(), List.of(), BY_ANNA);

    WorkOf.Purposes found = work.purposes(List.of(1L, 2L, 3L, 4L, 40L));

    assertThat(found.serving()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(found.guarding()).containsExactlyInAnyOrder(2L, 3L, 40L);
    assertThat(found.answering()).isEmpty();
  }

  @Test
  public void aKeyResultThatReadsAGuardrailOfItsObjectiveGuards() {
    Objective objective = add(1, "anna", Visibility.UNIT_VIEWERS);
    Objective other = add(1, "anna", Visibility.UNIT_VIEWERS);
    long kpi = kpi(new Served(objective.id(), Served.Part.GUARDRAIL)).id();
    long driver = kpi(new Served(objective.id(), Served.Part.DRIVER)).id();
    attach(keyResult(objective, of(Source.MANUAL).reading(kpi)), 7, 1);
    attach(keyResult(objective, of(Source.MANUAL).reading(driver)), 7, 2);
    attach(keyResult(other, of(Source.MANUAL).reading(kpi)), 7, 3);

    WorkOf.Purposes found = work.purposes(List.of(1L, 2L, 3L));

    assertThat(found.guarding()).containsExactly(1L);
    assertThat(found.serving()).containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  public void whatABreachCreatedAnswersItUnlessItWasWithdrawn() {
    KpiSheet sheet = kpi();
    KpiSheet away = kpi();
    created(sheet, breach(sheet), 11);
    created(away, breach(away), 12);
    long wrong = breach(sheet);
    created(sheet, wrong, 13);

    assertThat(work.purposes(List.of(11L, 12L, 13L, 14L)).answering())
        .containsExactlyInAnyOrder(11L, 12L, 13L);

    withdraw(wrong);
    new StoredKpiSheets(database.database())
        .change(
            new StoredKpiSheets(database.database()).sheet(away.id()).orElseThrow().archived(true),
            List.of(),
            KpiSheets.Effect.NONE,
            BY_ANNA);
    assertThat(work.purposes(List.of(11L, 12L, 13L, 14L)).answering()).containsExactly(11L);
    assertThat(work.purposesIn(List.of(7L)).answering()).containsExactly(11L);
  }

  @Test
  public void thePurposesOfAProjectAreOneStatement() {
    Objective objective = add(1, "anna", Visibility.UNIT_VIEWERS);
    attach(keyResult(objective), 7, LongStream.rangeClosed(1, 900).toArray());
    attach(keyResult(objective), 8, 1_001);
    attach(keyResult(objective, of(Source.MAINTAIN)), 7, 901);
    work.purposesIn(List.of(8L));
    database.statements();

    WorkOf.Purposes found = work.purposesIn(List.of(7L));

    assertThat(database.statements()).isEqualTo(1);
    assertThat(found.serving()).hasSize(900).doesNotContain(1_001L);
    assertThat(found.guarding()).containsExactly(901L);
    work.purposes(List.of(1L, 901L));
    assertThat(database.statements()).isEqualTo(1);
    assertThat(work.purposesIn(List.of())).isEqualTo(WorkOf.Purposes.NONE);
  }

  private KpiSheet kpi(Served... serves) {
    KpiContent content = SampleKpis.named("KPI");
    Purpose purpose = content.purpose();
    return new StoredKpiSheets(database.database())
        .add(
            new NewKpi(
                1,
                new KpiContent(
                    content.name(),
                    content.measures(),
                    content.category(),
                    content.ownerKey(),
                    content.source(),
                    content.rhythm(),
                    content.yardstick(),
                    content.response(),
                    new Purpose(
                        purpose.why(),
                        purpose.decision(),
                        purpose.benchmark(),
                        purpose.reviewOn(),
                        List.of(serves),
                        purpose.grounds()),
                    content.dimensions())),
            BY_ANNA);
  }

  private long breach(KpiSheet sheet) {
    StoredJudgements judgements = new StoredJudgements(database.database());
    judgements.keep(
        SampleKpis.judgement(
            sheet.id(),
            judgements.docket(sheet.id()).orElseThrow().stamp(),
            SampleKpis.greenDays(SampleKpis.MONDAY, 1),
            new BreachEvent.Opened(SampleKpis.opened(SampleKpis.MONDAY), false)));
    List<KpiBreach> all = new StoredBreaches(database.database()).ofKpi(sheet.id());
    return all.get(all.size() - 1).id();
  }

  private void withdraw(long breachId) {
    database
        .database()
        .write(
            session ->
                session.update("update {KPI_BREACH} set [WITHDRAWN] = 1 where [ID] = ?", breachId));
  }

  private void created(KpiSheet sheet, long breachId, long issueId) {
    StoredActs acts = new StoredActs(database.database());
    acts.begin(
        new News(
            sheet.id(),
            breachId,
            Happening.OPENED,
            "",
            "anna",
            new Deed.Tell(List.of(), List.of()),
            List.of(),
            List.of(),
            Map.of(0, new Deed.CreateIssue("OPS", "Bug", "Red", "")),
            THEN));
    Act act =
        acts.ofBreach(breachId).stream()
            .filter(each -> each.deed() instanceof Deed.CreateIssue)
            .findFirst()
            .orElseThrow();
    acts.take(act, THEN);
    acts.settle(act.id(), new Outcome.Created("OPS-" + issueId, issueId), THEN);
  }

  private static KeyResultContent of(Source source) {
    return new KeyResultContent(
        "Calm",
        "anna",
        source,
        Nature.OUTCOME,
        Measure.NUMBER,
        Goal.NONE,
        BigDecimal.ZERO,
        WeightBy.ISSUES);
  }

  /** Whoever owns or follows what, in whatever role: the lists hold what may be read one by one. */
  @Test
  public void everybodyFindsTheWorkOfWhatTheyMayReadAndOfNothingElse() {
    Map<Long, Objective> byIssue = new HashMap<>();
    long issue = 0;
    for (long unit : new long[] {1, 2}) {
      for (Visibility visibility : Visibility.values()) {
        for (String owner : List.of("anna", "bert")) {
          for (boolean followed : new boolean[] {true, false}) {
            Objective objective = add(unit, owner, visibility);
            if (followed) {
              followers.add(objective.id(), BERT, BY_ANNA);
            }
            attach(keyResult(objective), 7, ++issue);
            byIssue.put(issue, objective);
          }
        }
      }
    }
    for (Standpoint standpoint : standpoints()) {
      FindingWork finding = finding(standpoint, 100);
      List<Long> expected = new ArrayList<>();
      byIssue.forEach(
          (id, objective) -> {
            boolean followed = objectives.placed(objective.id(), BERT).orElseThrow().followed();
            if (standpoint.maySeeContent(
                objective.unitId(), objective.visibility(), objective.ownerKey(), followed)) {
              expected.add(id);
              assertThat(finding.ofObjective(BERT, objective.key())).containsExactly(id);
            }
          });
      assertThat(finding.ofProject(BERT, "DEMO")).isEqualTo(expected.stream().sorted().toList());
      for (Unit unit : standpoint.units()) {
        assertThat(finding.ofUnit(BERT, unit.name()))
            .isEqualTo(
                expected.stream()
                    .filter(id -> byIssue.get(id).unitId() == unit.id())
                    .sorted()
                    .toList());
      }
    }
  }

  private static List<Standpoint> standpoints() {
    List<Standpoint> all = new ArrayList<>();
    all.add(standpoint(false, List.of()));
    all.add(standpoint(true, List.of()));
    for (Role role : Role.values()) {
      all.add(standpoint(false, List.of(new Reach.Grant(1, role))));
    }
    return all;
  }

  private static Standpoint standpoint(boolean administers, List<Reach.Grant> grants) {
    return new Standpoint(
        BERT,
        List.of(Okrs.team(1, "North", Optional.empty()), Okrs.team(2, "South", Optional.empty())),
        new Reach(administers, Set.of(), Set.of(), Set.of(), grants));
  }

  private FindingWork finding(Standpoint standpoint, int limit) {
    Standpoints standing = mock(Standpoints.class);
    when(standing.of(BERT)).thenReturn(standpoint);
    Access access = mock(Access.class);
    when(access.project(BERT, "DEMO")).thenReturn(Optional.of(new ProjectRef(7, "DEMO", "Demo")));
    SiteSettings settings = mock(SiteSettings.class);
    Settings usual = new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO);
    when(settings.current())
        .thenReturn(
            new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO, usual.rules(), limit));
    return new FindingWork(work, objectives, standing, access, settings);
  }

  @Test
  public void statementsDoNotDependOnTheNumberOfIssues() {
    Standpoint lead = standpoint(false, List.of(new Reach.Grant(1, Role.LEAD)));
    FindingWork finding = finding(lead, 10_000);
    finding.ofProject(BERT, "DEMO");
    for (int size : List.of(3, 900)) {
      Objective objective = add(1, "anna", Visibility.UNIT_VIEWERS);
      KeyResult keyResult = keyResult(objective);
      attach(keyResult, 7, LongStream.rangeClosed(1, size).toArray());
      database.statements();
      assertThat(finding.ofKeyResult(BERT, keyResult.key())).hasSize(size);
      assertThat(database.statements()).isEqualTo(3);
      assertThat(finding.ofObjective(BERT, objective.key())).hasSize(size);
      assertThat(database.statements()).isEqualTo(2);
      finding.ofUnit(BERT, "North");
      assertThat(database.statements()).isEqualTo(1);
      finding.ofProject(BERT, "DEMO");
      assertThat(database.statements()).isEqualTo(1);
    }
  }

  private Objective add(long unit, String owner, Visibility visibility) {
    return objectives.add(
        new NewObjective(
            unit,
            Optional.empty(),
            new ObjectiveContent(
                "Calmer nights",
                "",
                owner,
                ObjectiveKind.ASPIRATIONAL,
                visibility,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                List.of()),
            Okrs.ACTIVE),
        List.of(),
        BY_ANNA);
  }

  private KeyResult keyResult(Objective parent) {
    return keyResult(
        parent, KeyResultContent.ofIssues("Fewer alarms", "anna", BigDecimal.ONE, WeightBy.ISSUES));
  }

  private KeyResult keyResult(Objective parent, KeyResultContent content) {
    return objectives.add(parent.id(), new NewKeyResult(content, Okrs.ACTIVE), BY_ANNA);
  }

  private void attach(KeyResult keyResult, long projectId, long... issueIds) {
    links.attach(
        keyResult.id(),
        LongStream.of(issueIds)
            .mapToObj(
                id ->
                    new IssueState(
                        id,
                        "DEMO-" + id,
                        projectId,
                        StatusCategory.TO_DO,
                        Optional.empty(),
                        Optional.empty(),
                        THEN))
            .toList(),
        BY_ANNA);
  }
}
