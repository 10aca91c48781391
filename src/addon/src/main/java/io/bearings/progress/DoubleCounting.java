package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Points out the same work under two key results that add up. A key result costs five statements
 * and one search of Jira's, however much it shares.
 */
@Named
public final class DoubleCounting {
  /** The most issues that are named. */
  static final int MOST = 200;

  private final Objectives objectives;
  private final Standpoints standpoints;
  private final SharedWork shared;
  private final Issues issues;

  @Inject
  public DoubleCounting(
      Objectives objectives, Standpoints standpoints, SharedWork shared, Issues issues) {
    this.objectives = objectives;
    this.standpoints = standpoints;
    this.shared = shared;
    this.issues = issues;
  }

  /**
   * Work that counts for another key result too.
   *
   * @param other absent where the person may not read it
   * @param objective of the other one; absent as that
   * @param count how many issues that are
   * @param named those that the person may browse, as far as they are named
   */
  public record Twice(
      SharedWork.Relation relation,
      Optional<KeyResult> other,
      Optional<Objective> objective,
      int count,
      List<IssueText> named) {
    public Twice {
      named = List.copyOf(named);
    }
  }

  /**
   * What a key result shares with others.
   *
   * @throws Refusal.NotFound when the person may not read it, or there is none
   */
  public List<Twice> ofKeyResult(Person who, long keyResultId) {
    String key = KeyResult.keyOf(keyResultId);
    KeyResult keyResult =
        objectives.keyResult(keyResultId).orElseThrow(() -> new Refusal.NotFound(key));
    Standpoint standpoint = standpoints.of(who);
    Placed placed =
        objectives
            .placed(keyResult.objectiveId(), who)
            .filter(each -> standpoint.mayRead(each))
            .orElseThrow(() -> new Refusal.NotFound(key));
    if (placed.objective().archived() || keyResult.archived()) {
      return List.of();
    }
    List<SharedWork.Shared> all = shared.ofKeyResult(keyResultId, who);
    if (all.isEmpty()) {
      return List.of();
    }
    Map<Long, Set<Long>> ids =
        shared.issues(keyResultId, all.stream().map(each -> each.other().id()).toList());
    Map<Long, IssueText> texts =
        issues.texts(
            who,
            ids.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .limit(MOST)
                .collect(Collectors.toSet()));
    return all.stream()
        .map(each -> twice(standpoint, each, ids.getOrDefault(each.other().id(), Set.of()), texts))
        .toList();
  }

  private static Twice twice(
      Standpoint standpoint,
      SharedWork.Shared each,
      Set<Long> issueIds,
      Map<Long, IssueText> texts) {
    boolean readable = standpoint.mayRead(each.objective());
    return new Twice(
        each.relation(),
        Optional.of(each.other()).filter(it -> readable),
        Optional.of(each.objective().objective()).filter(it -> readable),
        each.issues(),
        issueIds.stream().map(texts::get).filter(Objects::nonNull).toList());
  }
}
