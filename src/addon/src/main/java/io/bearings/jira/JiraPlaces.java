package io.bearings.jira;

import static java.util.stream.Collectors.joining;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.flow.Boards;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Places;
import io.bearings.progress.WorkSearch;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Epics and issues through Jira's search, sprints through Jira Software, versions of projects. */
@Component
class JiraPlaces implements Places {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]*-[1-9][0-9]{0,17}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Issues whose keys one search names. */
  private static final int PAGE = 1_000;

  /** Projects and boards that one search looks at. */
  private static final int PLACES_LOOKED_AT = 25;

  private static final Comparator<PlaceText> OPEN_FIRST = Comparator.comparing(PlaceText::closed);

  private final HostService services;
  private final JiraPeople people;
  private final IssueManager issueManager;
  private final AgileFields agileFields;
  private final Boards boards;
  private final Access access;

  @Inject
  JiraPlaces(
      HostService services,
      JiraPeople people,
      @ComponentImport IssueManager issueManager,
      AgileFields agileFields,
      Boards boards,
      Access access) {
    this.services = services;
    this.people = people;
    this.issueManager = issueManager;
    this.agileFields = agileFields;
    this.boards = boards;
    this.access = access;
  }

  @Override
  public Optional<PlaceText> find(Person who, LinkKind kind, String key) {
    return switch (kind) {
      case ISSUE, EPIC -> issue(who, kind, key);
      case SPRINT -> id(key).flatMap(id -> boards.sprint(who, id)).map(it -> text(it, ""));
      case VERSION -> id(key).flatMap(id -> versions().find(id)).flatMap(it -> text(who, it));
      case JQL -> throw new IllegalArgumentException("A query is no place");
    };
  }

  private static Optional<Long> id(String key) {
    return Optional.of(key.strip()).filter(it -> NUMBER.matcher(it).matches()).map(Long::valueOf);
  }

  private Optional<PlaceText> issue(Person who, LinkKind kind, String key) {
    String upper = key.strip().toUpperCase(Locale.ROOT);
    return KEY.matcher(upper).matches()
        ? issues(who, jql(kind, List.of("key = \"" + upper + "\"")), 1).stream()
            .findFirst()
            .map(issue -> text(kind, issue))
        : Optional.empty();
  }

  private static String jql(LinkKind kind, List<String> conditions) {
    Stream<String> type = kind == LinkKind.EPIC ? Stream.of("issuetype = Epic") : Stream.empty();
    return Stream.concat(type, conditions.stream()).collect(joining(" AND "))
        + " ORDER BY updated DESC";
  }

  private List<Issue> issues(Person who, String jql, int most) {
    try {
      return people
          .user(who)
          .map(user -> IssueSearch.find(services, user, jql, most))
          .orElse(List.of());
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  private static Refusal missing(LinkageError e) {
    return new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
  }

  private static PlaceText text(LinkKind kind, Issue issue) {
    long id = issue.getId();
    return new PlaceText(
        kind == LinkKind.EPIC ? new LinkTarget.Epic(id) : new LinkTarget.Issue(id),
        issue.getKey(),
        Optional.ofNullable(issue.getSummary()).orElse(""),
        "",
        IssueReading.category(issue.getStatus()) == StatusCategory.DONE);
  }

  private static PlaceText text(BoardSprint sprint, String board) {
    return new PlaceText(
        new LinkTarget.Sprint(sprint.id()),
        String.valueOf(sprint.id()),
        sprint.name(),
        board,
        sprint.state() == BoardSprint.State.CLOSED);
  }

  private Optional<PlaceText> text(Person who, VersionSource.Found version) {
    return access.project(who, version.projectId()).map(project -> text(version, project));
  }

  private static PlaceText text(VersionSource.Found version, ProjectRef project) {
    return new PlaceText(
        new LinkTarget.Version(version.id()),
        String.valueOf(version.id()),
        version.name(),
        project.key(),
        version.closed());
  }

  private VersionSource versions() {
    try {
      return VersionSource.find(services);
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  @Override
  public Map<LinkTarget, PlaceText> texts(Person who, Collection<LinkTarget> targets) {
    Map<LinkTarget, PlaceText> texts = new LinkedHashMap<>();
    Map<Long, List<LinkTarget>> issues = new LinkedHashMap<>();
    for (LinkTarget target : targets) {
      switch (target.kind()) {
        case ISSUE, EPIC ->
            issues.computeIfAbsent(target.id(), id -> new ArrayList<>()).add(target);
        case SPRINT, VERSION ->
            find(who, target.kind(), String.valueOf(target.id()))
                .ifPresent(text -> texts.put(target, text));
        case JQL -> {
          // Its text is all there is to read.
        }
      }
    }
    List<Long> ids = List.copyOf(issues.keySet());
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<Long> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
      String list = page.stream().map(String::valueOf).collect(joining(", "));
      issues(who, "id in (" + list + ")", page.size())
          .forEach(
              issue ->
                  issues
                      .getOrDefault(issue.getId(), List.of())
                      .forEach(target -> texts.put(target, text(target.kind(), issue))));
    }
    return texts;
  }

  @Override
  public Offer search(
      Person who, LinkKind kind, String text, Collection<Long> projectIds, int limit) {
    return switch (kind) {
      case ISSUE, EPIC -> new Offer(true, issues(who, kind, text, projectIds, limit));
      case SPRINT -> sprints(who, text, projectIds, limit);
      case VERSION -> new Offer(true, versions(who, text, projectIds, limit));
      case JQL -> throw new IllegalArgumentException("A query is no place");
    };
  }

  /** By key, or by words of the title; without either those of the projects that are likely. */
  private List<PlaceText> issues(
      Person who, LinkKind kind, String text, Collection<Long> projectIds, int limit) {
    Optional<PlaceText> exact = issue(who, kind, text);
    List<String> words = words(text);
    List<String> conditions = new ArrayList<>();
    words.forEach(word -> conditions.add("summary ~ \"" + word + "*\""));
    if (words.isEmpty() && !projectIds.isEmpty()) {
      String ids = projectIds.stream().map(String::valueOf).collect(joining(", "));
      conditions.add("project in (" + ids + ")");
    }
    Stream<PlaceText> found =
        issues(who, jql(kind, conditions), limit).stream().map(issue -> text(kind, issue));
    return Stream.concat(exact.stream(), found.sorted(OPEN_FIRST)).distinct().limit(limit).toList();
  }

  private static List<String> words(String text) {
    return NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  private Offer sprints(Person who, String text, Collection<Long> projectIds, int limit) {
    if (boards.presence() == Boards.Presence.ABSENT) {
      return new Offer(false, List.of());
    }
    Map<Long, Boards.Board> near = new LinkedHashMap<>();
    projectIds.forEach(
        id -> boards.ofProject(who, id).forEach(board -> near.put(board.id(), board)));
    List<PlaceText> found = sprints(who, text, near.values());
    if (found.isEmpty()) {
      found = sprints(who, text, boards.all(who));
    }
    return new Offer(true, found.stream().limit(limit).toList());
  }

  private List<PlaceText> sprints(Person who, String text, Collection<Boards.Board> of) {
    Map<LinkTarget, PlaceText> found = new LinkedHashMap<>();
    of.stream()
        .filter(Boards.Board::scrum)
        .limit(PLACES_LOOKED_AT)
        .forEach(
            board ->
                boards.sprints(who, board.id()).stream()
                    .map(sprint -> text(sprint, board.name()))
                    .filter(sprint -> fits(text, sprint.name() + " " + sprint.where()))
                    .forEach(sprint -> found.putIfAbsent(sprint.target(), sprint)));
    return found.values().stream()
        .sorted(
            OPEN_FIRST.thenComparing(sprint -> sprint.target().id() * (sprint.closed() ? -1 : 1)))
        .toList();
  }

  private static boolean fits(String text, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(lower::contains);
  }

  private List<PlaceText> versions(
      Person who, String text, Collection<Long> projectIds, int limit) {
    List<PlaceText> found = versions(who, text, projectsOf(who, projectIds));
    if (found.isEmpty()) {
      found = versions(who, text, access.browsable(who));
    }
    return found.stream().limit(limit).toList();
  }

  private List<ProjectRef> projectsOf(Person who, Collection<Long> projectIds) {
    Map<Long, ProjectRef> projects = access.projects(who, new HashSet<>(projectIds));
    return projectIds.stream()
        .flatMap(id -> Optional.ofNullable(projects.get(id)).stream())
        .toList();
  }

  private List<PlaceText> versions(Person who, String text, List<ProjectRef> projects) {
    VersionSource versions = versions();
    return projects.stream()
        // A project that is named comes before those that are only looked at.
        .sorted(Comparator.comparing(project -> !names(text, project)))
        .limit(PLACES_LOOKED_AT)
        .flatMap(
            project ->
                versions.ofProject(project.id()).stream().map(version -> text(version, project)))
        .filter(version -> fits(text, version.name() + " " + version.where()))
        .sorted(OPEN_FIRST)
        .toList();
  }

  private static boolean names(String text, ProjectRef project) {
    return Stream.of(text.strip().split("\\s+")).anyMatch(project.key()::equalsIgnoreCase);
  }

  @Override
  public WorkSearch.Answer members(Person who, LinkTarget place, int most) {
    Optional<ApplicationUser> user = people.user(who).filter(ApplicationUser::isActive);
    if (user.isEmpty()) {
      return new WorkSearch.NobodyAsks();
    }
    Optional<String> jql = jql(place);
    if (jql.isEmpty()) {
      return new WorkSearch.Hits(Set.of(), 0);
    }
    try {
      return QuerySearch.as(user.get(), services).findAll(jql.get(), most);
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  /** The query for what is in a place; absent where the site has no such places. */
  private Optional<String> jql(LinkTarget place) {
    return switch (place.kind()) {
      case EPIC ->
          named(agileFields.present().epicLink())
              .flatMap(
                  field ->
                      Optional.ofNullable(issueManager.getIssueObject(place.id()))
                          .map(epic -> field + " = \"" + epic.getKey() + "\""));
      case SPRINT -> named(agileFields.present().sprint()).map(field -> field + " = " + place.id());
      case VERSION -> Optional.of("fixVersion = " + place.id());
      case ISSUE -> Optional.of("id = " + place.id());
      case JQL -> throw new IllegalArgumentException("A query is no place");
    };
  }

  /** A field by the name that it has today, as a query names it. */
  private static Optional<String> named(Optional<CustomField> field) {
    return field.map(it -> '"' + it.getName().replace("\"", "\\\"") + '"');
  }

  @Override
  public Map<Long, Set<LinkTarget>> of(Collection<Long> issueIds) {
    AgileFields.Present agile = agileFields.present();
    VersionSource versions = versions();
    Map<Long, Set<LinkTarget>> places = new HashMap<>();
    for (Issue issue : issueManager.getIssueObjects(List.copyOf(issueIds))) {
      Set<LinkTarget> in = new HashSet<>();
      agile.epicId(issue).ifPresent(id -> in.add(new LinkTarget.Epic(id)));
      agile.sprintIds(issue).forEach(id -> in.add(new LinkTarget.Sprint(id)));
      versions.of(issue).forEach(id -> in.add(new LinkTarget.Version(id)));
      places.put(issue.getId(), in);
    }
    return places;
  }
}
