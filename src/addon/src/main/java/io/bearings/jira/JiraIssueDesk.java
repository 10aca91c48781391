package io.bearings.jira;

import static java.util.stream.Collectors.joining;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.IssueDesk;
import io.bearings.connect.acts.Outcome;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes issues and comments by Jira's own services, as a person who need not be logged in. Whether
 * the person may is asked first: what is refused was not begun.
 */
@Component
class JiraIssueDesk implements IssueDesk {
  private final HostService services;
  private final JiraPeople people;
  private final ProjectManager projects;
  private final IssueManager issues;
  private final PermissionManager permissions;
  private final OnBehalf onBehalf;
  private final JiraPersonalTexts texts;

  @Inject
  JiraIssueDesk(
      HostService services,
      JiraPeople people,
      @ComponentImport ProjectManager projects,
      @ComponentImport IssueManager issues,
      @ComponentImport PermissionManager permissions,
      OnBehalf onBehalf,
      JiraPersonalTexts texts) {
    this.services = services;
    this.people = people;
    this.projects = projects;
    this.issues = issues;
    this.permissions = permissions;
    this.onBehalf = onBehalf;
    this.texts = texts;
  }

  @Override
  public Outcome create(Person as, Deed.CreateIssue issue) {
    Optional<ApplicationUser> user = active(as);
    if (user.isEmpty()) {
      return refused(as, "bearings.acts.noOwner", as.key());
    }
    Optional<Project> project =
        Optional.ofNullable(
                projects.getProjectObjByKey(issue.projectKey().toUpperCase(Locale.ROOT)))
            .filter(it -> may(it, user.get()));
    if (project.isEmpty()) {
      return refused(as, "bearings.acts.noProject", issue.projectKey());
    }
    Optional<IssueType> type = type(project.get(), issue.issueType());
    if (type.isEmpty()) {
      return refused(as, "bearings.acts.noIssueType", issue.issueType());
    }
    return onBehalf.of(user.get(), () -> create(user.get(), project.get(), type.get(), issue));
  }

  private Outcome create(
      ApplicationUser user, Project project, IssueType type, Deed.CreateIssue issue) {
    IssueService service = service(IssueService.class);
    IssueInputParameters input = service.newIssueInputParameters();
    input.setProjectId(project.getId());
    input.setIssueTypeId(type.getId());
    input.setSummary(issue.summary());
    input.setDescription(issue.description());
    input.setReporterId(user.getName());
    IssueService.CreateValidationResult valid = service.validateCreate(user, input);
    if (!valid.isValid()) {
      return new Outcome.Refused(text(valid.getErrorCollection()));
    }
    IssueService.IssueResult created = service.create(user, valid);
    return created.isValid()
        ? new Outcome.Created(created.getIssue().getKey(), created.getIssue().getId())
        : new Outcome.Unclear(text(created.getErrorCollection()));
  }

  private static String text(ErrorCollection errors) {
    return Stream.concat(
            errors.getErrorMessages().stream(),
            errors.getErrors().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue()))
        .collect(joining(" "));
  }

  private boolean may(Project project, ApplicationUser user) {
    return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)
        && permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, project, user);
  }

  private static Optional<IssueType> type(Project project, String name) {
    return project.getIssueTypes().stream()
        .filter(type -> !type.isSubTask() && type.getName().equalsIgnoreCase(name))
        .findFirst()
        .map(type -> type);
  }

  @Override
  public Outcome comment(Person as, Deed.Comment comment) {
    Optional<ApplicationUser> user = active(as);
    if (user.isEmpty()) {
      return refused(as, "bearings.acts.noOwner", as.key());
    }
    Optional<Issue> issue =
        Optional.<Issue>ofNullable(
                issues.getIssueObject(comment.issueKey().toUpperCase(Locale.ROOT)))
            .filter(it -> may(it, user.get()));
    if (issue.isEmpty()) {
      return refused(as, "bearings.acts.noIssue", comment.issueKey());
    }
    return onBehalf.of(
        user.get(),
        () -> {
          service(CommentManager.class).create(issue.get(), user.get(), comment.text(), true);
          return new Outcome.Done(issue.get().getKey());
        });
  }

  private boolean may(Issue issue, ApplicationUser user) {
    return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user)
        && permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, user);
  }

  private Optional<ApplicationUser> active(Person as) {
    return people.user(as).filter(ApplicationUser::isActive);
  }

  private <T> T service(Class<T> type) {
    return services
        .find(type)
        .orElseThrow(() -> new IllegalStateException("Jira offers no " + type.getName()));
  }

  private Outcome refused(Person as, String why, String what) {
    return new Outcome.Refused(texts.text(as.key(), Message.of(why, what)));
  }
}
