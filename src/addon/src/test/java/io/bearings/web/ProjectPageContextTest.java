package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Overview;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class ProjectPageContextTest {
  private static final Person MEMBER = new Person("member");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Overview overview = mock(Overview.class);
  private final Project project = mock(Project.class);
  private final ProjectPageContext context =
      new ProjectPageContext(signedIn, overview, TestTexts.english());

  @Before
  public void aMemberIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(MEMBER));
    when(project.getKey()).thenReturn("ABC");
  }

  private Optional<ProjectPage> page(Map<String, Object> given) {
    return Optional.ofNullable((ProjectPage) context.getContextMap(given).get("bearings"));
  }

  @Test
  public void theObjectivesOfTheProjectThatThePageNames() {
    when(overview.ofProject(MEMBER, "ABC")).thenReturn(Sample.overview(true));

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
    when(overview.ofProject(MEMBER, "ABC")).thenReturn(Sample.empty(false));

    assertThat(page(Map.of("helper", new JiraHelper(null, project)))).isPresent();
  }

  @Test
  public void aPageWithoutAProjectShowsNothing() {
    assertThat(page(Map.of())).isEmpty();
    assertThat(page(Map.of("helper", new JiraHelper(), "project", "not a project"))).isEmpty();
    verifyNoInteractions(overview);
  }

  @Test
  public void anAnonymousVisitorSeesNothing() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(page(Map.of("project", project))).isEmpty();
    verifyNoInteractions(overview);
  }

  @Test
  public void aProjectThatOneMayNotBrowseShowsNothing() {
    when(overview.ofProject(MEMBER, "ABC")).thenThrow(new Refusal.NotFound("ABC"));

    assertThat(page(Map.of("project", project))).isEmpty();
  }

  @Test
  public void anAddOnThatCannotWorkSaysWhy() {
    when(overview.ofProject(MEMBER, "ABC"))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));

    assertThat(page(Map.of("project", project)).orElseThrow().getProblem())
        .isEqualTo("The database does not answer. Try again in a moment.");
  }
}
