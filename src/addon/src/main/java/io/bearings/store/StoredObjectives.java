package io.bearings.store;

import static java.util.stream.Collectors.toCollection;

import io.bearings.okr.CycleState;
import io.bearings.okr.KeyResult;
import io.bearings.okr.NewChange;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Objectives and key results in our tables. */
@Component
class StoredObjectives implements Objectives {
  private static final String PLACED =
      "select " + Rows.PLACED + " from {OBJECTIVE} o" + Rows.PLACED_JOINS;

  /** How long the memory of changed fields may get; the oldest are forgotten. */
  private static final int TOUCHED_LENGTH = 400;

  private final Database database;

  @Inject
  StoredObjectives(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Objective> objective(long id) {
    return database.read(session -> objective(session, id));
  }

  private static Optional<Objective> objective(Session session, long id) throws SQLException {
    return session.first(
        "select " + Rows.OBJECTIVE + " from {OBJECTIVE} o where o.[ID] = ?", Rows::objective, id);
  }

  @Override
  public Optional<Placed> placed(long id, Person who) {
    return database.read(
        session -> session.first(PLACED + " where o.[ID] = ?", Rows::placed, who.key(), id));
  }

  @Override
  public List<Placed> placed(Collection<Long> ids, Person who) {
    return database.read(
        session ->
            session.list(
                PLACED + " where " + Tables.in("o.[ID]", ids) + " order by o.[ID]",
                Rows::placed,
                who.key()));
  }

  @Override
  public List<Placed> find(Wanted wanted, Person who) {
    Search search = new Search(wanted);
    List<Object> parameters = new ArrayList<>(List.of(who.key()));
    parameters.addAll(search.parameters);
    return database.read(
        session ->
            session.list(
                PLACED + " where " + search.condition() + " order by o.[ID]",
                wanted.limit(),
                Rows::placed,
                parameters.toArray()));
  }

  /** The condition of a search, and its parameters in their order. */
  private static final class Search {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final Collection<Long> also;

    Search(Wanted wanted) {
      also = wanted.also();
      place(wanted);
      wanted.cycle().ifPresent(this::cycle);
      if (!wanted.archived()) {
        conditions.add("o.[ARCHIVED] = 0");
      }
      wanted.state().ifPresent(state -> equal("o.[LIFE_STATE]", state.name()));
      wanted.ownerKey().ifPresent(key -> equal("o.[OWNER_KEY]", key));
      wanted.label().ifPresent(label -> holds("o.[LABELS]", label));
      if (!wanted.text().isEmpty()) {
        text(wanted.text());
      }
      if (wanted.after() > 0) {
        conditions.add("o.[ID] > ?");
        parameters.add(wanted.after());
      }
    }

    private void place(Wanted wanted) {
      List<String> places = new ArrayList<>();
      wanted.unitIds().ifPresent(ids -> places.add(Tables.in("o.[UNIT_ID]", ids)));
      if (wanted.projectId().isPresent()) {
        places.add("o.[PROJECT_IDS] like ? escape '!'");
        parameters.add(Patterns.member(String.valueOf(wanted.projectId().get())));
      }
      if (!places.isEmpty()) {
        conditions.add("(" + String.join(" or ", places) + ")");
      }
    }

    private void cycle(InCycle cycle) {
      if (cycle instanceof InCycle.One one) {
        conditions.add("o.[CYCLE_ID] = ?");
        parameters.add(one.id());
      } else if (cycle instanceof InCycle.Backlog) {
        conditions.add("o.[CYCLE_ID] is null");
      } else {
        conditions.add("(c.[CYCLE_STATE] is null or c.[CYCLE_STATE] <> ?)");
        parameters.add(CycleState.CLOSED.name());
      }
    }

    private void text(String text) {
      conditions.add("(lower(o.[TITLE]) like ? escape '!' or o.[ID] = ?)");
      parameters.add(Patterns.part(text));
      parameters.add(Patterns.idIn(text, "O"));
    }

    private void equal(String column, String value) {
      conditions.add(column + " = ?");
      parameters.add(value);
    }

    private void holds(String column, String value) {
      conditions.add(column + " like ? escape '!'");
      parameters.add(Patterns.member(value));
    }

    String condition() {
      String all = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
      return also.isEmpty() ? all : "((" + all + ") or " + Tables.in("o.[ID]", also) + ")";
    }
  }

  @Override
  public Optional<KeyResult> keyResult(long id) {
    return database.read(session -> keyResult(session, id));
  }

  private static Optional<KeyResult> keyResult(Session session, long id) throws SQLException {
    return session.first(
        "select " + Rows.KEY_RESULT + " from {KEY_RESULT} k where k.[ID] = ?", Rows::keyResult, id);
  }

  @Override
  public List<KeyResult> keyResultsOf(Collection<Long> objectiveIds) {
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.KEY_RESULT
                    + " from {KEY_RESULT} k where "
                    + Tables.in("k.[OBJECTIVE_ID]", objectiveIds)
                    + " order by k.[ID]",
                Rows::keyResult));
  }

  @Override
  public List<KeyResult> activeKeyResultsOf(Person owner) {
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.KEY_RESULT
                    + " from {KEY_RESULT} k where k.[OWNER_KEY] = ? and k.[LIFE_STATE] = ?"
                    + " and k.[ARCHIVED] = 0 order by k.[ID]",
                Rows::keyResult,
                owner.key(),
                ObjectiveState.ACTIVE.name()));
  }

  @Override
  public Objective add(NewObjective objective, List<NewKeyResult> keyResults, Edit by) {
    return database.write(
        session -> {
          long id = session.insert(Tables.OBJECTIVE, row(objective, by));
          List<Long> measured = new ArrayList<>();
          for (NewKeyResult each : keyResults) {
            long keyResultId = session.insert(Tables.KEY_RESULT, row(id, each, by));
            if (each.content().source() == Source.JQL) {
              measured.add(keyResultId);
            }
          }
          MeasuredKeyResults.changed(session, measured, by);
          return written(objective(session, id));
        });
  }

  @Override
  public KeyResult add(long objectiveId, NewKeyResult keyResult, Edit by) {
    return database.write(
        session -> {
          long id = session.insert(Tables.KEY_RESULT, row(objectiveId, keyResult, by));
          if (keyResult.content().source() == Source.JQL) {
            MeasuredKeyResults.changed(session, List.of(id), by);
          }
          return written(keyResult(session, id));
        });
  }

  private static <T> T written(Optional<T> found) throws SQLException {
    return found.orElseThrow(() -> new SQLException("A row that was just written is gone"));
  }

  /** The row of a new objective. */
  static Map<String, Object> row(NewObjective objective, Edit by) {
    Map<String, Object> row = Rows.columns(objective.content());
    row.put("PROJECT_ID", 0L);
    row.put("UNIT_ID", objective.unitId());
    row.put("CYCLE_ID", Session.whole(objective.cycleId()));
    row.putAll(Rows.columns(objective.life()));
    row.putAll(creation(by));
    return row;
  }

  /** The row of a new key result. */
  static Map<String, Object> row(long objectiveId, NewKeyResult keyResult, Edit by) {
    Map<String, Object> row = Rows.columns(keyResult.content());
    row.put("OBJECTIVE_ID", objectiveId);
    row.putAll(Rows.columns(keyResult.life()));
    row.putAll(creation(by));
    return row;
  }

  private static Map<String, Object> creation(Edit by) {
    Map<String, Object> row = Rows.creation(by);
    row.put("ARCHIVED", 0);
    return row;
  }

  @Override
  public Optional<Objective> change(
      Objective changed,
      Set<String> touched,
      List<KeyResult> keyResults,
      List<NewChange> history,
      Edit by) {
    return written(
        session -> {
          Map<String, Object> row = Rows.columns(changed.content());
          row.put("UNIT_ID", changed.unitId());
          row.put("CYCLE_ID", Session.whole(changed.cycleId()));
          row.putAll(Rows.columns(changed.life()));
          row.put("ARCHIVED", changed.archived() ? 1 : 0);
          update(
              session,
              new Target(Tables.OBJECTIVE, changed.id(), changed.version(), touched),
              row,
              by);
          for (KeyResult each : keyResults) {
            write(session, each, Set.of(), by);
          }
          if (!Collections.disjoint(touched, Set.of("unit", "state", "archived"))) {
            MeasuredKeyResults.objectiveChanged(session, changed.id(), by);
          }
          StoredChanges.insert(session, history, by);
          return objective(session, changed.id());
        });
  }

  @Override
  public Optional<KeyResult> change(
      KeyResult changed, Set<String> touched, List<NewChange> history, Edit by) {
    return written(
        session -> {
          write(session, changed, touched, by);
          if (touched.contains("source")) {
            // Which values count, and how they are kept, is a matter of the source.
            KeyResultValues.rewrite(session, changed.id());
          }
          if (changed.source() == Source.JQL || touched.contains("source")) {
            MeasuredKeyResults.changed(session, List.of(changed.id()), by);
          }
          StoredChanges.insert(session, history, by);
          return keyResult(session, changed.id());
        });
  }

  private static void write(Session session, KeyResult changed, Set<String> touched, Edit by)
      throws SQLException {
    Map<String, Object> row = Rows.columns(changed.content());
    row.put("OBJECTIVE_ID", changed.objectiveId());
    row.putAll(Rows.columns(changed.life()));
    row.put("ARCHIVED", changed.archived() ? 1 : 0);
    update(
        session, new Target(Tables.KEY_RESULT, changed.id(), changed.version(), touched), row, by);
    session.scoresChanged(List.of(changed.id()));
  }

  private <T> Optional<T> written(Database.Work<Optional<T>> work) {
    try {
      return database.write(work);
    } catch (Refusal.Conflict e) {
      return Optional.empty();
    }
  }

  /** What is to be updated, and which of its fields differ. */
  private record Target(String table, long id, int version, Set<String> touched) {}

  private static void update(Session session, Target target, Map<String, Object> row, Edit by)
      throws SQLException {
    Optional<String> before =
        session
            .first(
                "select [TOUCHED] from {" + target.table() + "} where [ID] = ?",
                found -> Optional.ofNullable(found.getString(1)),
                target.id())
            .flatMap(it -> it);
    row.put("TOUCHED", Session.text(remembered(before, target)));
    if (!Rows.update(session, target.table(), target.id(), target.version(), row, by)) {
      // Takes back what was written so far.
      throw new Refusal.Conflict(target.table(), target.version(), by.who().key());
    }
  }

  /** {@code 4:title,weight;5:target}. */
  private static Optional<String> remembered(Optional<String> before, Target target) {
    if (target.touched().isEmpty()) {
      return before;
    }
    String all =
        before.map(text -> text + ";").orElse("")
            + (target.version() + 1)
            + ":"
            + String.join(",", target.touched());
    while (all.length() > TOUCHED_LENGTH && all.indexOf(';') > 0) {
      all = all.substring(all.indexOf(';') + 1);
    }
    return Optional.of(all).filter(text -> text.length() <= TOUCHED_LENGTH);
  }

  @Override
  public Optional<LastEdit> lastEditOfObjective(long id) {
    return lastEdit(Tables.OBJECTIVE, id);
  }

  @Override
  public Optional<LastEdit> lastEditOfKeyResult(long id) {
    return lastEdit(Tables.KEY_RESULT, id);
  }

  private Optional<LastEdit> lastEdit(String table, long id) {
    return database.read(
        session ->
            session.first(
                "select [UPDATED_BY], [TOUCHED] from {" + table + "} where [ID] = ?",
                row ->
                    new LastEdit(row.getString(1), touched(Optional.ofNullable(row.getString(2)))),
                id));
  }

  private static List<Touched> touched(Optional<String> text) {
    return text.stream()
        .flatMap(all -> Arrays.stream(all.split(";")))
        .map(StoredObjectives::touched)
        .toList();
  }

  private static Touched touched(String entry) {
    int colon = entry.indexOf(':');
    return new Touched(
        Integer.parseInt(entry.substring(0, colon)),
        Arrays.stream(entry.substring(colon + 1).split(","))
            .collect(toCollection(LinkedHashSet::new)));
  }
}
