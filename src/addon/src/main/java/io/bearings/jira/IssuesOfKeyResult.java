package io.bearings.jira;

import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Person;
import io.bearings.progress.FindingWork;
import jakarta.inject.Inject;
import java.util.List;

/** The issues of a key result: {@code issue in issuesOfKeyResult("KR-34")}. */
public class IssuesOfKeyResult extends WorkFunction {
  private final FindingWork work;

  @Inject
  public IssuesOfKeyResult(FindingWork work, I18nResolver texts) {
    super(texts);
    this.work = work;
  }

  @Override
  List<Long> find(Person who, String argument) {
    return work.ofKeyResult(who, argument);
  }
}
