package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class MayBrowseProjectTest {
  private static final Person VIEWER = new Person("viewer");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Access access = mock(Access.class);
  private final Project project = mock(Project.class);
  private final MayBrowseProject condition = new MayBrowseProject(signedIn, access);

  @Before
  public void somebodyIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(VIEWER));
    when(project.getKey()).thenReturn("ABC");
    when(access.project(VIEWER, "ABC")).thenReturn(Optional.empty());
  }

  @Test
  public void shownToWhoMayBrowse() {
    when(access.project(VIEWER, "ABC")).thenReturn(Optional.of(new ProjectRef(1, "ABC", "Alpha")));

    assertThat(condition.shouldDisplay(Map.of("project", project))).isTrue();
  }

  @Test
  public void hiddenFromWhoMayNot() {
    assertThat(condition.shouldDisplay(Map.of("project", project))).isFalse();
  }

  @Test
  public void hiddenWhereThereIsNoProject() {
    assertThat(condition.shouldDisplay(Map.of())).isFalse();
  }

  @Test
  public void hiddenFromAnonymousVisitors() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(condition.shouldDisplay(Map.of("project", project))).isFalse();
  }
}
