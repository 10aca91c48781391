package io.bearings.jira;

import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Person;
import io.bearings.progress.FindingWork;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The issues of a project that serve any objective, most often asked for by their absence: {@code
 * issue not in issuesWithObjective("PROJ")}.
 */
public class IssuesWithObjective extends WorkFunction {
  private final FindingWork work;

  @Inject
  public IssuesWithObjective(FindingWork work, I18nResolver texts) {
    super(texts);
    this.work = work;
  }

  @Override
  List<Long> find(Person who, String argument) {
    return work.ofProject(who, argument);
  }
}
