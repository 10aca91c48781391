package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.function.issue.AbstractJiraFunctionProvider;
import com.opensymphony.module.propertyset.PropertySet;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Linking;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a workflow does when an issue takes a transition: it attaches the issue to a key result,
 * with the rights of the person who takes it. Whatever keeps it from that, the transition goes on.
 */
public class LinkToKeyResult extends AbstractJiraFunctionProvider {
  /** Under this name a workflow keeps the key of the key result. */
  static final String KEY_RESULT = "keyResult";

  private static final Logger LOG = LoggerFactory.getLogger(LinkToKeyResult.class);

  private final Linking linking;

  @Inject
  public LinkToKeyResult(Linking linking) {
    this.linking = linking;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void execute(Map transientVars, Map args, PropertySet ps) {
    String keyResult = String.valueOf(args.get(KEY_RESULT));
    try {
      Issue issue = getIssue(transientVars);
      attach(getCallerKey(transientVars, args), issue.getKey(), keyResult);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("An issue that took a transition was not attached to {}", keyResult, e);
    }
  }

  private void attach(String caller, String issueKey, String keyResult) {
    if (caller == null || issueKey == null) {
      LOG.info("{} was not attached to {}: nobody is logged in", issueKey, keyResult);
      return;
    }
    try {
      if (linking.attach(new Person(caller), keyResult, issueKey)) {
        LOG.debug("{} was attached to {} by a transition", issueKey, keyResult);
      }
    } catch (Refusal.Unavailable e) {
      throw e;
    } catch (Refusal e) {
      LOG.info("{} was not attached to {}: {}", issueKey, keyResult, e.getMessage());
    }
  }
}
