package io.bearings.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Goal;
import io.bearings.okr.Importing;
import io.bearings.okr.JiraMetrics;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.KnownNumberFields;
import io.bearings.okr.KpiUnits;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewPlan;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Openness;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.PlanStore;
import io.bearings.okr.Plans;
import io.bearings.okr.Reach;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Tag;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import io.bearings.okr.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;

/** From a file to what is written, with the rules that hold for what people type. */
public class FileImportTest {
  private static final Person ANNA = new Person("anna");
  private static final Writer WRITER = new Writer(ANNA, Tag.API);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final String HEADER =
      "type,key,parent,title,why,owner,kind,visibility,labels,source,measure,of,baseline,target,"
          + "low,high,weight,due,state,activated,confidence,value,on,comment\n";

  private final PlanStore store = mock(PlanStore.class);
  private final Cycles cycles = mock(Cycles.class);
  private final People people = key -> Optional.of(key).filter(Set.of("anna", "bert")::contains);
  private Role role = Role.LEAD;
  private final KpiUnits kpiUnits = id -> Optional.of(id).filter(it -> it == 7).map(it -> 2L);
  private final JiraMetrics metrics = mock(JiraMetrics.class);
  private final KnownNumberFields numberFields = new KnownNumberFields("customfield_10010");
  private final Importing importing =
      new Importing(
          new Plans(mock(Objectives.class), this::standpoint, cycles),
          store,
          people,
          numberFields,
          kpiUnits,
          metrics,
          Clock.fixed(NOW, ZoneOffset.UTC));
  private final FileImport imports = new FileImport(importing);
  @Captor private ArgumentCaptor<List<NewPlan>> written;

  @Before
  public void aCycleOfTheTeam() {
    MockitoAnnotations.openMocks(this);
    when(cycles.cycle(5))
        .thenReturn(
            Optional.of(
                new Cycle(
                    5,
                    2,
                    "Q4",
                    LocalDate.parse("2026-10-01"),
                    LocalDate.parse("2026-12-31"),
                    CycleState.ACTIVE,
                    CycleKind.CALENDAR,
                    CycleLength.QUARTER,
                    Optional.empty(),
                    Optional.empty(),
                    1)));
  }

  private Standpoint standpoint(Person who) {
    Unit unit =
        new Unit(
            2,
            "Team",
            UnitLevel.TEAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Openness.MEMBERS,
            UnitSettings.DEFAULT,
            false,
            1);
    return new Standpoint(
        who,
        List.of(unit),
        new Reach(false, Set.of(), Set.of(), Set.of(), List.of(new Reach.Grant(2, role))));
  }

  @Test
  public void bringsInObjectivesWithKeyResultsAndCheckIns() {
    FileImport.Report report =
        run(
            HEADER
                + "OBJECTIVE,a,,Calm nights,\"Sleep, at last\",bert,COMMITTED,PRIVATE,x; y,,,,,,,,"
                + ",,ACTIVE,2026-10-05,6,,,\n"
                + "KEY_RESULT,k,a,Fewer alarms,,,,,,MANUAL,RATING,5,4.5,1,,,2,2026-12-01\n"
                + "CHECK_IN,,,,,,,,,,,,,,,,,,,,7,3.5,2026-11-02,Better\n"
                + "check_in,,k,,,,,,,,,,,,,,,,,,8,,2026-11-09,\n"
                + ",,,,,,,,,,,,\n"
                + "OBJECTIVE,,,Second\n"
                + "KEY_RESULT,,,Up,,,,,,MAINTAIN,,,,,1,2\n",
            false);
    assertThat(report.dryRun()).isFalse();
    assertThat(report.lines()).hasSize(6).allMatch(line -> line.problems().isEmpty());
    assertThat(report.lines()).extracting(FileImport.Line::row).containsExactly(2, 3, 4, 5, 7, 8);
    verify(store).add(written.capture(), any());
    NewPlan first = written.getValue().get(0);
    assertThat(first.objective().unitId()).isEqualTo(2);
    assertThat(first.objective().cycleId()).contains(5L);
    assertThat(first.objective().content().title()).isEqualTo("Calm nights");
    assertThat(first.objective().content().why()).isEqualTo("Sleep, at last");
    assertThat(first.objective().content().ownerKey()).isEqualTo("bert");
    assertThat(first.objective().content().kind()).isEqualTo(ObjectiveKind.COMMITTED);
    assertThat(first.objective().content().visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(first.objective().content().labels()).containsExactly("x", "y");
    assertThat(first.objective().life().state()).isEqualTo(ObjectiveState.ACTIVE);
    assertThat(first.objective().life().confidence()).contains(6);
    assertThat(first.objective().life().activatedOn()).contains(LocalDate.parse("2026-10-05"));
    NewPlan.Result keyResult = first.keyResults().get(0);
    assertThat(keyResult.keyResult().content().ownerKey()).isEqualTo("bert");
    assertThat(keyResult.keyResult().content().source()).isEqualTo(Source.MANUAL);
    assertThat(keyResult.keyResult().content().nature()).isEqualTo(Nature.OUTCOME);
    assertThat(keyResult.keyResult().content().measure())
        .isEqualTo(
            new Measure(Measure.Kind.RATING, Optional.of(new BigDecimal("5")), Optional.empty()));
    assertThat(keyResult.keyResult().content().weight()).isEqualByComparingTo("2");
    Goal goal = keyResult.keyResult().content().goal();
    assertThat(goal.baseline()).contains(new BigDecimal("4.5"));
    assertThat(goal.due()).contains(LocalDate.parse("2026-12-01"));
    assertThat(keyResult.checkIns())
        .containsExactly(
            new NewCheckIn(
                0,
                Optional.of(new BigDecimal("3.5")),
                7,
                LocalDate.parse("2026-11-02"),
                new Words("Better", "", "", ""),
                Optional.empty(),
                Tag.API),
            new NewCheckIn(
                0,
                Optional.empty(),
                8,
                LocalDate.parse("2026-11-09"),
                Words.NONE,
                Optional.empty(),
                Tag.API));
    NewPlan second = written.getValue().get(1);
    assertThat(second.objective().content().ownerKey()).isEqualTo("anna");
    assertThat(second.objective().life().state()).isEqualTo(ObjectiveState.DRAFT);
    assertThat(second.keyResults()).hasSize(1);
  }

  @Test
  public void switchesTheShareOfTheWindowOnAndOff() {
    run(
        "type,title,source,ALIGNEDSHARE\nOBJECTIVE,Good\n"
            + "KEY_RESULT,Left out,ALIGNED\n"
            + "KEY_RESULT,On,ALIGNED,true\n"
            + "KEY_RESULT,Off,ALIGNED,FALSE\n"
            + "KEY_RESULT,On in a spreadsheet,ALIGNED,1\n"
            + "KEY_RESULT,Off in a spreadsheet,ALIGNED,0\n",
        false);
    verify(store).add(written.capture(), any());
    assertThat(written.getValue().get(0).keyResults())
        .extracting(each -> each.keyResult().content().alignedShare())
        .containsExactly(true, true, false, true, false);
  }

  @Test
  public void issuesWeighWhatTheFileSays() {
    run(
        "type,title,source,weightBy\nOBJECTIVE,Good\n"
            + "KEY_RESULT,Each the same,ISSUES\n"
            + "KEY_RESULT,By hours,ISSUES,estimate\n"
            + "KEY_RESULT,By benefit,ISSUES,customfield_10010\n",
        false);
    verify(store).add(written.capture(), any());
    assertThat(written.getValue().get(0).keyResults())
        .extracting(each -> each.keyResult().content().weightBy())
        .containsExactly(WeightBy.ISSUES, WeightBy.ESTIMATE, WeightBy.valueOf("customfield_10010"));
    assertThat(numberFields.kept()).containsExactly("customfield_10010");

    FileImport.Report report =
        run("type,title,weightBy\nOBJECTIVE,Good\nKEY_RESULT,Odd,colour\n", true);
    assertThat(problems(report, 3)).containsKey("weightBy");
    report = run("type,title,weightBy\nOBJECTIVE,Good\nKEY_RESULT,Gone,customfield_9\n", true);
    assertThat(problems(report, 3)).containsKey("weightBy");
  }

  @Test
  public void aShareOfTheWindowIsYesOrNo() {
    FileImport.Report report =
        run("type,title,alignedShare\nOBJECTIVE,Good\nKEY_RESULT,Fed,half\n", true);
    assertThat(problems(report, 3))
        .containsEntry("alignedShare", Message.of("bearings.error.noFlag"));
  }

  @Test
  public void aDryRunWritesNothing() {
    FileImport.Report report = run("title,type\nCalm,OBJECTIVE\n", true);
    assertThat(report.dryRun()).isTrue();
    assertThat(report.count("OBJECTIVE")).isEqualTo(1);
    assertThat(report.count("CHECK_IN")).isZero();
    verify(store, never()).add(any(), any());
  }

  @Test
  public void saysOfEveryRowWhatIsWrong() {
    FileImport.Report report =
        run(
            HEADER
                + "OBJECTIVE,a,,,,nobody,GREAT,,,,,,,,,,,,ACTIVE,2026-12-01,11\n"
                + "KEY_RESULT,,zz,Lost\n"
                + "KEY_RESULT,k,a,Fewer,,,,,,MANUAL,RATING,,\"12,5\",NaN,,,-1,soon\n"
                + "CHECK_IN,,k,,,,,,,,,,,,,,,,,,,1e308,2026-11-23,\n"
                + "TASK,,,Do it\n"
                + ",,,What is it\n"
                + "OBJECTIVE,a,,Again\n"
                + "CHECK_IN,,,,,,,,,,,,,,,,,,,,5,1\n",
            true);
    Map<String, Message> objective = problems(report, 2);
    assertThat(objective)
        .containsOnlyKeys("title", "owner", "kind", "why", "confidence", "activated");
    assertThat(objective.get("owner"))
        .isEqualTo(Message.of("bearings.error.noSuchPerson", "nobody"));
    assertThat(problems(report, 3))
        .containsOnly(Map.entry("parent", Message.of("bearings.error.noRowAbove", "zz")));
    assertThat(problems(report, 4))
        .containsEntry("baseline", Message.of("bearings.error.noNumber"))
        .containsEntry("target", Message.of("bearings.error.noNumber"))
        .containsEntry("due", Message.of("bearings.error.noDay"))
        .containsKeys("of", "weight");
    assertThat(problems(report, 5)).containsOnlyKeys("value", "confidence", "on");
    assertThat(problems(report, 6)).containsOnlyKeys("type");
    assertThat(problems(report, 7))
        .containsOnly(Map.entry("type", Message.of("bearings.error.required")));
    assertThat(problems(report, 8))
        .containsOnly(Map.entry("key", Message.of("bearings.error.keyTwice", "a")));
    assertThat(problems(report, 9))
        .containsOnly(Map.entry("parent", Message.of("bearings.error.required")));
  }

  @Test
  public void aKeyResultNamesItsKpiByTheKey() {
    FileImport.Report report =
        run(
            "type,title,source,baseline,target,kpi\n"
                + "OBJECTIVE,O\n"
                + "KEY_RESULT,A,KPI,1,2,kpi-7\n"
                + "KEY_RESULT,B,KPI,1,2,KPI-8\n"
                + "KEY_RESULT,C,KPI,1,2,seven\n"
                + "KEY_RESULT,D,MANUAL,1,2,KPI-7\n",
            true);
    assertThat(problems(report, 3)).isEmpty();
    assertThat(problems(report, 4))
        .containsOnly(Map.entry("kpi", Message.of("bearings.error.notFound", "KPI-8")));
    assertThat(problems(report, 5)).containsOnlyKeys("kpi");
    assertThat(problems(report, 6))
        .containsOnly(Map.entry("kpi", Message.of("bearings.error.noKpi")));
  }

  @Test
  public void aKeyResultStatesItsMetricWhichIsAskedForOnce() {
    Message wrong = Message.of("bearings.error.metric.noWindow");
    when(metrics.problem(any(), any(), any()))
        .thenAnswer(
            call ->
                Optional.of(wrong)
                    .filter(
                        any ->
                            call.<KeyResultContent>getArgument(1)
                                .metric()
                                .equals(Optional.of("throughput"))));
    FileImport.Report report =
        run(
            "type,title,source,baseline,target,metric\n"
                + "OBJECTIVE,O\n"
                + "KEY_RESULT,A,JQL,40,5,work_in_progress\n"
                + "KEY_RESULT,B,JQL,40,5,throughput\n"
                + "KEY_RESULT,C,JQL,30,5,throughput\n"
                + "KEY_RESULT,D,JQL,40,5,\n"
                + "KEY_RESULT,E,MANUAL,1,2,throughput\n",
            true);
    assertThat(problems(report, 3)).isEmpty();
    assertThat(problems(report, 4)).containsOnly(Map.entry("metric", wrong));
    assertThat(problems(report, 5)).containsOnly(Map.entry("metric", wrong));
    assertThat(problems(report, 6))
        .containsOnly(Map.entry("metric", Message.of("bearings.error.required")));
    assertThat(problems(report, 7))
        .containsOnly(Map.entry("metric", Message.of("bearings.error.noMetric")));
    verify(metrics, times(2)).problem(any(), any(), any());
  }

  private static Map<String, Message> problems(FileImport.Report report, int row) {
    return report.lines().stream()
        .filter(line -> line.row() == row)
        .findFirst()
        .orElseThrow()
        .problems();
  }

  @Test
  public void aRealRunIsAllOrNothing() {
    Refusal.Invalid refusal =
        refusal("type,title,baseline\nOBJECTIVE,Good,\nOBJECTIVE,,\nKEY_RESULT,K,x\n");
    assertThat(refusal.fields())
        .containsOnly(
            Map.entry("rows[3].title", Message.of("bearings.error.required")),
            Map.entry("rows[4].baseline", Message.of("bearings.error.noNumber")));
    verify(store, never()).add(any(), any());
  }

  @Test
  public void aContributorStartsAndChecksInTheirOwnOnly() {
    role = Role.CONTRIBUTOR;
    FileImport.Report report =
        run(
            "type,title,why,owner,state,confidence,source,baseline,target,value\n"
                + "OBJECTIVE,Mine,why,anna,ACTIVE,5\n"
                + "KEY_RESULT,K,,,,,,0,1\n"
                + "CHECK_IN,,,,,5,,,,1\n"
                + "OBJECTIVE,Theirs,why,bert,ACTIVE,5\n"
                + "KEY_RESULT,K,,,,,,0,1\n"
                + "CHECK_IN,,,,,5,,,,1\n",
            true);
    Message forbidden = Message.of("bearings.error.forbidden");
    assertThat(report.lines())
        .extracting(FileImport.Line::problems)
        .containsExactly(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("state", forbidden),
            Map.of(),
            Map.of("type", forbidden));
  }

  @Test
  public void aDraftHasNoCheckIns() {
    FileImport.Report report =
        run(
            "type,title,confidence,baseline,target\nOBJECTIVE,O\nKEY_RESULT,K,,0,1\n"
                + "CHECK_IN,,5\n",
            true);
    assertThat(problems(report, 4))
        .containsOnly(Map.entry("type", Message.of("bearings.error.notActive", "K")));
  }

  @Test
  public void refusesAHeaderThatItDoesNotKnow() {
    assertThat(refusal("name,name,type,TYPE\nx").fields())
        .containsOnly(
            Map.entry("name", Message.of("bearings.error.unknownColumn")),
            Map.entry("TYPE", Message.of("bearings.error.columnTwice")),
            Map.entry("title", Message.of("bearings.error.noColumn")));
    assertThat(refusal("").fields()).containsOnlyKeys("type", "title");
  }

  @Test
  public void repeatsLittleOfAHeaderThatIsNone() {
    assertThat(refusal("x".repeat(100_000)).fields())
        .containsOnlyKeys("x".repeat(59) + "\u2026", "type", "title");
    String many =
        IntStream.range(0, 1_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertThat(refusal(many).fields()).hasSize(22).containsKeys("0", "19", "type", "title");
  }

  @Test
  public void refusesWhatIsNoFile() {
    assertThat(refusal(new byte[] {'a', (byte) 0xFF}))
        .isEqualTo(Map.of("file", Message.of("bearings.error.noUtf8")));
    assertThat(refusal(new byte[] {'P', 'K', 3, 4}))
        .isEqualTo(Map.of("file", Message.of("bearings.error.noSheet", "XLSX")));
    byte[] tooLong =
        ("type,title\n" + "OBJECTIVE,x\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(tooLong))
        .isEqualTo(Map.of("file", Message.of("bearings.error.sheetTooLarge", 5_001)));
  }

  private Map<String, Message> refusal(byte[] file) {
    return catchThrowableOfType(
            Refusal.Invalid.class, () -> imports.run(WRITER, 2, Optional.of(5L), file, true))
        .fields();
  }

  @Test
  public void takesFiveThousandRows() {
    String csv =
        "type,title,baseline,target\n"
            + ("OBJECTIVE,O\n" + "KEY_RESULT,K,0,1\n".repeat(4)).repeat(1_000);
    assertThat(run(csv, false).lines()).hasSize(5_000);
    verify(store).add(written.capture(), any());
    assertThat(written.getValue()).hasSize(1_000);
  }

  @Test
  public void readsTheNumbersAndDaysOfAWorkbook() {
    byte[] workbook =
        Xlsx.write(
            new Sheet(
                List.of(
                    List.of("type", "title", "baseline", "target", "due"),
                    List.of("OBJECTIVE", "O"),
                    List.of("KEY_RESULT", "K", "0.29999999999999999", "1e2", "46357"))));
    imports.run(WRITER, 2, Optional.of(5L), workbook, false);
    verify(store).add(written.capture(), any());
    Goal goal = written.getValue().get(0).keyResults().get(0).keyResult().content().goal();
    assertThat(goal.baseline().orElseThrow()).isEqualByComparingTo("0.3");
    assertThat(goal.target().orElseThrow()).isEqualByComparingTo("100");
    assertThat(goal.due()).contains(LocalDate.parse("2026-12-01"));
  }

  @Test
  public void asksForAUnitWhereOneMayCreateObjectives() {
    byte[] file = "type,title\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> imports.run(WRITER, 9, Optional.empty(), file, true))
        .isInstanceOf(Refusal.NotFound.class);
    role = Role.VIEWER;
    assertThatThrownBy(() -> imports.run(WRITER, 2, Optional.empty(), file, true))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  private FileImport.Report run(String csv, boolean dryRun) {
    return imports.run(WRITER, 2, Optional.of(5L), csv.getBytes(StandardCharsets.UTF_8), dryRun);
  }

  private Refusal.Invalid refusal(String csv) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> run(csv, false));
  }
}
