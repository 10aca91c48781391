package com.atlassian.jira.bc.issue;

import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;

/**
 * Creates issues as a person would, with that person's permissions. The results are classes, also
 * those of Jira.
 *
 * <p>Source and confidence: GR, CD; M. The package is imported on 11.3 (H). Constructors of the
 * results are ours, so that the host can make them; nobody else calls them.
 */
public interface IssueService {
  IssueInputParameters newIssueInputParameters();

  CreateValidationResult validateCreate(ApplicationUser user, IssueInputParameters parameters);

  IssueResult create(ApplicationUser user, CreateValidationResult result);

  /** What came of a service's work. */
  class IssueResult {
    private final MutableIssue issue;
    private final ErrorCollection errors;

    public IssueResult(MutableIssue issue, ErrorCollection errors) {
      this.issue = issue;
      this.errors = errors;
    }

    public boolean isValid() {
      return !errors.hasAnyErrors();
    }

    public ErrorCollection getErrorCollection() {
      return errors;
    }

    public MutableIssue getIssue() {
      return issue;
    }
  }

  /** Whether an issue can be created. */
  class CreateValidationResult extends IssueResult {
    private final IssueInputParameters parameters;

    public CreateValidationResult(
        MutableIssue issue, ErrorCollection errors, IssueInputParameters parameters) {
      super(issue, errors);
      this.parameters = parameters;
    }

    /** Of the host only. */
    public IssueInputParameters parameters() {
      return parameters;
    }
  }
}
