package io.bearings.progress;

import io.bearings.flow.Period;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What projects finished, linked or not, as Jira's search knows it: it lags behind what happens to
 * issues by a second or more. Work that nobody linked has no history of ours, so when it was done
 * is what Jira says of its resolution.
 */
public interface FinishedWork {

  /**
   * What a search came to.
   *
   * @param issues none where there are more than were asked for
   * @param total how many there are
   */
  record Answer(List<Finished> issues, int total) {
    public Answer {
      issues = List.copyOf(issues);
    }
  }

  /**
   * An issue that is Done.
   *
   * @param resolved its last resolution date
   * @param points its story points; absent also where they were not asked for
   */
  record Finished(
      long issueId,
      boolean isSubTask,
      Instant resolved,
      Optional<String> resolutionId,
      Optional<BigDecimal> points) {}

  /**
   * The issues of some projects that are Done, were last resolved in a period and are resolved
   * still, whoever may browse them; some of the days beside it may be among them. Costs one
   * statement and one for each 1,000 issues, and with points one for each issue.
   *
   * @param who whoever asks
   * @param points whether to read story points
   * @param most how many at most; of more, only their number is told
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  Answer between(Person who, Collection<Long> projectIds, Period period, boolean points, int most);

  /**
   * How many issues, sub-tasks apart, of some projects are Done and were last resolved in a period,
   * by the days of whoever asks. One statement.
   *
   * @param outOfScopeIds resolutions that are not work done
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  int count(Person who, Collection<Long> projectIds, Period period, Set<String> outOfScopeIds);

  /**
   * How many issues of some projects are Done without a resolution and changed since a period
   * began: nobody can say when they were finished.
   *
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  int undated(Person who, Collection<Long> projectIds, Period period);
}
