package io.bearings.progress;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jira's issues. Lists of issues are filtered for a person by one search, never one by one. */
public interface Issues {

  /** An issue that exists and that the person may browse. */
  Optional<IssueRef> find(Person who, String issueKey);

  /**
   * Those of the issues that exist and that the person may browse, by the key that was asked for.
   *
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Map<String, IssueState> visible(Person who, Collection<String> issueKeys);

  /**
   * Those of the issues that the person may browse, by their id.
   *
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Map<Long, IssueText> texts(Person who, Collection<Long> issueIds);

  /** The issues as they are now, whoever may see them; one that is gone is left out. */
  List<IssueState> states(Collection<Long> issueIds);

  /** Those of the issues that exist, whoever may see them. */
  Set<Long> existing(Collection<Long> issueIds);

  /** Those of the issues that changed after they were read, as they are now. */
  List<IssueState> changedSince(Collection<IssueState> read);
}
