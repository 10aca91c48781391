package io.bearings.web;

import io.bearings.flow.Boards;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Unit;
import io.bearings.site.ProjectBinding;
import java.util.List;
import java.util.stream.Stream;

/** What a project's administrators see: its units, its boards, and what holds for it. */
public final class ProjectSettingsPage {
  private final ProjectBinding.Standing standing;
  private final List<ValueRow> values;
  private final Said said;

  private ProjectSettingsPage(ProjectBinding.Standing standing, List<ValueRow> values, Said said) {
    this.standing = standing;
    this.values = List.copyOf(values);
    this.said = said;
  }

  /**
   * What the page says of what was just done; each is empty when there is nothing to say.
   *
   * @param undo the command that takes it back, such as {@code bind} or {@code releaseBoard}
   * @param unit the id of the unit that it is about
   * @param board the id of the board that it is about
   */
  record Said(String success, String problem, String undo, String unit, String board) {
    static final Said NOTHING = new Said("", "", "", "", "");

    static Said failed(String problem) {
      return new Said("", problem, "", "", "");
    }
  }

  static ProjectSettingsPage of(ProjectBinding.Standing standing, Said said, PageTexts texts) {
    return new ProjectSettingsPage(
        standing,
        Stream.of(
                SiteSetting.STORY_POINT_FIELD,
                SiteSetting.OUT_OF_SCOPE_RESOLUTIONS,
                SiteSetting.IN_PROGRESS_CREDIT,
                SiteSetting.WEEK_START)
            .map(
                each ->
                    new ValueRow(
                        texts.get(each.label()),
                        SettingFact.inWords(each, standing.values().get(each).text(), texts)))
            .toList(),
        said);
  }

  /** The key of the project. */
  public String getKey() {
    return standing.project().key();
  }

  /** The name of the project. */
  public String getName() {
    return standing.project().name();
  }

  /** The units that the project is bound to. */
  public List<UnitRow> getUnits() {
    return rows(standing.bound());
  }

  private List<UnitRow> rows(List<Unit> units) {
    return units.stream()
        .map(unit -> new UnitRow(String.valueOf(unit.id()), unit.name(), standing.mayRelease(unit)))
        .toList();
  }

  /** Whether the project is bound to no unit that the person sees. */
  public boolean isWithoutUnits() {
    return standing.bound().isEmpty();
  }

  /** The units that the person may bind the project to. */
  public List<UnitRow> getOffered() {
    return standing.offered().stream()
        .map((Unit unit) -> new UnitRow(String.valueOf(unit.id()), unit.name(), true))
        .toList();
  }

  /** Whether the person may bind the project to no unit. */
  public boolean isWithoutOffers() {
    return standing.offered().isEmpty();
  }

  /** The project's boards, each with the units that name it. */
  public List<BoardRow> getBoards() {
    return standing.boards().stream().map(this::row).toList();
  }

  private BoardRow row(Boards.Board board) {
    return new BoardRow(
        String.valueOf(board.id()),
        board.name(),
        rows(standing.naming().getOrDefault(board.id(), List.of())));
  }

  /** The units that the person may bind a board to. */
  public List<UnitRow> getManageable() {
    return rows(standing.manageable());
  }

  /** Whether the person may bind a board to a unit. */
  public boolean isBoardsBindable() {
    return !standing.boards().isEmpty() && !standing.manageable().isEmpty();
  }

  /** Whether the project has no board that the person sees. */
  public boolean isWithoutBoards() {
    return standing.boards().isEmpty();
  }

  /** The settings of the site that hold for the project. */
  public List<ValueRow> getValues() {
    return values;
  }

  /** Whether the person may change the settings of the site. */
  public boolean isAdministers() {
    return standing.administers();
  }

  /** What was just done; empty when nothing was. */
  public String getSuccess() {
    return said.success();
  }

  /** Why something was not done; empty when all is well. */
  public String getProblem() {
    return said.problem();
  }

  /** The command that takes back what was just done; empty when there is none. */
  public String getUndo() {
    return said.undo();
  }

  /** The id of the unit that it is about. */
  public String getChangedUnit() {
    return said.unit();
  }

  /** The id of the board that it is about; empty when it is about none. */
  public String getChangedBoard() {
    return said.board();
  }
}
