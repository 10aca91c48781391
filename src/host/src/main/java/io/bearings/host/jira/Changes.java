package io.bearings.host.jira;

import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;

/** The items of a change as Jira writes them; null where there was or is nothing. */
final class Changes {
  private Changes() {}

  static ChangeItemBean ofConstant(String field, IssueConstant from, IssueConstant to) {
    return item(field, id(from), name(from), id(to), name(to));
  }

  private static String id(IssueConstant constant) {
    return constant == null ? null : constant.getId();
  }

  private static String name(IssueConstant constant) {
    return constant == null ? null : constant.getName();
  }

  static ChangeItemBean ofUser(String field, ApplicationUser from, ApplicationUser to) {
    return item(
        field,
        from == null ? null : from.getKey(),
        from == null ? null : from.getDisplayName(),
        to == null ? null : to.getKey(),
        to == null ? null : to.getDisplayName());
  }

  static ChangeItemBean ofText(String field, String from, String to) {
    return item(field, null, from, null, to);
  }

  static ChangeItemBean ofCustomField(String field, String from, String to) {
    return new ChangeItemBean(ChangeItemBean.CUSTOM_FIELD, field, null, from, null, to);
  }

  static ChangeItemBean item(
      String field, String from, String fromString, String to, String toString) {
    return new ChangeItemBean(ChangeItemBean.STATIC_FIELD, field, from, fromString, to, toString);
  }
}
