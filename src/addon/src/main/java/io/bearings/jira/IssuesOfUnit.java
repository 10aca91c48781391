package io.bearings.jira;

import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Person;
import io.bearings.progress.FindingWork;
import jakarta.inject.Inject;
import java.util.List;

/** The issues of a unit and of the units below it: {@code issue in issuesOfUnit("Team North")}. */
public class IssuesOfUnit extends WorkFunction {
  private final FindingWork work;

  @Inject
  public IssuesOfUnit(FindingWork work, I18nResolver texts) {
    super(texts);
    this.work = work;
  }

  @Override
  List<Long> find(Person who, String argument) {
    return work.ofUnit(who, argument);
  }
}
