package io.bearings.jira;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.flow.Boards.Board;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.jira.Reflection.Mismatch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Jira Software's services, called by name: none of its classes is named in ours, so that the
 * add-on starts without it. Whoever holds one of these asks at once and lets it go, because Jira
 * Software may be stopped or replaced at any moment.
 *
 * <p>Source and confidence: names from Javadoc of Jira Software 11.1 and apps for Jira 8 and 9; M,
 * for columns L.
 */
final class GreenHopper {
  private static final String ROOT = "com.atlassian.greenhopper.";
  private static final String SPRINTS = ROOT + "service.sprint.SprintService";
  private static final String SPRINT_QUERY = ROOT + "service.sprint.SprintQuery";
  private static final String BOARDS = ROOT + "service.rapid.view.RapidViewService";
  private static final String BOARD_QUERY = ROOT + "service.rapid.view.RapidViewQuery";
  private static final String FILTERS = ROOT + "service.rapid.RapidViewQueryService";
  static final String COLUMNS = ROOT + "service.rapid.view.ColumnService";
  private static final String PAGES = ROOT + "service.PageRequests";

  private final Types types;
  private final Service sprints;
  private final Service boards;
  private final Service filters;
  private final Optional<Service> columns;

  private GreenHopper(
      Types types, Service sprints, Service boards, Service filters, Optional<Service> columns) {
    this.types = types;
    this.sprints = sprints;
    this.boards = boards;
    this.filters = filters;
    this.columns = columns;
  }

  /** Where Jira Software's classes come from. */
  interface Types {
    /** The class of that name, if anybody offers it now. */
    Optional<Class<?>> type(String name);

    static Types of(ClassLoader loader) {
      return name -> {
        try {
          return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
          return Optional.empty();
        }
      };
    }
  }

  private record Service(Class<?> type, Object target) {
    Optional<Object> call(String name, Object... arguments) {
      return Reflection.call(type, target, name, arguments);
    }
  }

  /**
   * Jira Software, if it is there now.
   *
   * @param services finds a service by its type
   */
  static Optional<GreenHopper> find(Types types, Function<Class<?>, Optional<?>> services) {
    Optional<Service> sprints = service(SPRINTS, types, services);
    Optional<Service> boards = service(BOARDS, types, services);
    Optional<Service> filters = service(FILTERS, types, services);
    if (sprints.isEmpty() || boards.isEmpty() || filters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GreenHopper(
            types, sprints.get(), boards.get(), filters.get(), service(COLUMNS, types, services)));
  }

  private static Optional<Service> service(
      String name, Types types, Function<Class<?>, Optional<?>> services) {
    return types
        .type(name)
        .flatMap(type -> services.apply(type).map(target -> new Service(type, target)));
  }

  /** The boards that a user may see, each as Jira Software's own object. */
  List<Object> boards(ApplicationUser user) {
    return values(boards.call("getRapidViews", user, allPages(), everything(BOARD_QUERY)));
  }

  Optional<Object> board(ApplicationUser user, long boardId) {
    return boards.call("getRapidView", user, boardId).flatMap(GreenHopper::outcome);
  }

  static Board read(Object board) {
    return new Board(
        idOf(board),
        Reflection.get(board, "getName").map(Object::toString).orElse(""),
        Reflection.get(board, "getType").map(Object::toString).filter("SCRUM"::equals).isPresent());
  }

  private static long idOf(Object board) {
    return Reflection.get(board, "getId")
        .filter(Long.class::isInstance)
        .map(Long.class::cast)
        .orElseThrow(() -> new Mismatch(board.getClass().getName() + "#getId", null));
  }

  /** The text of a board's filter; empty when the user may not see it. */
  String filter(ApplicationUser user, Object board) {
    return filters
        .call("getRapidViewQuery", user, board)
        .flatMap(GreenHopper::outcome)
        .map(query -> Reflection.get(query, "getQueryString").orElse(query).toString())
        .orElse("");
  }

  /** The sprints of a board. */
  List<BoardSprint> sprints(ApplicationUser user, Object board) {
    return values(sprints.call("getSprints", user, board, allPages(), everything(SPRINT_QUERY)))
        .stream()
        .map(SprintReading::sprint)
        .toList();
  }

  Optional<BoardSprint> sprint(ApplicationUser user, long sprintId) {
    return sprints
        .call("getSprint", user, sprintId)
        .flatMap(GreenHopper::outcome)
        .map(SprintReading::sprint);
  }

  /** Whether the columns of boards can be asked for. */
  boolean tellsColumns() {
    return columns.isPresent();
  }

  /** The statuses of a board's right-most column; empty where columns are not told. */
  Optional<Set<String>> doneStatuses(Object board) {
    return columns
        .flatMap(service -> service.call("getColumns", board))
        .map(GreenHopper::list)
        .filter(all -> !all.isEmpty())
        .map(all -> Reflection.get(all.get(all.size() - 1), "getStatusIds"))
        .map(
            ids ->
                list(ids.orElse(List.of())).stream()
                    .map(Object::toString)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private Object allPages() {
    return made(Reflection.call(type(PAGES), null, "all"), PAGES);
  }

  private Object everything(String query) {
    Class<?> type = type(query);
    Object builder = made(Reflection.call(type, null, "builder"), query);
    return made(Reflection.get(builder, "build"), query);
  }

  private Class<?> type(String name) {
    return types.type(name).orElseThrow(() -> new Mismatch(name, null));
  }

  private static Object made(Optional<Object> value, String name) {
    return value.orElseThrow(() -> new Mismatch(name + ": null", null));
  }

  private static List<Object> values(Optional<Object> answer) {
    return answer
        .flatMap(GreenHopper::outcome)
        .map(value -> value instanceof Collection<?> ? value : page(value))
        .map(GreenHopper::list)
        .orElse(List.of());
  }

  private static Object page(Object page) {
    return Reflection.get(page, "getValues").orElse(List.of());
  }

  /** What a service gave; nothing where it refuses. */
  private static Optional<Object> outcome(Object outcome) {
    return Reflection.get(outcome, "isValid").filter(Boolean.TRUE::equals).isPresent()
        ? Reflection.get(outcome, "getValue")
        : Optional.empty();
  }

  private static List<Object> list(Object value) {
    if (value instanceof Collection<?> values) {
      return List.copyOf(values);
    }
    throw new Mismatch(value.getClass().getName() + " is no collection", null);
  }
}
