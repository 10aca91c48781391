package io.bearings.progress;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.Drafts;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Attaching issues to key results and looking at what is attached. Somebody who may not browse an
 * issue learns only that there is one more.
 */
@Named
public final class Linking {
  /** The most issues that are attached at once. */
  public static final int ATTACH_LIMIT = 1_000;

  /** The most key results that the picker offers at once. */
  public static final int CANDIDATE_LIMIT = 100;

  private static final int NAMED_IN_ERROR = 10;

  private final Objectives objectives;
  private final Links links;
  private final Issues issues;
  private final Access access;
  private final Overview overview;
  private final Clock clock;

  @Inject
  public Linking(
      Objectives objectives,
      Links links,
      Issues issues,
      Access access,
      Overview overview,
      Clock clock) {
    this.objectives = objectives;
    this.links = links;
    this.issues = issues;
    this.access = access;
    this.overview = overview;
    this.clock = clock;
  }

  /**
   * The key results that an issue is attached to.
   *
   * @throws Refusal.NotFound when the person may not browse the issue, or there is none
   */
  public IssueLinks ofIssue(Person who, String issueKey) {
    IssueRef issue = issues.find(who, issueKey).orElseThrow(() -> new Refusal.NotFound(issueKey));
    Set<Long> editable = access.editableProjects(who).keySet();
    List<Links.LinkPlace> all = links.ofIssue(issue.id());
    Set<Long> projects = all.stream().map(each -> each.objective().projectId()).collect(toSet());
    Map<Long, ProjectRef> readable = access.projects(who, projects);
    List<Links.LinkPlace> shown =
        all.stream().filter(each -> readable.containsKey(each.objective().projectId())).toList();
    return new IssueLinks(
        issue.key(),
        !editable.isEmpty(),
        onIssue(shown, readable, editable),
        all.size() - shown.size());
  }

  private List<LinkOnIssue> onIssue(
      List<Links.LinkPlace> shown, Map<Long, ProjectRef> readable, Set<Long> editable) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Objective> places = shown.stream().map(Links.LinkPlace::objective).distinct().toList();
    List<Long> ids = places.stream().map(Objective::id).toList();
    Map<Long, ObjectiveFigures> figures =
        overview
            .figures(places, objectives.keyResultsOf(ids), links.talliesOfObjectives(ids))
            .stream()
            .collect(toMap(each -> each.objective().id(), Function.identity()));
    return shown.stream()
        .map(
            link ->
                onIssue(
                    link,
                    figures.get(link.objective().id()),
                    readable.get(link.objective().projectId()),
                    editable.contains(link.objective().projectId())))
        .toList();
  }

  private static LinkOnIssue onIssue(
      Links.LinkPlace link, ObjectiveFigures figures, ProjectRef project, boolean mayDetach) {
    KeyResultFigures keyResult =
        figures.keyResults().stream()
            .filter(each -> each.keyResult().id() == link.keyResult().id())
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound(link.keyResult().key()));
    return new LinkOnIssue(
        link.id(), mayDetach, keyResult, link.objective(), project, figures.score());
  }

  /**
   * The issues of a key result.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public KeyResultLinks ofKeyResult(Person who, long keyResultId) {
    Place place = readable(who, keyResultId);
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
    return new KeyResultLinks(
        overview.figures(place.keyResult()),
        access.mayEdit(who, place.objective().projectId()),
        shown,
        all.size() - shown.size());
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
   * @throws Refusal.Forbidden when the person may not edit the issues of its project
   * @throws Refusal.Invalid naming in {@code issueKeys} those that do not exist or that the person
   *     may not browse
   */
  public Attached attach(Person who, long keyResultId, List<String> issueKeys) {
    Place place = readable(who, keyResultId);
    requireEdit(who, place);
    Set<String> keys = new LinkedHashSet<>(issueKeys);
    requireSize(keys);
    Map<String, IssueState> found = issues.visible(who, keys);
    requireAll(keys, found.keySet());
    Map<Long, IssueState> byId =
        inOrder(keys, found).stream()
            .collect(
                toMap(IssueState::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
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
   * @throws Refusal.Forbidden when the person may not edit the issues of its project
   */
  public void detach(Person who, long keyResultId, long linkId) {
    Place place = readable(who, keyResultId);
    requireEdit(who, place);
    if (!links.detach(keyResultId, linkId)) {
      throw new Refusal.NotFound(String.valueOf(linkId));
    }
  }

  /**
   * Key results that the person could attach an issue to: those of the issue's project first.
   *
   * @param query part of a title, or a key; empty finds all
   * @param limit how many at most, 1 to {@value #CANDIDATE_LIMIT}
   * @throws Refusal.NotFound when the person may not browse the issue, or there is none
   */
  public List<Candidate> candidates(Person who, String issueKey, String query, int limit) {
    IssueRef issue = issues.find(who, issueKey).orElseThrow(() -> new Refusal.NotFound(issueKey));
    Map<Long, ProjectRef> editable = access.editableProjects(who);
    if (editable.isEmpty()) {
      return List.of();
    }
    int most = Math.max(1, Math.min(limit, CANDIDATE_LIMIT));
    return links
        .search(
            new Links.Search(
                searchable(query), editable.keySet(), issue.id(), issue.projectId(), most))
        .stream()
        .map(
            found ->
                new Candidate(
                    found.keyResult(),
                    found.objective(),
                    editable.get(found.objective().projectId()),
                    found.attached(),
                    found.objective().projectId() == issue.projectId()))
        .toList();
  }

  /** What a title can hold: one line, and no longer than the longest. */
  private static String searchable(String query) {
    String line = query.replaceAll("\\p{Cntrl}", " ").strip();
    return line.substring(0, Math.min(line.length(), Drafts.TITLE_LENGTH));
  }

  private record Place(KeyResult keyResult, Objective objective) {}

  private Place readable(Person who, long keyResultId) {
    Refusal.NotFound unknown = new Refusal.NotFound(KeyResult.keyOf(keyResultId));
    KeyResult keyResult = objectives.keyResult(keyResultId).orElseThrow(() -> unknown);
    Objective objective = objectives.objective(keyResult.objectiveId()).orElseThrow(() -> unknown);
    access.project(who, objective.projectId()).orElseThrow(() -> unknown);
    return new Place(keyResult, objective);
  }

  private void requireEdit(Person who, Place place) {
    if (!access.mayEdit(who, place.objective().projectId())) {
      throw new Refusal.Forbidden();
    }
  }
}
