package io.bearings.host.pages;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;

/**
 * A status as Jira shows it: its name in the colour of its category.
 *
 * @param text the status's name
 * @param style the AUI class of the colour
 */
public record Lozenge(String text, String style) {

  /** The lozenge of a status. */
  static Lozenge of(Status status) {
    String category = status.getStatusCategory().getKey();
    String style =
        category.equals(StatusCategory.COMPLETE)
            ? "aui-lozenge-success"
            : category.equals(StatusCategory.IN_PROGRESS)
                ? "aui-lozenge-inprogress"
                : "aui-lozenge-default";
    return new Lozenge(status.getName(), style);
  }
}
