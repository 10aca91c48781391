package io.bearings.jira;

import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Person;
import io.bearings.progress.FindingWork;
import jakarta.inject.Inject;
import java.util.List;

/** The issues of an objective: {@code issue in issuesOfObjective("O-12")}. */
public class IssuesOfObjective extends WorkFunction {
  private final FindingWork work;

  @Inject
  public IssuesOfObjective(FindingWork work, I18nResolver texts) {
    super(texts);
    this.work = work;
  }

  @Override
  List<Long> find(Person who, String argument) {
    return work.ofObjective(who, argument);
  }
}
