package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.IssueService.CreateValidationResult;
import com.atlassian.jira.bc.issue.IssueService.IssueResult;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.ErrorCollection;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Outcome;
import io.bearings.okr.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class JiraIssueDeskTest {
  private static final Person ANNA = new Person("anna");
  private static final Deed.CreateIssue ISSUE = new Deed.CreateIssue("ops", "bug", "Red", "Why");
  private static final Deed.Comment COMMENT = new Deed.Comment("ops-1", "Red");

  private final HostService services = mock(HostService.class);
  private final UserManager users = mock(UserManager.class);
  private final ProjectManager projects = mock(ProjectManager.class);
  private final IssueManager issues = mock(IssueManager.class);
  private final PermissionManager permissions = mock(PermissionManager.class);
  private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
  private final JiraPersonalTexts texts = mock(JiraPersonalTexts.class);
  private final IssueService service = mock(IssueService.class);
  private final CommentManager comments = mock(CommentManager.class);
  private final IssueInputParameters input = mock(IssueInputParameters.class, RETURNS_SELF);
  private final ApplicationUser anna = mock(ApplicationUser.class);
  private final ApplicationUser before = mock(ApplicationUser.class);
  private final Project project = mock(Project.class);
  private final MutableIssue issue = mock(MutableIssue.class);
  private final JiraIssueDesk desk =
      new JiraIssueDesk(
          services,
          new JiraPeople(users, services),
          projects,
          issues,
          permissions,
          new OnBehalf(authentication),
          texts);

  @Before
  public void jira() {
    when(services.find(IssueService.class)).thenReturn(Optional.of(service));
    when(services.find(CommentManager.class)).thenReturn(Optional.of(comments));
    when(users.getUserByKey("anna")).thenReturn(anna);
    when(anna.isActive()).thenReturn(true);
    when(anna.getName()).thenReturn("anna.b");
    when(authentication.getLoggedInUser()).thenReturn(before);
    when(projects.getProjectObjByKey("OPS")).thenReturn(project);
    when(project.getId()).thenReturn(10L);
    IssueType bug = type("1", "Bug", false);
    IssueType task = type("2", "Sub-bug", true);
    when(project.getIssueTypes()).thenReturn(List.of(task, bug));
    when(issues.getIssueObject("OPS-1")).thenReturn(issue);
    when(issue.getKey()).thenReturn("OPS-9");
    when(issue.getId()).thenReturn(9L);
    when(permissions.hasPermission(any(), any(Project.class), any())).thenReturn(true);
    when(permissions.hasPermission(any(), any(com.atlassian.jira.issue.Issue.class), any()))
        .thenReturn(true);
    when(service.newIssueInputParameters()).thenReturn(input);
    when(texts.text(anyString(), any()))
        .thenAnswer(call -> call.getArgument(0) + " " + call.getArgument(1));
  }

  private static IssueType type(String id, String name, boolean sub) {
    IssueType type = mock(IssueType.class);
    when(type.getId()).thenReturn(id);
    when(type.getName()).thenReturn(name);
    when(type.isSubTask()).thenReturn(sub);
    return type;
  }

  private static ErrorCollection errors(boolean any) {
    ErrorCollection errors = mock(ErrorCollection.class);
    when(errors.hasAnyErrors()).thenReturn(any);
    when(errors.getErrorMessages()).thenReturn(List.of("No."));
    when(errors.getErrors()).thenReturn(Map.of("priority", "Needed."));
    return errors;
  }

  private void answers(boolean valid, boolean created) {
    CreateValidationResult validation = new CreateValidationResult(null, errors(!valid), input);
    when(service.validateCreate(anna, input)).thenReturn(validation);
    IssueResult result = new IssueResult(issue, errors(!created));
    when(service.create(anna, validation)).thenReturn(result);
  }

  @Test
  public void createsAsTheOwnerWhoIsLoggedInMeanwhile() {
    answers(true, true);

    assertThat(desk.create(ANNA, ISSUE)).isEqualTo(new Outcome.Created("OPS-9", 9));

    verify(input).setProjectId(10L);
    verify(input).setIssueTypeId("1");
    verify(input).setSummary("Red");
    verify(input).setDescription("Why");
    verify(input).setReporterId("anna.b");
    InOrder order = inOrder(authentication, service);
    order.verify(authentication).setLoggedInUser(anna);
    order.verify(service).create(any(), any());
    order.verify(authentication).setLoggedInUser(before);
  }

  @Test
  public void repeatsWhatJiraSaysIsWrong() {
    answers(false, false);

    assertThat(desk.create(ANNA, ISSUE)).isEqualTo(new Outcome.Refused("No. priority: Needed."));
    verify(service, never()).create(any(), any());
  }

  @Test
  public void whatFailsInTheMiddleIsUnclear() {
    answers(true, false);

    assertThat(desk.create(ANNA, ISSUE)).isInstanceOf(Outcome.Unclear.class);
  }

  @Test
  public void refusesWithoutProjectTypeOrOwner() {
    assertThat(refused(desk.create(ANNA, new Deed.CreateIssue("NONE", "Bug", "Red", ""))))
        .contains("bearings.acts.noProject");
    assertThat(refused(desk.create(ANNA, new Deed.CreateIssue("OPS", "Sub-bug", "Red", ""))))
        .contains("bearings.acts.noIssueType");
    assertThat(refused(desk.create(new Person("gone"), ISSUE))).contains("bearings.acts.noOwner");
    when(permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, project, anna))
        .thenReturn(false);
    assertThat(refused(desk.create(ANNA, ISSUE))).contains("bearings.acts.noProject");
    when(anna.isActive()).thenReturn(false);
    assertThat(refused(desk.create(ANNA, ISSUE))).contains("bearings.acts.noOwner");
    assertThat(refused(desk.comment(ANNA, COMMENT))).contains("bearings.acts.noOwner");
    verify(service, never()).create(any(), any());
  }

  private static String refused(Outcome outcome) {
    return ((Outcome.Refused) outcome).why();
  }

  @Test
  public void commentsOnlyWhereTheOwnerMay() {
    assertThat(desk.comment(ANNA, COMMENT)).isEqualTo(new Outcome.Done("OPS-9"));
    verify(comments).create(issue, anna, "Red", true);

    when(permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, anna)).thenReturn(false);
    assertThat(refused(desk.comment(ANNA, COMMENT))).contains("bearings.acts.noIssue");
    assertThat(refused(desk.comment(ANNA, new Deed.Comment("X-1", "Red"))))
        .contains("bearings.acts.noIssue");
  }

  @Test
  public void whoeverWasLoggedInIsAlsoAfterAFailure() {
    when(services.find(IssueService.class)).thenReturn(Optional.empty());

    assertThatThrownBy(() -> desk.create(ANNA, ISSUE)).isInstanceOf(IllegalStateException.class);
    verify(authentication).setLoggedInUser(before);
  }
}
