package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.kpi.metric.IssueFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comments of issues, looked up when they are needed: how they are called is not certain.
 *
 * <p>Source and confidence: public add-ons for Jira 7 to 9; M.
 */
final class TalkSource {
  private final Optional<CommentManager> manager;

  private TalkSource(Optional<CommentManager> manager) {
    this.manager = manager;
  }

  static TalkSource find(HostService services) {
    return new TalkSource(services.find(CommentManager.class));
  }

  /**
   * The first comment of each author, whoever may see it; anonymous ones are left out. Costs a
   * statement in Jira.
   */
  List<IssueFacts.Comment> firstOfEach(Issue issue) {
    Map<String, Instant> first = new LinkedHashMap<>();
    if (manager.isPresent()) {
      for (Comment comment : manager.get().getComments(issue)) {
        ApplicationUser author = comment.getAuthorApplicationUser();
        if (author != null && comment.getCreated() != null) {
          Instant at = comment.getCreated().toInstant();
          first.merge(author.getKey(), at, (one, other) -> one.isBefore(other) ? one : other);
        }
      }
    }
    return first.entrySet().stream()
        .map(each -> new IssueFacts.Comment(each.getValue(), each.getKey()))
        .toList();
  }
}
