package io.bearings.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.flow.Weights;
import io.bearings.okr.Access;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.WeightBy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attaching issues to key results and looking at what is attached. Somebody who may not browse an
 * issue learns only that there is one more.
 */
@Named
public final class Linking {
  /** The most issues that are attached at once. */
  public static final int ATTACH_LIMIT = 1_000;

  private static final int NAMED_IN_ERROR = 10;

  /** Of issues that all have an estimate: what one without it weighs does not matter. */
  private static final Weights BY_ESTIMATE = Weights.byEstimate(List.of());

  private final Objectives objectives;
  private final Links links;
  private final Issues issues;
  private final Places places;
  private final Standpoints standpoints;
  private final Access access;
  private final Overview overview;
  private final Backfill backfill;
  private final Clock clock;

  @Inject
  public Linking(
      Objectives objectives,
      Links links,
      Issues issues,
      Places places,
      Standpoints standpoints,
      Access access,
      Overview overview,
      Backfill backfill,
      Clock clock) {
    this.objectives = objectives;
    this.links = links;
    this.issues = issues;
    this.places = places;
    this.standpoints = standpoints;
    this.access = access;
    this.overview = overview;
    this.backfill = backfill;
    this.clock = clock;
  }

  /**
   * The key results that an issue serves: it is linked to them itself, or is in an epic, a sprint,
   * a version or a query that they are linked to.
   *
   * @throws Refusal.NotFound when the person may not browse the issue, or there is none
   */
  public IssueLinks ofIssue(Person who, String issueKey) {
    return ofIssue(
        who, issues.find(who, issueKey).orElseThrow(() -> new Refusal.NotFound(issueKey)));
  }

  /**
   * The key results that an issue serves.
   *
   * @param issue one that Jira shows to the person
   */
  public IssueLinks ofIssue(Person who, IssueRef issue) {
    Standpoint standpoint = standpoints.of(who);
    Map<Long, List<Links.LinkPlace>> all =
        links.ofIssue(issue.id(), who).stream()
            .collect(
                groupingBy(link -> link.keyResult().id(), LinkedHashMap::new, Collectors.toList()));
    List<Served> shown =
        all.values().stream()
            .map(Served::new)
            .filter(each -> standpoint.mayRead(each.objective()))
            .filter(each -> !each.keyResult().archived())
            .toList();
    return new IssueLinks(
        issue.key(),
        !linkable(standpoint).isEmpty(),
        onIssue(standpoint, shown),
        all.size() - shown.size());
  }

  /**
   * A key result that an issue serves.
   *
   * @param links those that reach the issue, oldest first; at least one
   */
  private record Served(List<Links.LinkPlace> links) {
    KeyResult keyResult() {
      return links.get(0).keyResult();
    }

    Placed objective() {
      return links.get(0).objective();
    }

    Optional<Links.LinkPlace> itself() {
      return links.stream().filter(link -> link.target().kind() == LinkKind.ISSUE).findFirst();
    }

    /** Said of any of its links, each once. */
    List<String> sentences() {
      return links.stream().flatMap(link -> link.sentence().stream()).distinct().toList();
    }

    Optional<IssuePart> part() {
      return links.get(0).part();
    }

    LinkedWork work() {
      return links.get(0).work();
    }

    /** Whether it weighs by an estimate that the issue does not have. */
    boolean isImputed() {
      return !keyResult().weightBy().equals(WeightBy.ISSUES)
          && part()
              .filter(IssuePart::counts)
              .filter(
                  it ->
                      it.amount(keyResult().weightBy())
                          .filter(amount -> amount.signum() >= 0)
                          .isEmpty())
              .isPresent();
    }

    Stream<LinkTarget> through() {
      return links.stream()
          .map(Links.LinkPlace::target)
          .filter(target -> target.kind() != LinkKind.ISSUE);
    }
  }

  private static Set<Long> linkable(Standpoint standpoint) {
    return unitIds(standpoint, unit -> standpoint.may(Operation.LINK_ISSUES, unit.id()));
  }

  private static Set<Long> unitIds(Standpoint standpoint, Predicate<Unit> wanted) {
    return standpoint.units().stream().filter(wanted).map(Unit::id).collect(toSet());
  }

  private List<LinkOnIssue> onIssue(Standpoint standpoint, List<Served> shown) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Placed> placed = shown.stream().map(Served::objective).distinct().toList();
    Map<Long, KeyResultFigures> figures =
        overview.served(
            standpoint,
            placed,
            shown.stream().map(Served::keyResult).toList(),
            shown.stream().collect(toMap(each -> each.keyResult().id(), Served::work)));
    Map<Long, ProjectRef> projects = projects(standpoint, placed);
    Map<LinkTarget, Places.PlaceText> texts = texts(standpoint.who(), shown);
    Map<Long, Weights> weights = weights(shown);
    Settings settings = overview.settings();
    return shown.stream()
        .map(
            each ->
                onIssue(
                    standpoint,
                    each,
                    Optional.ofNullable(figures.get(each.keyResult().id()))
                        .orElseThrow(() -> new Refusal.NotFound(each.keyResult().key())),
                    Optional.ofNullable(projects.get(each.objective().objective().unitId())),
                    texts,
                    IssueShare.of(
                        each.keyResult(),
                        each.work().progress(),
                        each.part(),
                        weights.getOrDefault(each.keyResult().id(), BY_ESTIMATE),
                        settings)))
        .toList();
  }

  /** What issues weigh where it is not told by the issue itself. */
  private Map<Long, Weights> weights(List<Served> shown) {
    Map<Long, Weights> weights = new HashMap<>();
    shown.stream()
        .map(Served::keyResult)
        .filter(each -> each.weightBy().equals(WeightBy.ISSUES))
        .forEach(each -> weights.put(each.id(), Weights.ONE_EACH));
    List<KeyResult> imputing =
        shown.stream().filter(Served::isImputed).map(Served::keyResult).toList();
    if (!imputing.isEmpty()) {
      weights.putAll(links.weights(imputing));
    }
    return weights;
  }

  /** What the issue is in, which are a few places however many key results are linked to them. */
  private Map<LinkTarget, Places.PlaceText> texts(Person who, List<Served> shown) {
    Set<LinkTarget> in =
        shown.stream()
            .flatMap(Served::through)
            .filter(target -> target.kind() != LinkKind.JQL)
            .collect(toSet());
    return in.isEmpty() ? Map.of() : places.texts(who, in);
  }

  /** By the id of its unit, the project on whose page an objective is found. */
  private Map<Long, ProjectRef> projects(Standpoint standpoint, List<Placed> places) {
    Map<Long, Long> projectIds = new LinkedHashMap<>();
    places.stream()
        .flatMap(each -> standpoint.unit(each.objective().unitId()).stream())
        .filter(unit -> !unit.projectIds().isEmpty())
        .forEach(unit -> projectIds.put(unit.id(), unit.projectIds().get(0)));
    Map<Long, ProjectRef> found =
        access.projects(standpoint.who(), Set.copyOf(projectIds.values()));
    Map<Long, ProjectRef> byUnit = new LinkedHashMap<>();
    projectIds.forEach(
        (unitId, projectId) -> {
          if (found.containsKey(projectId)) {
            byUnit.put(unitId, found.get(projectId));
          }
        });
    return byUnit;
  }

  private static LinkOnIssue onIssue(
      Standpoint standpoint,
      Served served,
      KeyResultFigures figures,
      Optional<ProjectRef> project,
      Map<LinkTarget, Places.PlaceText> texts,
      IssueShare share) {
    KeyResult keyResult = served.keyResult();
    Objective objective = served.objective().objective();
    Optional<Links.LinkPlace> itself = served.itself();
    return new LinkOnIssue(
        itself.orElse(served.links().get(0)).id(),
        itself.isPresent() && mayLink(standpoint, objective, keyResult),
        served.through().map(target -> way(target, texts)).toList(),
        figures,
        objective,
        project,
        served.objective().cycle().isPresent(),
        share,
        served.sentences());
  }

  private static Way way(LinkTarget target, Map<LinkTarget, Places.PlaceText> texts) {
    return new Way(
        target.kind(),
        target instanceof LinkTarget.Query query
            ? Optional.of(query.jql())
            : Optional.ofNullable(texts.get(target)).map(Places.PlaceText::name));
  }

  /** Whether a person may attach issues to a key result, and detach them. */
  static boolean mayLink(Standpoint standpoint, Objective objective, KeyResult keyResult) {
    String who = standpoint.who().key();
    boolean own = objective.ownerKey().equals(who) || keyResult.ownerKey().equals(who);
    return standpoint.may(Operation.LINK_ISSUES, objective.unitId(), own);
  }

  /**
   * The issues of a key result.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public KeyResultLinks ofKeyResult(Person who, long keyResultId) {
    Overview.Within found = overview.within(who, keyResultId);
    List<Links.Link> all = links.ofKeyResult(keyResultId);
    Map<Long, IssueText> texts =
        all.isEmpty()
            ? Map.of()
            : issues.texts(who, all.stream().map(Links.Link::issueId).toList());
    List<LinkedIssue> shown =
        all.stream()
            .filter(link -> texts.containsKey(link.issueId()))
            .map(link -> linked(link, texts.get(link.issueId())))
            .toList();
    return new KeyResultLinks(found.keyResult(), found.mayLink(), shown, all.size() - shown.size());
  }

  private static LinkedIssue linked(Links.Link link, IssueText text) {
    return new LinkedIssue(
        link.id(),
        text.key(),
        text.title(),
        text.status(),
        link.category(),
        text.resolution(),
        link.points());
  }

  /**
   * Attaches issues to a key result: all of them or none.
   *
   * @param issueKeys 1 to {@value #ATTACH_LIMIT} keys
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming in {@code issueKeys} those that do not exist or that the person
   *     may not browse
   */
  public Attached attach(Person who, long keyResultId, List<String> issueKeys) {
    Place place = readable(who, keyResultId);
    requireLink(place);
    Set<String> keys = new LinkedHashSet<>(issueKeys);
    requireSize(keys);
    Map<String, IssueState> found = issues.visible(who, keys);
    requireAll(keys, found.keySet());
    Map<Long, IssueState> byId =
        inOrder(keys, found).stream()
            .collect(
                toMap(IssueState::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    backfill.fill(byId.keySet());
    Links.Outcome outcome =
        links.attach(keyResultId, byId.values(), new Objectives.Edit(who, clock.instant()));
    // An issue that changed after it was read here and before its link was there is read again:
    // its event found no link to write to.
    links.rewrite(
        issues.changedSince(outcome.attached().keySet().stream().map(byId::get).toList()));
    List<Attached.NewLink> attached = new ArrayList<>();
    List<String> already = new ArrayList<>();
    for (IssueState issue : inOrder(keys, found)) {
      Long linkId = outcome.attached().get(issue.id());
      if (linkId == null) {
        already.add(issue.key());
      } else {
        attached.add(new Attached.NewLink(linkId, issue.key()));
      }
    }
    return new Attached(attached, already);
  }

  /**
   * Attaches one issue to a key result; nothing happens where it is attached already.
   *
   * @param keyResultKey such as {@code KR-34}, in any case
   * @return whether it was not attached before
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid when the issue does not exist or the person may not browse it
   */
  public boolean attach(Person who, String keyResultKey, String issueKey) {
    long keyResultId =
        KeyResult.idOf(keyResultKey).orElseThrow(() -> new Refusal.NotFound(keyResultKey));
    return !attach(who, keyResultId, List.of(issueKey)).attached().isEmpty();
  }

  private static Set<IssueState> inOrder(Set<String> keys, Map<String, IssueState> found) {
    Set<IssueState> ordered = new LinkedHashSet<>();
    keys.forEach(key -> ordered.add(found.get(key)));
    return ordered;
  }

  private static void requireSize(Set<String> keys) {
    if (keys.isEmpty()) {
      throw invalid(Message.of("bearings.error.required"));
    }
    if (keys.size() > ATTACH_LIMIT) {
      throw invalid(Message.of("bearings.error.tooMany", ATTACH_LIMIT));
    }
  }

  private static void requireAll(Set<String> keys, Set<String> found) {
    List<String> missing = keys.stream().filter(key -> !found.contains(key)).toList();
    if (!missing.isEmpty()) {
      List<String> named = missing.subList(0, Math.min(NAMED_IN_ERROR, missing.size()));
      throw invalid(
          Message.of("bearings.error.noSuchIssues", missing.size(), String.join(", ", named)));
    }
  }

  private static Refusal invalid(Message problem) {
    return new Refusal.Invalid(Map.of("issueKeys", problem));
  }

  /**
   * Takes an issue off a key result.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or it has no such link
   * @throws Refusal.Forbidden when the person may not link issues to it
   */
  public void detach(Person who, long keyResultId, long linkId) {
    Place place = readable(who, keyResultId);
    requireLink(place);
    if (!links.detach(keyResultId, linkId, new Objectives.Edit(who, clock.instant()))) {
      throw new Refusal.NotFound(String.valueOf(linkId));
    }
  }

  /**
   * A key result that the person may read.
   *
   * @param mayLink whether the person may attach and detach issues
   */
  private record Place(KeyResult keyResult, boolean mayLink) {}

  private Place readable(Person who, long keyResultId) {
    Refusal.NotFound unknown = new Refusal.NotFound(KeyResult.keyOf(keyResultId));
    KeyResult keyResult = objectives.keyResult(keyResultId).orElseThrow(() -> unknown);
    Standpoint standpoint = standpoints.of(who);
    Placed placed =
        objectives
            .placed(keyResult.objectiveId(), who)
            .filter(found -> standpoint.mayRead(found))
            .orElseThrow(() -> unknown);
    return new Place(keyResult, mayLink(standpoint, placed.objective(), keyResult));
  }

  private static void requireLink(Place place) {
    if (!place.mayLink()) {
      throw new Refusal.Forbidden();
    }
  }
}
