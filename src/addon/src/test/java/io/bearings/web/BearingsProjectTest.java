package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import io.bearings.flow.Boards;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.progress.Settings;
import io.bearings.progress.SettingsForm;
import io.bearings.site.ProjectBinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class BearingsProjectTest {
  private static final Person ANNA = new Person("anna");
  private static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Demo <project>");
  private static final Unit PILOTS = unit(5, "Pilots <b>");
  private static final Unit DOCKS = unit(6, "Docks");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final ProjectBinding binding = mock(ProjectBinding.class);
  private final BearingsProject action =
      new BearingsProject(signedIn, binding, TestTexts.english());

  private static Unit unit(long id, String name) {
    return new Unit(
        id,
        name,
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  private static ProjectBinding.Standing standing(
      List<Unit> bound, List<Unit> manageable, List<Boards.Board> boards, boolean administers) {
    return new ProjectBinding.Standing(
        DEMO,
        bound,
        manageable,
        boards,
        Map.of(1L, bound),
        new SettingsForm(
                new Settings(Optional.empty(), Set.of(), new BigDecimal("0.25")),
                List.of(),
                List.of())
            .values(),
        administers);
  }

  @Before
  public void aProjectAdministrator() {
    when(signedIn.person()).thenReturn(Optional.of(ANNA));
    when(binding.of(ANNA, "DEMO"))
        .thenReturn(
            standing(
                List.of(PILOTS),
                List.of(PILOTS, DOCKS),
                List.of(new Boards.Board(1, "Team <1>", true)),
                true));
    action.setProjectKey("DEMO");
  }

  private String html() {
    return Rendering.lines(
        Rendering.html(
            "project-settings.vm",
            Map.of(
                "page",
                action.getPage(),
                "refusal",
                action.getRefusal(),
                "atl_token",
                "TOKEN",
                "req",
                Map.of("contextPath", "/jira"))));
  }

  @Test
  public void showsUnitsBoardsAndWhatHolds() {
    assertThat(action.doDefault()).isEqualTo("success");
    assertThat(html())
        .contains(
            "Demo &lt;project&gt; (DEMO)",
            "BearingsUnit.jspa?unit=5\" dir=\"auto\">Pilots &lt;b&gt;</a>",
            "BearingsProject!release.jspa",
            "<option value=\"6\">Docks</option>",
            "Team &lt;1&gt;",
            "<dt>Credit for work in progress</dt>",
            "BearingsSettings!default.jspa")
        .containsOnlyOnce("<option value=\"5\">")
        .contains(
            "BearingsBoard.jspa?board=1\" dir=\"auto\">Team &lt;1&gt;</a>",
            "BearingsProject!releaseBoard.jspa",
            "BearingsProject!bindBoard.jspa")
        .doesNotContain("aui-message");
  }

  @Test
  public void saysWhatToDoWhereThereIsNothing() {
    when(binding.of(ANNA, "DEMO")).thenReturn(standing(List.of(), List.of(), List.of(), false));
    action.doDefault();
    assertThat(html())
        .contains(
            "The project is bound to no unit that you see.",
            "You may bind the project to no further unit",
            "The project has no board that you see",
            "An administrator of Jira can change it.")
        .doesNotContain("BearingsSettings", "<form");
  }

  @Test
  public void bindsAndReleasesAndOffersToTakeItBack() {
    when(binding.bind(ANNA, "DEMO", 6)).thenReturn(DOCKS);
    when(binding.release(ANNA, "DEMO", 5)).thenReturn(PILOTS);
    action.setUnit("6");
    assertThat(action.doBind()).isEqualTo("success");
    assertThat(html())
        .contains("The project is bound to Docks.", "BearingsProject!release.jspa")
        .contains("name=\"unit\" value=\"6\"");
    action.setUnit("5");
    assertThat(action.doRelease()).isEqualTo("success");
    assertThat(action.getPage().getUndo()).isEqualTo("bind");
  }

  @Test
  public void bindsAndReleasesBoardsAndOffersToTakeItBack() {
    when(binding.bindBoard(ANNA, "DEMO", 1, 6)).thenReturn(DOCKS);
    when(binding.releaseBoard(ANNA, "DEMO", 1, 5)).thenReturn(PILOTS);
    action.setBoard("1");
    action.setUnit("6");
    assertThat(action.doBindBoard()).isEqualTo("success");
    assertThat(html())
        .contains("Docks works on the board now.", "BearingsProject!releaseBoard.jspa")
        .contains("name=\"board\" value=\"1\"");
    action.setUnit("5");
    assertThat(action.doReleaseBoard()).isEqualTo("success");
    assertThat(action.getPage().getUndo()).isEqualTo("bindBoard");
    assertThat(action.getPage().getChangedBoard()).isEqualTo("1");

    action.setBoard("x");
    action.doBindBoard();
    assertThat(action.getPage().getProblem()).isEqualTo("Choose a board.");
  }

  @Test
  public void whereNobodyNamesABoardItSaysSo() {
    when(binding.of(ANNA, "DEMO"))
        .thenReturn(
            standing(List.of(), List.of(), List.of(new Boards.Board(1, "Team", true)), false));
    action.doDefault();
    assertThat(html()).contains("named by no unit").doesNotContain("<form");
  }

  @Test
  public void saysWhyItWasNotDone() {
    for (String none : List.of("", "x", "-5")) {
      action.setUnit(none);
      action.doBind();
      assertThat(action.getPage().getProblem()).isEqualTo("Choose a unit.");
    }
    verify(binding, never()).bind(any(), any(), anyLong());
    action.setUnit("6");
    when(binding.bind(ANNA, "DEMO", 6))
        .thenThrow(new Refusal.Conflict("Docks", 2, "Bert"))
        .thenThrow(
            new Refusal.Invalid(Map.of("projects", Message.of("bearings.error.tooMany", 25))))
        .thenThrow(new Refusal.Forbidden());
    action.doBind();
    assertThat(action.getPage().getProblem()).startsWith("Bert changed Docks");
    action.doBind();
    assertThat(action.getPage().getProblem()).isEqualTo("At most 25 at once.");
    assertThat(action.doBind()).isEqualTo("error");
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(signedIn.person()).thenReturn(Optional.empty());
    assertThat(action.doDefault()).isEqualTo("error");
    assertThat(action.getRefusal()).isNotEmpty();
    verifyNoInteractions(binding);
  }

  @Test
  public void whatChangesSomethingNeedsAToken() throws NoSuchMethodException {
    for (String name : List.of("doBind", "doRelease", "doBindBoard", "doReleaseBoard")) {
      assertThat(
              BearingsProject.class
                  .getDeclaredMethod(name)
                  .isAnnotationPresent(RequiresXsrfCheck.class))
          .isTrue();
    }
  }

  @Test
  public void theItemIsForAdministratorsOfTheProjectOrOfJira() {
    Access access = mock(Access.class);
    MayAdministerProject condition = new MayAdministerProject(signedIn, access);
    condition.init(Map.of());
    Project project = mock(Project.class);
    when(project.getKey()).thenReturn("DEMO");
    Map<String, Object> context = Map.of("project", project);
    assertThat(condition.shouldDisplay(context)).isFalse();
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(DEMO));
    assertThat(condition.shouldDisplay(context)).isFalse();
    when(access.administersProject(ANNA, 100)).thenReturn(true);
    assertThat(condition.shouldDisplay(context)).isTrue();
    when(access.administersProject(ANNA, 100)).thenReturn(false);
    when(access.administers(ANNA)).thenReturn(true);
    assertThat(condition.shouldDisplay(context)).isTrue();
    assertThat(condition.shouldDisplay(Map.of())).isFalse();
  }
}
