package io.bearings.okr;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where objectives and key results are kept. Every call is one transaction; a list costs one
 * statement however long it is. All calls throw {@link Refusal.Unavailable} while the database
 * cannot be used.
 */
public interface Objectives {

  /** The objective with this id. */
  Optional<Objective> objective(long id);

  /** The objective with this id, for somebody who looks at it. */
  Optional<Placed> placed(long id, Person who);

  /** The objectives with these ids, for somebody who looks at them, oldest first. */
  List<Placed> placed(Collection<Long> ids, Person who);

  /** The objectives that a search wants, for somebody who looks at them, oldest first. */
  List<Placed> find(Wanted wanted, Person who);

  /** The key result with this id. */
  Optional<KeyResult> keyResult(long id);

  /** The key results of these objectives, oldest first. */
  List<KeyResult> keyResultsOf(Collection<Long> objectiveIds);

  /** The key results that somebody owns and that are under way, oldest first. */
  List<KeyResult> activeKeyResultsOf(Person owner);

  /** Writes a draft together with its key results: all of it or nothing. */
  Objective add(NewObjective objective, List<NewKeyResult> keyResults, Edit by);

  /** Writes a key result. */
  KeyResult add(long objectiveId, NewKeyResult keyResult, Edit by);

  /**
   * Writes an objective, some of its key results and what is to be remembered about it, if all
   * stored versions are still those that are given; the stored versions are then one higher.
   *
   * @param touched the names of the fields of the objective that differ
   * @return the objective as stored now; absent when a version is another one or it is gone
   */
  Optional<Objective> change(
      Objective changed,
      Set<String> touched,
      List<KeyResult> keyResults,
      List<NewChange> history,
      Edit by);

  /**
   * Writes a key result, except for what its check-ins say, and what is to be remembered about it,
   * if the stored version is still that of {@code changed}; the stored version is then one higher.
   *
   * @param touched the names of the fields that differ
   * @return the key result as stored now; absent when its version is another one or it is gone
   */
  Optional<KeyResult> change(
      KeyResult changed, Set<String> touched, List<NewChange> history, Edit by);

  /** The last change of an objective. */
  Optional<LastEdit> lastEditOfObjective(long id);

  /** The last change of a key result. */
  Optional<LastEdit> lastEditOfKeyResult(long id);

  /** Who writes, and when. */
  record Edit(Person who, Instant when) {}

  /**
   * What was changed last.
   *
   * @param by the user key of the person who saved last
   * @param touched the names of fields by the version that changed them, as far as it is known
   */
  record LastEdit(String by, List<Touched> touched) {

    /** The names of the fields that were changed after a version. */
    public Set<String> since(int version) {
      Set<String> fields = new LinkedHashSet<>();
      touched.stream()
          .filter(each -> each.version() > version)
          .forEach(each -> fields.addAll(each.fields()));
      return fields;
    }
  }

  /** The fields that a version changed. */
  record Touched(int version, Set<String> fields) {}

  /**
   * What objectives to find.
   *
   * @param unitIds only of these units; absent: of any
   * @param cycle only of these cycles; absent: of any
   * @param projectId also those that name this project, whatever their unit
   * @param also ids of further objectives, whatever else is wanted
   * @param archived whether archived ones are wanted too
   * @param text part of the title, or a key; empty finds all
   * @param after only those with a higher id
   * @param limit how many at most; 0 is all
   */
  record Wanted(
      Optional<Collection<Long>> unitIds,
      Optional<InCycle> cycle,
      Optional<Long> projectId,
      Collection<Long> also,
      boolean archived,
      Optional<ObjectiveState> state,
      Optional<String> label,
      Optional<String> ownerKey,
      String text,
      long after,
      int limit) {

    /** All objectives of some units. */
    public static Wanted ofUnits(Collection<Long> unitIds, Optional<InCycle> cycle) {
      return new Wanted(
          Optional.of(unitIds),
          cycle,
          Optional.empty(),
          List.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          0,
          0);
    }

    /** The objectives of a cycle that are in a state, of all units; archived ones too. */
    public static Wanted ofCycle(long cycleId, ObjectiveState state) {
      return new Wanted(
          Optional.empty(),
          Optional.of(new InCycle.One(cycleId)),
          Optional.empty(),
          List.of(),
          true,
          Optional.of(state),
          Optional.empty(),
          Optional.empty(),
          "",
          0,
          0);
    }

    /** The same with further objectives, whatever else is wanted. */
    public Wanted and(Collection<Long> ids) {
      return new Wanted(
          unitIds, cycle, projectId, ids, archived, state, label, ownerKey, text, after, limit);
    }

    /** The same with or without those that were put away. */
    public Wanted withArchived(boolean too) {
      return new Wanted(
          unitIds, cycle, projectId, also, too, state, label, ownerKey, text, after, limit);
    }

    /** The same, but only those in a state. */
    public Wanted in(ObjectiveState only) {
      return new Wanted(
          unitIds,
          cycle,
          projectId,
          also,
          archived,
          Optional.of(only),
          label,
          ownerKey,
          text,
          after,
          limit);
    }

    /** The same with those that name a project. */
    public Wanted orNaming(long project) {
      return new Wanted(
          unitIds,
          cycle,
          Optional.of(project),
          also,
          archived,
          state,
          label,
          ownerKey,
          text,
          after,
          limit);
    }
  }

  /** Which cycles objectives are wanted of. */
  sealed interface InCycle {

    /** A single one. */
    record One(long id) implements InCycle {}

    /** None: the backlog. */
    record Backlog() implements InCycle {}

    /** Those that are not closed, and the backlog. */
    record Open() implements InCycle {}

    /** A single one, or the backlog. */
    static InCycle of(Optional<Long> cycleId) {
      return cycleId.<InCycle>map(One::new).orElseGet(Backlog::new);
    }
  }
}
