package io.bearings.web;

import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiOverview;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Verdict;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Objective;
import io.bearings.okr.Okrs;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Score;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Status;
import io.bearings.okr.Unit;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueLinks;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.IssueShare;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkOnIssue;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.ProjectOverview;
import io.bearings.progress.UnitCycles;
import io.bearings.progress.Way;
import io.bearings.review.AttentionItem;
import io.bearings.review.AttentionKind;
import io.bearings.review.ProjectBearings;
import io.bearings.talk.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** The same objectives as {@code golden/overview.json} and {@code golden/issue.json}. */
final class Sample {
  private static final Unit TEAM = Okrs.team(3, "Team <A>", Optional.of("lead"), 10_000L);
  private static final Standpoint LEAD = Okrs.standpoint(new Person("lead"), TEAM);
  private static final ProjectRef PROJECT = new ProjectRef(10_000, "ABC", "Alpha & Beta");

  /** Something is expected already, but it is too early to hold anybody to it. */
  private static final Judgement TOO_EARLY =
      new Judgement(
          Optional.of(new BigDecimal("0.05")),
          Optional.empty(),
          Status.TOO_EARLY,
          List.of(),
          false,
          false);

  private static final Objective FIRST =
      Okrs.objective(
          12, 10_000, "Feel <effortless> & \"calm\"", "New teams\nleave early.", "lead", 3);
  private static final Judgement BEHIND =
      judged("0.425", "0.7843137254901961", Status.OVERDUE, List.of(Status.AT_RISK), true);
  private static final KeyResultFigures HALF_WAY =
      keyResult(34, 12, "Onboarding from 60 % to 82 %", WeightBy.ISSUES, 3, 1, 1, 1, 1, BEHIND);
  private static final KeyResultFigures POINTS =
      figures(
          Okrs.keyResult(
              35,
              12,
              KeyResultContent.ofIssues("Days to value", "lead", BigDecimal.ONE, WeightBy.POINTS),
              1),
          new IssueProgress(
              4,
              4,
              0,
              0,
              0,
              3,
              true,
              BigDecimal.ZERO,
              new BigDecimal("20"),
              Optional.of(BigDecimal.ZERO),
              Optional.of(BigDecimal.ZERO)),
          TOO_EARLY);
  private static final KeyResultFigures EMPTY =
      keyResult(36, 12, "Nothing attached", WeightBy.ISSUES, 0, 0, 0, 0, 0, Judgement.NO_DATA);
  private static final KeyResultFigures DONE =
      keyResult(37, 13, "All of it", WeightBy.ISSUES, 2, 0, 0, 2, 0, TOO_EARLY);
  private static final Score PART = score("0.1666666666666667", "0.75");

  private static final Cycle NEXT_QUARTER =
      cycle(
          8,
          "Q1 <2027>",
          LocalDate.parse("2027-01-01"),
          LocalDate.parse("2027-03-31"),
          CycleState.PLANNING);

  private Sample() {}

  private static ProjectOverview project(boolean mayEdit, List<ObjectiveFigures> objectives) {
    return new ProjectOverview(PROJECT, LEAD, List.of(TEAM), mayEdit, objectives);
  }

  /** A project that is bound to no unit. */
  static ProjectBearings unbound(ProjectOverview overview) {
    return new ProjectBearings(
        overview, Optional.empty(), UnitCycles.NONE, Optional.empty(), Optional.empty(), List.of());
  }

  /** A project of a team that has one KPI, six things that need attention, and two quarters. */
  static ProjectBearings ofTeam(CycleState state) {
    return ofTeam(quarter(state), quarter(state));
  }

  /** The same where the quarter after the one that is worked on is shown. */
  static ProjectBearings ofTeamInItsNextQuarter() {
    return ofTeam(quarter(CycleState.ACTIVE), NEXT_QUARTER);
  }

  /** A project of a team whose only cycle is closed. */
  static ProjectBearings ofTeamBetweenCycles() {
    return new ProjectBearings(
        empty(true),
        Optional.of(TEAM),
        new UnitCycles(List.of(quarter(CycleState.CLOSED)), Optional.empty()),
        Optional.empty(),
        Optional.of(new KpiOverview.Board(TEAM, List.of(), false)),
        List.of());
  }

  /** A project of a team that shows a cycle which was closed without any objective. */
  static ProjectBearings ofTeamThatHadNone() {
    Cycle closed = quarter(CycleState.CLOSED);
    return new ProjectBearings(
        empty(true),
        Optional.of(TEAM),
        new UnitCycles(List.of(closed), Optional.empty()),
        Optional.of(closed),
        Optional.of(new KpiOverview.Board(TEAM, List.of(), false)),
        List.of());
  }

  private static ProjectBearings ofTeam(Cycle current, Cycle shown) {
    return new ProjectBearings(
        overview(true),
        Optional.of(TEAM),
        new UnitCycles(List.of(NEXT_QUARTER, current), Optional.of(current)),
        Optional.of(shown),
        Optional.of(new KpiOverview.Board(TEAM, List.of(kpi()), true)),
        LongStream.rangeClosed(1, 6).mapToObj(Sample::attention).toList());
  }

  /** A project of a team that has just begun. */
  static ProjectBearings ofNewTeam() {
    return new ProjectBearings(
        empty(true),
        Optional.of(TEAM),
        UnitCycles.NONE,
        Optional.empty(),
        Optional.of(new KpiOverview.Board(TEAM, List.of(), false)),
        List.of());
  }

  private static Cycle quarter(CycleState state) {
    return cycle(
        Okrs.QUARTER.id(),
        "Q4 <2026>",
        Okrs.QUARTER.days().first(),
        Okrs.QUARTER.days().last(),
        state);
  }

  private static Cycle cycle(
      long id, String name, LocalDate first, LocalDate last, CycleState state) {
    return new Cycle(
        id,
        TEAM.id(),
        name,
        first,
        last,
        state,
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static KpiOverview.Card kpi() {
    Period week = Period.of(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-22"));
    Judged red =
        new Judged(
            week,
            Optional.of(new BigDecimal("91")),
            false,
            new Verdict(KpiStatus.RED, false, false, Optional.empty(), Levels.NONE),
            true);
    KpiSheet sheet = new KpiSheet(7, TEAM.id(), KpiContent.of("Uptime <%>", "lead"), false, 1);
    KpiStanding standing =
        new KpiStanding(
            sheet,
            List.of(red),
            Signals.NONE,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());
    return new KpiOverview.Card(standing, "Team", Optional.empty(), false, false);
  }

  private static AttentionItem attention(long number) {
    boolean first = number == 1;
    return new AttentionItem(
        first ? AttentionKind.BLOCKER : AttentionKind.OFF_TRACK,
        first ? Subject.keyResult(34) : Subject.objective(number),
        first ? "KR-34" : "O-" + number,
        first ? Optional.of("Onboarding <b>") : Optional.empty(),
        TEAM.id(),
        first ? Optional.of("lead") : Optional.empty(),
        first ? Optional.of(LocalDate.parse("2026-11-10")) : Optional.empty(),
        first ? 9 : 0,
        first ? 2 : 0,
        first ? "the supplier" : "");
  }

  static ProjectOverview overview(boolean mayEdit) {
    return project(
        mayEdit,
        List.of(
            first(List.of(HALF_WAY, POINTS, EMPTY)),
            figures(
                Okrs.placed(Okrs.objective(13, 10_000, "Trust", "", "member", 1)),
                "Mem Ber",
                score("1", "1"),
                TOO_EARLY,
                List.of(DONE)),
            figures(
                inTheQuarter(Okrs.objective(14, 10_000, "Later", "A reason", "gone", 1)),
                "gone",
                Score.NO_DATA,
                Judgement.NO_DATA,
                List.of())));
  }

  /** The same project for somebody who may change no objective of it. */
  static ProjectOverview readOnly(boolean mayCreate) {
    return project(
        mayCreate, overview(mayCreate).objectives().stream().map(Sample::readOnly).toList());
  }

  private static ObjectiveFigures readOnly(ObjectiveFigures figures) {
    return new ObjectiveFigures(
        figures.placed(),
        false,
        figures.around(),
        figures.score(),
        figures.judgement(),
        figures.cappedBy(),
        false,
        List.of(),
        Set.of(),
        figures.keyResults());
  }

  private static Placed inTheQuarter(Objective objective) {
    return Okrs.placed(objective, Okrs.QUARTER);
  }

  private static ObjectiveFigures first(List<KeyResultFigures> keyResults) {
    Judgement judgement = judged("0.2083333333333333", "0.8", Status.AT_RISK, List.of(), false);
    return figures(inTheQuarter(FIRST), "Lea Lindqvist", PART, judgement, keyResults);
  }

  /** A project with an objective that the person may not read. */
  static ProjectOverview concealed() {
    ObjectiveFigures open = first(List.of(HALF_WAY));
    return project(
        true,
        List.of(
            new ObjectiveFigures(
                open.placed(),
                true,
                open.around(),
                open.score(),
                open.judgement(),
                open.cappedBy(),
                false,
                List.of(),
                Set.of(),
                open.keyResults())));
  }

  static ProjectOverview empty(boolean mayEdit) {
    return project(mayEdit, List.of());
  }

  static IssueLinks issue() {
    return new IssueLinks(
        "ABC-7",
        true,
        List.of(
            new LinkOnIssue(
                51,
                true,
                List.of(),
                HALF_WAY,
                FIRST,
                Optional.of(PROJECT),
                true,
                new IssueShare(
                    IssueShare.Standing.OPEN,
                    BigDecimal.ONE,
                    true,
                    BigDecimal.valueOf(3),
                    Optional.of(new BigDecimal("0.3333333333333333")),
                    Optional.of(new BigDecimal("0.3333333333333333")),
                    Optional.of(new BigDecimal("0.6666666666666667"))),
                List.of("Nobody <gets> lost")),
            new LinkOnIssue(
                52,
                false,
                List.of(
                    new Way(LinkKind.SPRINT, Optional.of("Sprint <7>")),
                    new Way(LinkKind.EPIC, Optional.empty()),
                    new Way(LinkKind.JQL, Optional.of("labels = \"calm\""))),
                EMPTY,
                Okrs.objective(15, 10_000, "No why", "", "lead", 1),
                Optional.of(PROJECT),
                false,
                new IssueShare(
                    IssueShare.Standing.NOT_COUNTED,
                    BigDecimal.ZERO,
                    false,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                List.of())),
        2);
  }

  private static KeyResultFigures keyResult(
      long id,
      long objectiveId,
      String title,
      WeightBy weightBy,
      int issues,
      int toDo,
      int inProgress,
      int done,
      int outOfScope,
      Judgement judgement) {
    Optional<BigDecimal> ratio =
        issues == 0
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(done).divide(BigDecimal.valueOf(issues), MathContext.DECIMAL64));
    return figures(
        Okrs.keyResult(id, objectiveId, title, BigDecimal.ONE, weightBy, 1),
        new IssueProgress(
            issues,
            toDo,
            inProgress,
            done,
            outOfScope,
            0,
            false,
            BigDecimal.valueOf(done),
            BigDecimal.valueOf(issues),
            ratio,
            ratio),
        judgement);
  }

  private static ObjectiveFigures figures(
      Placed placed,
      String ownerName,
      Score score,
      Judgement judgement,
      List<KeyResultFigures> keyResults) {
    return new ObjectiveFigures(
        placed,
        false,
        new ObjectiveFigures.Around(ownerName, "Team", List.of(), List.of()),
        score,
        judgement,
        List.of(),
        false,
        List.of(),
        Set.of(Operation.EDIT_OBJECTIVE, Operation.LINK_ISSUES),
        keyResults);
  }

  private static KeyResultFigures figures(
      KeyResult keyResult, IssueProgress progress, Judgement judgement) {
    return new KeyResultFigures(
        keyResult,
        "Lea Lindqvist",
        progress,
        KeyResultScore.issues(progress.ratio()),
        judgement,
        Optional.empty());
  }

  private static Judgement judged(
      String expected, String pace, Status status, List<Status> marks, boolean confidenceMismatch) {
    return new Judgement(
        Optional.of(new BigDecimal(expected)),
        Optional.of(new BigDecimal(pace)),
        status,
        marks,
        confidenceMismatch,
        false);
  }

  private static Score score(String value, String coverage) {
    return new Score(
        Optional.of(new BigDecimal(value)), Optional.of(new BigDecimal(coverage)), List.of(), 0);
  }
}
