package io.bearings.jira;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.flow.Boards;
import io.bearings.flow.DoneColumn;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The boards and sprints of Jira Software, looked for at each question: it may come late, go, or be
 * missing. What is not as expected costs the answer, is logged, and stands on the health page.
 */
@Component
class JiraBoards implements Boards, BoardNames {
  private static final Logger LOG = LoggerFactory.getLogger(JiraBoards.class);
  private static final Pattern OF_PROJECTS =
      Pattern.compile("\\bproject\\s*(?:=\\s*|in\\s*\\(([^)]*)\\))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s,()\"'{}]+)");

  private final HostService services;
  private final JiraPeople people;
  private final ProjectManager projects;
  private final GreenHopper.Types types;
  private volatile Optional<String> mismatch = Optional.empty();

  @Inject
  JiraBoards(HostService services, JiraPeople people, @ComponentImport ProjectManager projects) {
    this(services, people, projects, GreenHopper.Types.of(JiraBoards.class.getClassLoader()));
  }

  /** Boards whose classes come from elsewhere. */
  static JiraBoards of(
      HostService services, JiraPeople people, ProjectManager projects, GreenHopper.Types types) {
    return new JiraBoards(services, people, projects, types);
  }

  private JiraBoards(
      HostService services, JiraPeople people, ProjectManager projects, GreenHopper.Types types) {
    this.services = services;
    this.people = people;
    this.projects = projects;
    this.types = types;
  }

  @Override
  public Presence presence() {
    Presence found = find().isPresent() ? Presence.THERE : Presence.ABSENT;
    return mismatch.isPresent() ? Presence.UNREADABLE : found;
  }

  /** Whether the columns of boards are told, and not only sprints. */
  boolean tellsColumns() {
    return find().filter(GreenHopper::tellsColumns).isPresent();
  }

  /** What was found not to be as the add-on knows it: a class or a method. */
  Optional<String> mismatch() {
    return mismatch;
  }

  private Optional<GreenHopper> find() {
    try {
      return GreenHopper.find(types, services::find);
    } catch (LinkageError e) {
      fail(e.toString(), e);
      return Optional.empty();
    }
  }

  @Override
  public List<Board> all(Person who) {
    return ask(
        who, List.of(), (jira, user) -> jira.boards(user).stream().map(GreenHopper::read).toList());
  }

  @Override
  public boolean canTell() {
    return presence() != Presence.ABSENT;
  }

  @Override
  public Map<Long, String> namesOfAll(Person who) {
    return all(who).stream().collect(Collectors.toMap(Board::id, Board::name));
  }

  @Override
  public Map<Long, String> names(Person who, Collection<Long> boardIds) {
    return boardIds.isEmpty()
        ? Map.of()
        : all(who).stream()
            .filter(board -> boardIds.contains(board.id()))
            .collect(Collectors.toMap(Board::id, Board::name));
  }

  @Override
  public List<Board> ofProject(Person who, long projectId) {
    Optional<Project> project = Optional.ofNullable(projects.getProjectObj(projectId));
    return ask(who, List.of(), (jira, user) -> boards(jira, user, project));
  }

  private static List<Board> boards(
      GreenHopper jira, ApplicationUser user, Optional<Project> project) {
    if (project.isEmpty()) {
      return List.of();
    }
    return jira.boards(user).stream()
        .filter(board -> isOf(project.get(), jira.filter(user, board)))
        .map(GreenHopper::read)
        .toList();
  }

  @Override
  public Optional<Shown> shown(Person who, long boardId, Set<Long> projectIds) {
    return ask(
        who,
        Optional.empty(),
        (jira, user) ->
            jira.board(user, boardId).map(board -> shown(jira, user, board, projectIds)));
  }

  private Shown shown(GreenHopper jira, ApplicationUser user, Object found, Set<Long> projectIds) {
    Board board = GreenHopper.read(found);
    String jql = projectIds.isEmpty() ? "" : jira.filter(user, found);
    return new Shown(
        board,
        projectIds.stream()
            .filter(
                id ->
                    Optional.ofNullable(projects.getProjectObj(id))
                        .filter(project -> isOf(project, jql))
                        .isPresent())
            .collect(Collectors.toSet()),
        board.scrum() ? sprints(jira, user, found) : List.of());
  }

  private static List<BoardSprint> sprints(GreenHopper jira, ApplicationUser user, Object board) {
    return jira.sprints(user, board).stream()
        .sorted(Comparator.comparing(BoardSprint::id))
        .toList();
  }

  /** Whether a filter names the project, by key, name or id, as one that it wants. */
  private static boolean isOf(Project project, String jql) {
    Set<String> names =
        Stream.of(project.getKey(), project.getName(), project.getId().toString())
            .map(JiraBoards::lower)
            .collect(Collectors.toSet());
    Matcher clause = OF_PROJECTS.matcher(jql);
    while (clause.find()) {
      Matcher name = NAME.matcher(clause.group(1) == null ? jql : clause.group(1));
      boolean single = clause.group(1) == null;
      int from = single ? clause.end() : 0;
      while (name.find(from)) {
        if (names.contains(lower(text(name)))) {
          return true;
        }
        if (single) {
          break;
        }
        from = name.end();
      }
    }
    return false;
  }

  private static String text(Matcher name) {
    return Stream.of(name.group(1), name.group(2), name.group(3))
        .filter(group -> group != null)
        .findFirst()
        .orElse("");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The projects that a board's filter names, of a board that the person may see. */
  Set<Long> projects(Person who, long boardId) {
    String jql = filter(who, boardId).orElse("");
    return jql.isEmpty()
        ? Set.of()
        : projects.getProjectObjects().stream()
            .filter(project -> isOf(project, jql))
            .map(Project::getId)
            .collect(Collectors.toSet());
  }

  /** The text of a board's filter; absent where the person may see neither or there is none. */
  Optional<String> filter(Person who, long boardId) {
    return ask(
            who,
            Optional.<String>empty(),
            (jira, user) -> jira.board(user, boardId).map(board -> jira.filter(user, board)))
        .filter(jql -> !jql.isBlank());
  }

  @Override
  public List<BoardSprint> sprints(Person who, long boardId) {
    return ask(
        who,
        List.of(),
        (jira, user) ->
            jira.board(user, boardId).map(board -> sprints(jira, user, board)).orElse(List.of()));
  }

  @Override
  public Optional<BoardSprint> sprint(Person who, long sprintId) {
    return ask(who, Optional.empty(), (jira, user) -> jira.sprint(user, sprintId));
  }

  @Override
  public DoneColumn doneColumn(Person who, long boardId) {
    return ask(
        who,
        DoneColumn.UNREADABLE,
        (jira, user) ->
            jira.board(user, boardId)
                .flatMap(jira::doneStatuses)
                .map(DoneColumn::of)
                .orElse(DoneColumn.UNREADABLE));
  }

  private <T> T ask(Person who, T nothing, BiFunction<GreenHopper, ApplicationUser, T> question) {
    Optional<ApplicationUser> user = people.user(who);
    Optional<GreenHopper> jira = find();
    if (user.isEmpty() || jira.isEmpty()) {
      return nothing;
    }
    try {
      return question.apply(jira.get(), user.get());
    } catch (Reflection.Failed e) {
      LOG.warn("Jira Software did not answer", e);
      return nothing;
    } catch (Reflection.Mismatch | LinkageError e) {
      fail(e.getMessage(), e);
      return nothing;
    }
  }

  private void fail(String what, Throwable e) {
    if (!mismatch.equals(Optional.of(what))) {
      LOG.warn("Jira Software is not as Bearings knows it: {}", what, e);
    }
    mismatch = Optional.of(what);
  }
}
