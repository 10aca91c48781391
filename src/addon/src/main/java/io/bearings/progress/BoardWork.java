package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import io.bearings.flow.Boards;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A board of Jira Software beside the key results: whose board it is, what of its active sprints
 * serves which key result, and how much serves none. A board belongs to the units that name it, and
 * where none does to those that name no board and have a project that its filter names. The figures
 * count everything that is in a sprint, whoever may browse it; titles are for those who may.
 */
@Named
public final class BoardWork {
  /** The most issues of a sprint that are looked at. */
  public static final int MOST = 1_000;

  /** How many histories are read in one request, where they are not kept yet. */
  static final int MOST_READ = 100;

  /** How many issues are listed at once. */
  public static final int PAGE = 50;

  private final Boards boards;
  private final Standpoints standpoints;
  private final Places places;
  private final Histories histories;
  private final Backfill backfill;
  private final SprintWork sprints;
  private final Issues issues;
  private final SiteSettings settings;

  @Inject
  public BoardWork(
      Boards boards,
      Standpoints standpoints,
      Places places,
      Histories histories,
      Backfill backfill,
      SprintWork sprints,
      Issues issues,
      SiteSettings settings) {
    this.boards = boards;
    this.standpoints = standpoints;
    this.places = places;
    this.histories = histories;
    this.backfill = backfill;
    this.sprints = sprints;
    this.issues = issues;
    this.settings = settings;
  }

  /**
   * A board.
   *
   * @param units those that it belongs to and that the person may see
   * @param mayAttach whether the person may attach issues to key results anywhere
   * @param active its active sprints, the oldest first
   */
  public record OfBoard(
      Boards.Board board, List<BoardUnit> units, boolean mayAttach, List<ActiveSprint> active) {
    public OfBoard {
      units = List.copyOf(units);
      active = List.copyOf(active);
    }
  }

  /** A unit of a board, and whether the person may manage it. */
  public record BoardUnit(Unit unit, boolean mayManage) {}

  /**
   * An active sprint.
   *
   * @param serves the key results that the person may read, the most work first
   * @param hidden how many more key results it serves
   */
  public record ActiveSprint(
      BoardSprint sprint, SprintAlignment alignment, List<Served> serves, int hidden) {
    public ActiveSprint {
      serves = List.copyOf(serves);
    }
  }

  /** What of a sprint serves a key result. */
  public record Served(KeyResult keyResult, Placed objective, SprintAlignment.Part part) {}

  /**
   * Issues of a sprint that serve no key result: a part of the list.
   *
   * @param shown those of this part that the person may browse
   * @param hidden how many others there are in this part
   * @param total how many there are in all
   * @param next how many to skip for the part after this one; absent at the end
   */
  public record Unserved(List<IssueText> shown, int hidden, int total, Optional<Integer> next) {
    public Unserved {
      shown = List.copyOf(shown);
    }
  }

  /**
   * What was read of a sprint.
   *
   * @param read of how many issues something is known now and was not before
   * @param unread of how many nothing is known yet, so that they are in no sum
   */
  public record Reading(int read, int unread) {}

  /** Whether there is Jira Software. */
  public boolean hasSoftware() {
    return boards.presence() != Boards.Presence.ABSENT;
  }

  /** The boards that the person may see and whose names contain a text, by name. */
  public List<Boards.Board> offered(Person who, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return boards.all(who).stream()
        .filter(board -> board.name().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(
            Comparator.comparing((Boards.Board board) -> board.name().toLowerCase(Locale.ROOT))
                .thenComparing(Boards.Board::id))
        .toList();
  }

  /**
   * A board with its active sprints, as far as the histories of what is in them are kept.
   *
   * @throws Refusal.NotFound when the person may not see the board, or there is none
   * @throws Refusal.Invalid without Jira Software
   */
  public OfBoard of(Person who, long boardId) {
    Standpoint standpoint = standpoints.of(who);
    List<Unit> naming = standpoint.naming(boardId);
    List<Unit> candidates =
        naming.isEmpty()
            ? standpoint.units().stream().filter(BoardWork::hasBoardsOfItsProjects).toList()
            : List.of();
    Boards.Shown shown =
        shown(
            who,
            boardId,
            candidates.stream().flatMap(unit -> unit.projectIds().stream()).collect(toSet()));
    Stream<Unit> byProject =
        candidates.stream()
            .filter(unit -> unit.projectIds().stream().anyMatch(shown.projectIds()::contains));
    List<BoardUnit> units =
        Stream.concat(naming.stream(), byProject)
            .filter(unit -> standpoint.maySee(unit.id()))
            .map(unit -> new BoardUnit(unit, standpoint.may(Operation.MANAGE_UNIT, unit.id())))
            .toList();
    boolean mayAttach =
        standpoint.units().stream()
            .anyMatch(unit -> standpoint.may(Operation.LINK_ISSUES, unit.id()));
    return new OfBoard(shown.board(), units, mayAttach, active(standpoint, active(shown)));
  }

  private static boolean hasBoardsOfItsProjects(Unit unit) {
    return !unit.archived() && unit.boardIds().isEmpty();
  }

  private Boards.Shown shown(Person who, long boardId, Set<Long> projectIds) {
    if (boards.presence() == Boards.Presence.ABSENT) {
      throw new Refusal.Invalid(Message.of("bearings.error.board.noSoftware"));
    }
    return boards
        .shown(who, boardId, projectIds)
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(boardId)));
  }

  private static List<BoardSprint> active(Boards.Shown shown) {
    return shown.sprints().stream()
        .filter(sprint -> sprint.state() == BoardSprint.State.ACTIVE)
        .toList();
  }

  private BoardSprint active(Person who, long boardId, long sprintId) {
    return active(shown(who, boardId, Set.of())).stream()
        .filter(each -> each.id() == sprintId)
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(sprintId)));
  }

  private List<ActiveSprint> active(Standpoint standpoint, List<BoardSprint> active) {
    Person who = standpoint.who();
    List<SprintAlignment> alignments = alignments(active);
    Map<Long, SprintWork.Of> keyResults =
        sprints.keyResults(
            alignments.stream().flatMap(each -> each.serves().keySet().stream()).collect(toSet()),
            who);
    List<ActiveSprint> all = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      SprintAlignment alignment = alignments.get(i);
      List<Served> serves =
          alignment.serves().entrySet().stream()
              .flatMap(
                  each ->
                      Optional.ofNullable(keyResults.get(each.getKey()))
                          .filter(of -> standpoint.mayRead(of.objective()))
                          .map(of -> new Served(of.keyResult(), of.objective(), each.getValue()))
                          .stream())
              .toList();
      all.add(
          new ActiveSprint(
              active.get(i), alignment, serves, alignment.serves().size() - serves.size()));
    }
    return all;
  }

  private List<SprintAlignment> alignments(List<BoardSprint> active) {
    Map<Long, List<SprintAlignment.InSprint>> work =
        sprints.in(active.stream().map(BoardSprint::id).toList());
    Set<String> outOfScope = settings.current().outOfScopeResolutionIds();
    return active.stream()
        .map(sprint -> SprintAlignment.of(work.getOrDefault(sprint.id(), List.of()), outOfScope))
        .toList();
  }

  /**
   * Reads histories of what is in an active sprint, where none are kept; from then on they are
   * followed. At most {@value #MOST_READ} at once.
   *
   * @throws Refusal.NotFound when the person may not see the board, or no such sprint is active
   * @throws Refusal.Invalid without Jira Software
   */
  public Reading read(Person who, long boardId, long sprintId) {
    BoardSprint sprint = active(who, boardId, sprintId);
    WorkSearch.Answer answer = places.members(who, new LinkTarget.Sprint(sprint.id()), MOST);
    if (!(answer instanceof WorkSearch.Hits hits)) {
      return new Reading(0, 0);
    }
    Set<Long> missing = histories.without(hits.issueIds());
    int read =
        missing.isEmpty() ? 0 : backfill.read(missing.stream().limit(MOST_READ).collect(toSet()));
    return new Reading(read, hits.total() - hits.issueIds().size() + missing.size() - read);
  }

  /**
   * What of an active sprint serves no key result: what is to be done first, the heaviest first.
   *
   * @param skip how many to leave out, 0 or more
   * @throws Refusal.NotFound when the person may not see the board, or no such sprint is active
   * @throws Refusal.Invalid without Jira Software
   */
  public Unserved unserved(Person who, long boardId, long sprintId, int skip) {
    BoardSprint sprint = active(who, boardId, sprintId);
    List<Long> all = alignments(List.of(sprint)).get(0).unserved();
    List<Long> page = all.stream().skip(skip).limit(PAGE).toList();
    Map<Long, IssueText> texts = page.isEmpty() ? Map.of() : issues.texts(who, page);
    List<IssueText> shown =
        page.stream().flatMap(id -> Optional.ofNullable(texts.get(id)).stream()).toList();
    int end = skip + page.size();
    return new Unserved(
        shown,
        page.size() - shown.size(),
        all.size(),
        end < all.size() ? Optional.of(end) : Optional.empty());
  }
}
