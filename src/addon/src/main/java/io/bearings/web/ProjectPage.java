package io.bearings.web;

import static java.util.stream.Collectors.partitioningBy;

import io.bearings.jira.PagePaths;
import io.bearings.kpi.KpiOverview;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleState;
import io.bearings.okr.People;
import io.bearings.okr.Unit;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.review.Phase;
import io.bearings.review.ProjectBearings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of a project's objectives and KPIs; or, while they cannot be read, why not. */
public final class ProjectPage {
  /** How many lines of what needs attention are shown. */
  static final int MOST_ATTENTION = 5;

  /** The parts of the page that stand side by side, in the order in which each phase has them. */
  private static final String OBJECTIVES = "objectives";

  private static final String HEALTH = "health";

  private final Optional<ProjectBearings> bearings;
  private final Phase phase;
  private final String lead;
  private final String contextPath;
  private final List<PhaseTab> tabs;
  private final List<ObjectiveCard> objectives;
  private final List<KpiTile> kpis;
  private final String kpisJson;
  private final List<AttentionRow> attention;
  private final String moreAttention;
  private final String kickoffText;
  private final List<CycleChoice> cycles;
  private final String workedText;
  private final String problem;
  private final String backHref;

  private ProjectPage(
      ProjectBearings bearings, Given given, String kpisJson, People people, PageTexts texts) {
    this.bearings = Optional.of(bearings);
    this.kpisJson = kpisJson;
    contextPath = given.contextPath();
    phase = bearings.unit().isPresent() ? given.phase().orElse(bearings.phase()) : Phase.KICKOFF;
    lead = texts.get("bearings.page.lead", bearings.overview().project().name());
    tabs =
        Arrays.stream(Phase.values())
            .map(each -> PhaseTab.of(each, phase, bearings.phase(), texts))
            .toList();
    objectives = cards(bearings, texts);
    kpis =
        bearings.kpis().map(KpiOverview.Board::cards).orElse(List.of()).stream()
            .map(each -> KpiTile.of(each, contextPath, texts))
            .toList();
    Optional<Long> cycleId = bearings.cycle().map(Cycle::id);
    int all = bearings.attention().size();
    attention =
        AttentionRow.of(
            bearings.attention().subList(0, Math.min(MOST_ATTENTION, all)),
            cycleId,
            contextPath,
            people,
            texts);
    moreAttention = more(all - attention.size(), texts);
    kickoffText =
        bearings.cycle().map(it -> texts.get("bearings.page.kickoff", it.name())).orElse("");
    cycles =
        bearings.cycles().all().stream()
            .map(each -> CycleChoice.of(each, bearings.cycle(), texts))
            .toList();
    workedText =
        bearings
            .cycles()
            .current()
            .filter(it -> !bearings.cycle().equals(Optional.of(it)))
            .map(it -> texts.get("bearings.page.cycle.back", it.name()))
            .orElse("");
    problem = "";
    backHref = "";
  }

  private ProjectPage(String problem, String backHref) {
    this.problem = problem;
    this.backHref = backHref;
    bearings = Optional.empty();
    phase = Phase.KICKOFF;
    lead = "";
    contextPath = "";
    tabs = List.of();
    objectives = List.of();
    kpis = List.of();
    kpisJson = "";
    attention = List.of();
    moreAttention = "";
    kickoffText = "";
    cycles = List.of();
    workedText = "";
  }

  /**
   * What the request says.
   *
   * @param phase the one that was asked for; absent for that of the cycle
   * @param cycleId the one that was asked for; absent for that which the unit works on
   */
  record Given(String contextPath, Optional<Phase> phase, Optional<Long> cycleId) {

    /** Eighteen digits fit into a long, whatever they are. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    /** Is the id of no cycle. */
    private static final long NONE = 0;

    /**
     * @param phase a word of the address, which may be none of ours
     * @param cycle a word of the address; where it is no id, a cycle was asked for that there is
     *     not
     */
    static Given of(String contextPath, Optional<String> phase, Optional<String> cycle) {
      return new Given(
          contextPath,
          Arrays.stream(Phase.values())
              .filter(
                  each -> phase.filter(each.name().toLowerCase(Locale.ROOT)::equals).isPresent())
              .findFirst(),
          cycle
              .filter(text -> !text.isEmpty())
              .map(text -> ID.matcher(text).matches() ? Long.parseLong(text) : NONE));
    }
  }

  /**
   * @param kpisJson the KPIs as the script takes them
   */
  static ProjectPage of(
      ProjectBearings bearings, Given given, String kpisJson, People people, PageTexts texts) {
    return new ProjectPage(bearings, given, kpisJson, people, texts);
  }

  static ProjectPage failed(String problem) {
    return new ProjectPage(problem, "");
  }

  /**
   * For an address that asks for what there is not.
   *
   * @param backHref where the page is that shows something
   */
  static ProjectPage astray(String problem, String backHref) {
    return new ProjectPage(problem, backHref);
  }

  /** Those of the cycle that is shown, then the others. */
  private List<ObjectiveCard> cards(ProjectBearings all, PageTexts texts) {
    Map<Boolean, List<ObjectiveFigures>> current =
        all.overview().objectives().stream().collect(partitioningBy(all::isShown));
    Optional<ObjectiveFigures> firstOther = current.get(false).stream().findFirst();
    return Stream.concat(current.get(true).stream(), current.get(false).stream())
        .map(
            each ->
                ObjectiveCard.of(
                    each,
                    phase == Phase.KICKOFF,
                    firstOther.filter(each::equals).isPresent(),
                    new ObjectiveCard.Looking(all.overview().standpoint().who(), contextPath),
                    texts))
        .toList();
  }

  private static String more(int count, PageTexts texts) {
    if (count <= 0) {
      return "";
    }
    return count == 1
        ? texts.get("bearings.page.attention.more.one")
        : texts.get("bearings.page.attention.more.many", String.valueOf(count));
  }

  public String getProjectKey() {
    return bearings.map(it -> it.overview().project().key()).orElse("");
  }

  /** The user key of the person who looks. */
  public String getPersonKey() {
    return bearings.map(it -> it.overview().standpoint().who().key()).orElse("");
  }

  /** One sentence below the title. */
  public String getLead() {
    return lead;
  }

  public boolean isMayEdit() {
    return bearings.filter(it -> it.overview().mayEdit()).isPresent();
  }

  /** Whether the project belongs to a unit, so that there are phases, KPIs and attention. */
  public boolean isOfUnit() {
    return bearings.flatMap(ProjectBearings::unit).isPresent();
  }

  /** The name of the unit. */
  public String getUnitName() {
    return bearings.flatMap(ProjectBearings::unit).map(Unit::name).orElse("");
  }

  private Optional<Cycle> cycle() {
    return bearings.flatMap(ProjectBearings::cycle);
  }

  /** Whether a cycle is shown: the one that was asked for, or that which the unit works on. */
  public boolean isInCycle() {
    return cycle().isPresent();
  }

  /** Whether that cycle is closed, so that nothing new belongs into it. */
  public boolean isOver() {
    return cycle().filter(it -> it.state() == CycleState.CLOSED).isPresent();
  }

  /** The id of that cycle; empty where there is none. */
  public String getCycleId() {
    return cycle().map(it -> String.valueOf(it.id())).orElse("");
  }

  /** The name of that cycle; empty where there is none. */
  public String getCycleName() {
    return cycle().map(Cycle::name).orElse("");
  }

  /** The first day of that cycle as ISO text; empty where there is none. */
  public String getCycleFirst() {
    return cycle().map(it -> it.first().toString()).orElse("");
  }

  /** The last day of that cycle as ISO text; empty where there is none. */
  public String getCycleLast() {
    return cycle().map(it -> it.last().toString()).orElse("");
  }

  /** All cycles that the page can show, the latest first. */
  public List<CycleChoice> getCycles() {
    return cycles;
  }

  /** Whether there is another cycle to show than the one that is shown. */
  public boolean isManyCycles() {
    return cycles.stream().anyMatch(each -> !each.isSelected());
  }

  /**
   * What the link to the cycle that the unit works on says; empty where there is none, or it is
   * shown.
   */
  public String getWorkedText() {
    return workedText;
  }

  /** Where the page is for the cycle that the unit works on. */
  public String getWorkedHref() {
    return contextPath + PagePaths.project(getProjectKey());
  }

  /** Where the workspace of the unit is. */
  public String getWorkspaceHref() {
    return bearings
        .flatMap(ProjectBearings::unit)
        .map(it -> contextPath + PagePaths.workspace(it.id(), cycle().map(Cycle::id)))
        .orElse(contextPath + PagePaths.ANY_WORKSPACE);
  }

  /** Where all KPIs of the unit are. */
  public String getBoardHref() {
    return getWorkspaceHref() + (isOfUnit() ? "&view=kpis" : "");
  }

  /** Where the kickoff of the cycle is; empty where there is no cycle. */
  public String getKickoffHref() {
    return bearings
        .flatMap(ProjectBearings::unit)
        .flatMap(unit -> cycle().map(it -> contextPath + PagePaths.kickoff(unit.id(), it.id())))
        .orElse("");
  }

  /** What the link to the kickoff says. */
  public String getKickoffText() {
    return kickoffText;
  }

  /** The phase that is shown: KICKOFF, EXECUTION or RETROSPECTIVE. */
  public String getPhase() {
    return phase.name();
  }

  /** The phase that the cycle is at. */
  public String getCurrentPhase() {
    return bearings.map(ProjectBearings::phase).orElse(Phase.KICKOFF).name();
  }

  public List<PhaseTab> getTabs() {
    return tabs;
  }

  /** The parts in their order: what leads comes first. */
  public List<String> getParts() {
    if (!isOfUnit()) {
      return List.of(OBJECTIVES);
    }
    return phase == Phase.EXECUTION ? List.of(HEALTH, OBJECTIVES) : List.of(OBJECTIVES, HEALTH);
  }

  /** Those of the cycle that is shown, then the others; both oldest first. */
  public List<ObjectiveCard> getObjectives() {
    return objectives;
  }

  /** Whether the project has objectives, but none of the cycle that is shown. */
  public boolean isOnlyOthers() {
    return objectives.stream().findFirst().filter(ObjectiveCard::isBeginsOthers).isPresent();
  }

  /** Whether the project has no objective. */
  public boolean isWithoutObjectives() {
    return objectives.isEmpty();
  }

  /** Those with a breach first. */
  public List<KpiTile> getKpis() {
    return kpis;
  }

  /** Whether the unit has no KPI. */
  public boolean isWithoutKpis() {
    return kpis.isEmpty();
  }

  /** Whether the person may add a KPI. */
  public boolean isMayCreateKpi() {
    return bearings.flatMap(ProjectBearings::kpis).filter(KpiOverview.Board::mayCreate).isPresent();
  }

  /** The KPIs as the script takes them. */
  public String getKpisJson() {
    return kpisJson;
  }

  /** The most urgent first, no more than five. */
  public List<AttentionRow> getAttention() {
    return attention;
  }

  /** Whether nothing needs attention. */
  public boolean isCalm() {
    return attention.isEmpty();
  }

  /** How many more there are, in words; empty where those are all. */
  public String getMoreAttention() {
    return moreAttention;
  }

  /** Why nothing can be shown; empty when all is well. */
  public String getProblem() {
    return problem;
  }

  /** Where something can be shown, where the address asks for what there is not; else empty. */
  public String getBackHref() {
    return backHref;
  }
}
