package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.IssueService.CreateValidationResult;
import com.atlassian.jira.bc.issue.IssueService.IssueResult;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CreatingIssuesTest {
  private final TestSite site = new TestSite();
  private IssueService service;
  private Project project;
  private ApplicationUser dev;

  @Before
  public void load() {
    site.load(Team.FILE);
    service = site.get(IssueService.class);
    project = site.get(ProjectManager.class).getProjectObjByKey("APP");
    dev = site.user("dev");
  }

  @After
  public void close() {
    site.close();
  }

  private IssueInputParameters input(String summary) {
    return service
        .newIssueInputParameters()
        .setProjectId(project.getId())
        .setIssueTypeId(
            project.getIssueTypes().stream()
                .filter(type -> !type.isSubTask())
                .findFirst()
                .orElseThrow()
                .getId())
        .setSummary(summary)
        .setDescription("Why")
        .setReporterId(dev.getName());
  }

  @Test
  public void createsWhatWasValidated() {
    CreateValidationResult valid = service.validateCreate(dev, input("Alarm"));
    assertThat(valid.isValid()).isTrue();

    IssueResult created = service.create(dev, valid);

    assertThat(created.isValid()).isTrue();
    assertThat(created.getIssue().getSummary()).isEqualTo("Alarm");
    assertThat(created.getIssue().getDescription()).isEqualTo("Why");
    assertThat(created.getIssue().getReporterId()).isEqualTo(dev.getKey());
  }

  @Test
  public void saysByFieldWhatIsWrong() {
    CreateValidationResult empty = service.validateCreate(dev, input(" "));
    assertThat(empty.isValid()).isFalse();
    assertThat(empty.getErrorCollection().getErrors()).containsOnlyKeys("summary");
    assertThat(errors(input("two\nlines"))).containsOnlyKeys("summary");
    assertThat(errors(input("x".repeat(256)))).containsOnlyKeys("summary");
    assertThat(errors(input("Alarm").setIssueTypeId("9999"))).containsOnlyKeys("issuetype");
    assertThat(errors(input("Alarm").setProjectId(9_999L))).containsOnlyKeys("pid");
    assertThat(service.validateCreate(null, input("Alarm")).getErrorCollection())
        .satisfies(it -> assertThat(it.getErrorMessages()).hasSize(1));
    assertThatThrownBy(() -> service.create(dev, empty)).isInstanceOf(IllegalStateException.class);
  }

  private java.util.Map<String, String> errors(IssueInputParameters input) {
    return service.validateCreate(dev, input).getErrorCollection().getErrors();
  }

  @Test
  public void commentsAreWrittenAsTheirAuthor() {
    site.get(CommentManager.class)
        .create(site.get(IssueManager.class).getIssueObject("APP-1"), dev, "It is red", true);

    assertThat(site.jira.comments().of(site.get(IssueManager.class).getIssueObject("APP-1"), dev))
        .extracting(Comments.Comment::body)
        .containsExactly("It is red");
  }
}
