package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.jira.SignedIn;
import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.rest.KpiViews;
import io.bearings.review.TakingBearings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class ProjectPageContextTest {
  private static final Person MEMBER = new Person("member");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final TakingBearings bearings = mock(TakingBearings.class);
  private final KpiViews kpis = mock(KpiViews.class);
  private final ApplicationProperties jira = mock(ApplicationProperties.class);
  private final Project project = mock(Project.class);
  private final ProjectPageContext context =
      new ProjectPageContext(
          signedIn, bearings, kpis, jira, key -> Optional.of("Name " + key), TestTexts.english());

  @Before
  public void aMemberIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(MEMBER));
    when(project.getKey()).thenReturn("ABC");
    when(jira.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
  }

  private Optional<ProjectPage> page(Map<String, Object> given) {
    return Optional.ofNullable((ProjectPage) context.getContextMap(given).get("bearings"));
  }

  @Test
  public void theObjectivesOfTheProjectThatThePageNames() {
    when(bearings.of(MEMBER, "ABC", Optional.empty()))
        .thenReturn(Sample.unbound(Sample.overview(true)));

    ProjectPage page = page(Map.of("project", project)).orElseThrow();

    assertThat(page.getProjectKey()).isEqualTo("ABC");
    assertThat(page.isMayEdit()).isTrue();
    assertThat(page.getLead()).contains("Alpha & Beta");
    assertThat(page.getObjectives())
        .extracting(ObjectiveCard::getKey)
        .containsExactly("O-12", "O-13", "O-14");
  }

  @Test
  public void theProjectMayBeKnownToTheHelperOnly() {
    when(bearings.of(MEMBER, "ABC", Optional.empty()))
        .thenReturn(Sample.unbound(Sample.empty(false)));

    assertThat(page(Map.of("helper", new JiraHelper(null, project)))).isPresent();
  }

  @Test
  public void thePhaseThatTheAddressNamesIsShownAndAnyOtherWordIsNot() {
    when(bearings.of(MEMBER, "ABC", Optional.empty())).thenReturn(Sample.ofTeam(CycleState.ACTIVE));
    when(kpis.json(any())).thenReturn("{}");
    HttpServletRequest request = mock(HttpServletRequest.class);
    Map<String, Object> given = Map.of("helper", new JiraHelper(request, project));

    assertThat(page(given).orElseThrow().getPhase()).isEqualTo("EXECUTION");
    assertThat(page(given).orElseThrow().getKpisJson()).isEqualTo("{}");
    when(request.getParameter("phase")).thenReturn("kickoff");
    assertThat(page(given).orElseThrow().getPhase()).isEqualTo("KICKOFF");
    when(request.getParameter("phase")).thenReturn("<b>");
    assertThat(page(given).orElseThrow().getPhase()).isEqualTo("EXECUTION");
    assertThat(page(given).orElseThrow().getAttention().get(0).getHref())
        .isEqualTo("/jira/secure/BearingsWorkspace.jspa?unit=3&cycle=7#KR-34");
  }

  @Test
  public void theCycleThatTheAddressNamesIsShownAndOneThatThereIsNotIsRefused() {
    when(bearings.of(MEMBER, "ABC", Optional.of(8L))).thenReturn(Sample.ofTeamInItsNextQuarter());
    when(kpis.json(any())).thenReturn("{}");
    HttpServletRequest request = mock(HttpServletRequest.class);
    Map<String, Object> given = Map.of("helper", new JiraHelper(request, project));

    when(request.getParameter("cycle")).thenReturn("8");
    assertThat(page(given).orElseThrow().getCycleId()).isEqualTo("8");

    Refusal.Invalid refusal =
        new Refusal.Invalid(Map.of("cycle", Message.of("bearings.error.notServed")));
    when(bearings.of(MEMBER, "ABC", Optional.of(0L))).thenThrow(refusal);
    for (String none : List.of("<b>", "-8", "99999999999999999999")) {
      when(request.getParameter("cycle")).thenReturn(none);
      ProjectPage page = page(given).orElseThrow();
      assertThat(page.getProblem()).isEqualTo("There is no such cycle for this unit.");
      assertThat(page.getBackHref())
          .isEqualTo("/jira/projects/ABC?selectedItem=io.bearings:project-page-item");
    }
  }

  @Test
  public void anEmptyCycleIsTheOneThatIsWorkedOn() {
    when(bearings.of(MEMBER, "ABC", Optional.empty())).thenReturn(Sample.ofTeam(CycleState.ACTIVE));
    when(kpis.json(any())).thenReturn("{}");
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getParameter("cycle")).thenReturn("");
    ProjectPage page = page(Map.of("helper", new JiraHelper(request, project))).orElseThrow();
    assertThat(page.getCycleId()).isEqualTo("7");
    assertThat(page.getWorkedText()).isEmpty();
  }

  @Test
  public void aPageWithoutAProjectShowsNothing() {
    assertThat(page(Map.of())).isEmpty();
    assertThat(page(Map.of("helper", new JiraHelper(), "project", "not a project"))).isEmpty();
    verifyNoInteractions(bearings);
  }

  @Test
  public void anAnonymousVisitorSeesNothing() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(page(Map.of("project", project))).isEmpty();
    verifyNoInteractions(bearings);
  }

  @Test
  public void aProjectThatOneMayNotBrowseShowsNothing() {
    when(bearings.of(MEMBER, "ABC", Optional.empty())).thenThrow(new Refusal.NotFound("ABC"));

    assertThat(page(Map.of("project", project))).isEmpty();
  }

  @Test
  public void anAddOnThatCannotWorkSaysWhy() {
    when(bearings.of(MEMBER, "ABC", Optional.empty()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));

    assertThat(page(Map.of("project", project)).orElseThrow().getProblem())
        .isEqualTo("The database does not answer. Try again in a moment.");
  }
}
