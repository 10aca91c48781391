package io.bearings.host.jira;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jira's service for creating issues: validated first, with messages by field, and then created.
 */
final class CreatingIssues implements IssueService {
  private final SiteCache site;
  private final Permissions permissions;
  private final IssueOperations operations;
  private final Issues issues;

  CreatingIssues(
      SiteCache site, Permissions permissions, IssueOperations operations, Issues issues) {
    this.site = site;
    this.permissions = permissions;
    this.operations = operations;
    this.issues = issues;
  }

  @Override
  public IssueInputParameters newIssueInputParameters() {
    return new Input();
  }

  @Override
  public CreateValidationResult validateCreate(
      ApplicationUser user, IssueInputParameters parameters) {
    Errors errors = new Errors();
    Project project = site.current().projects().get(parameters.getProjectId());
    if (project == null) {
      errors.addError("pid", "The project is required.");
    } else if (!permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, project, user)) {
      errors.addErrorMessage("You do not have permission to create issues in this project.");
    } else if (!hasType(project, parameters.getIssueTypeId())) {
      errors.addError("issuetype", "The issue type selected is invalid.");
    }
    if (parameters.getSummary() == null || parameters.getSummary().isBlank()) {
      errors.addError("summary", "You must specify a summary of the issue.");
    } else if (parameters.getSummary().contains("\n")) {
      errors.addError("summary", "The summary is invalid because it contains newline characters.");
    } else if (parameters.getSummary().length() > FieldReader.LONGEST_SUMMARY) {
      errors.addError("summary", "Summary must be less than 255 characters.");
    }
    return new CreateValidationResult(null, errors, parameters);
  }

  private static boolean hasType(Project project, String id) {
    return project.getIssueTypes().stream().anyMatch(type -> type.getId().equals(id));
  }

  @Override
  public IssueResult create(ApplicationUser user, CreateValidationResult result) {
    if (!result.isValid()) {
      throw new IllegalStateException("You can not create an issue with an invalid result.");
    }
    IssueInputParameters input = result.parameters();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("project", Map.of("id", String.valueOf(input.getProjectId())));
    fields.put("issuetype", Map.of("id", input.getIssueTypeId()));
    fields.put("summary", input.getSummary());
    if (input.getDescription() != null) {
      fields.put("description", input.getDescription());
    }
    Errors errors = new Errors();
    try {
      MutableIssue created = issues.getIssueObject(operations.create(user, fields).getId());
      return new IssueResult(created, errors);
    } catch (JiraRefusal e) {
      errors.addErrorMessage(e.getMessage());
      errors.addErrors(e.errors());
      return new IssueResult(null, errors);
    }
  }

  /** What an issue is made of. */
  private static final class Input implements IssueInputParameters {
    private Long projectId;
    private String issueTypeId;
    private String summary;
    private String description;
    private String reporterId;

    @Override
    public IssueInputParameters setProjectId(Long id) {
      projectId = id;
      return this;
    }

    @Override
    public Long getProjectId() {
      return projectId;
    }

    @Override
    public IssueInputParameters setIssueTypeId(String id) {
      issueTypeId = id;
      return this;
    }

    @Override
    public String getIssueTypeId() {
      return issueTypeId;
    }

    @Override
    public IssueInputParameters setSummary(String text) {
      summary = text;
      return this;
    }

    @Override
    public String getSummary() {
      return summary;
    }

    @Override
    public IssueInputParameters setDescription(String text) {
      description = text;
      return this;
    }

    @Override
    public String getDescription() {
      return description;
    }

    @Override
    public IssueInputParameters setReporterId(String id) {
      reporterId = id;
      return this;
    }

    @Override
    public String getReporterId() {
      return reporterId;
    }
  }

  /** Messages by field and of the whole, in the order in which they came. */
  private static final class Errors implements ErrorCollection {
    private final Map<String, String> byField = new LinkedHashMap<>();
    private final List<String> messages = new ArrayList<>();

    @Override
    public void addError(String field, String message) {
      byField.putIfAbsent(field, message);
    }

    @Override
    public void addErrorMessage(String message) {
      messages.add(message);
    }

    @Override
    public void addErrorMessages(Collection<String> more) {
      messages.addAll(more);
    }

    @Override
    public void addErrorCollection(ErrorCollection errors) {
      addErrors(errors.getErrors());
      addErrorMessages(errors.getErrorMessages());
    }

    @Override
    public void addErrors(Map<String, String> errors) {
      errors.forEach(this::addError);
    }

    @Override
    public Map<String, String> getErrors() {
      return byField;
    }

    @Override
    public Collection<String> getErrorMessages() {
      return messages;
    }

    @Override
    public boolean hasAnyErrors() {
      return !byField.isEmpty() || !messages.isEmpty();
    }
  }
}
