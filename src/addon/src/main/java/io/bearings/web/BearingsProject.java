package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Unit;
import io.bearings.site.ProjectBinding;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Bearings among the settings of a project, for its administrators. Which role a descriptor could
 * ask for is not known for these, so that each use case asks by itself.
 */
public class BearingsProject extends JiraWebActionSupport {
  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private static final String BIND = "bind";
  private static final String RELEASE = "release";
  private static final String BIND_BOARD = "bindBoard";
  private static final String RELEASE_BOARD = "releaseBoard";

  private final SignedIn signedIn;
  private final ProjectBinding binding;
  private final PageTexts texts;

  private String projectKey = "";
  private String unit = "";
  private String board = "";
  private ProjectSettingsPage page;
  private String refusal = "";

  @Inject
  public BearingsProject(SignedIn signedIn, ProjectBinding binding, PageTexts texts) {
    this.signedIn = signedIn;
    this.binding = binding;
    this.texts = texts;
  }

  /** Shows how it stands with the project. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return show(who -> ProjectSettingsPage.Said.NOTHING);
  }

  /** Binds the project to a unit. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doBind() {
    return show(
        who ->
            changed(
                id -> binding.bind(who, projectKey, id),
                "bearings.projectSettings.bound",
                RELEASE));
  }

  /** Takes the project off a unit. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doRelease() {
    return show(
        who ->
            changed(
                id -> binding.release(who, projectKey, id),
                "bearings.projectSettings.released",
                BIND));
  }

  /** Binds a board of the project to a unit. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doBindBoard() {
    return show(
        who ->
            changedBoard(
                (boardId, unitId) -> binding.bindBoard(who, projectKey, boardId, unitId),
                "bearings.projectSettings.boardBound",
                RELEASE_BOARD));
  }

  /** Takes a board of the project off a unit. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doReleaseBoard() {
    return show(
        who ->
            changedBoard(
                (boardId, unitId) -> binding.releaseBoard(who, projectKey, boardId, unitId),
                "bearings.projectSettings.boardReleased",
                BIND_BOARD));
  }

  private String show(Function<Person, ProjectSettingsPage.Said> useCase) {
    try {
      Person who = signedIn.person().orElseThrow(Refusal.Forbidden::new);
      ProjectSettingsPage.Said said = useCase.apply(who);
      page = ProjectSettingsPage.of(binding.of(who, projectKey), said, texts);
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  private ProjectSettingsPage.Said changedBoard(
      BiFunction<Long, Long, Unit> useCase, String done, String undo) {
    if (!ID.matcher(board).matches()) {
      return ProjectSettingsPage.Said.failed(texts.get("bearings.projectSettings.chooseBoard"));
    }
    return changed(id -> useCase.apply(Long.valueOf(board), id), done, undo);
  }

  private ProjectSettingsPage.Said changed(Function<Long, Unit> useCase, String done, String undo) {
    if (!ID.matcher(unit).matches()) {
      return ProjectSettingsPage.Said.failed(texts.get("bearings.projectSettings.choose"));
    }
    try {
      Unit changed = useCase.apply(Long.valueOf(unit));
      return new ProjectSettingsPage.Said(texts.get(done, changed.name()), "", undo, unit, board);
    } catch (Refusal.Invalid e) {
      return ProjectSettingsPage.Said.failed(
          e.fields().values().stream().findFirst().map(texts::get).orElse(texts.get(e.text())));
    } catch (Refusal.Conflict | Refusal.NotFound e) {
      return ProjectSettingsPage.Said.failed(texts.get(e.text()));
    }
  }

  /** What the template shows; null when there is only a refusal to show. */
  public ProjectSettingsPage getPage() {
    return page;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }

  public void setProjectKey(String projectKey) {
    this.projectKey = projectKey;
  }

  /** The id of the board that is bound or released; empty where it is the project itself. */
  public void setBoard(String board) {
    this.board = board;
  }

  /** The id of the unit to bind to or to release. */
  public void setUnit(String unit) {
    this.unit = unit;
  }
}
