package io.bearings.store;

import io.bearings.progress.IssueProgress;
import io.bearings.progress.Recounts;
import io.bearings.progress.Remembered.Note;
import jakarta.inject.Inject;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts anew in our tables. */
@Component
class StoredRecounts implements Recounts {
  /** The most key results that are counted together, so that nobody waits long for one of them. */
  private static final int MOST = 1_000;

  private final Database database;

  @Inject
  StoredRecounts(Database database) {
    this.database = database;
  }

  @Override
  public int keyResults() {
    return database.read(
        session ->
            session.first("select count(*) from {KEY_RESULT} k", row -> row.getInt(1)).orElse(0));
  }

  @Override
  public List<Long> linked() {
    return database.read(
        session ->
            session.list(
                "select distinct w.[KEY_RESULT_ID] from {WORK_LINK} w order by w.[KEY_RESULT_ID]",
                row -> row.getLong(1)));
  }

  /** How much there is to count for a key result. */
  private record Size(long keyResultId, long rows) {}

  @Override
  public List<Long> next(long afterKeyResultId, int rows) {
    List<Size> sizes =
        database.read(
            session ->
                session.list(
                    "select k.[ID], (select count(*) from {WORK_LINK} w left join {QUERY_HIT} h on"
                        + " h.[LINK_ID] = w.[ID] and h.[UNTIL] is null where w.[KEY_RESULT_ID] ="
                        + " k.[ID] and w.[REMOVED_AT] is null), (select count(*) from"
                        + " {CONTRIBUTION} c where c.[KEY_RESULT_ID] = k.[ID]) from {KEY_RESULT} k"
                        + " where k.[ID] > ? order by k.[ID]",
                    MOST,
                    row -> new Size(row.getLong(1), Math.max(row.getLong(2), row.getLong(3))),
                    afterKeyResultId));
    List<Long> next = new ArrayList<>();
    long sum = 0;
    for (Size each : sizes) {
      sum += each.rows();
      if (!next.isEmpty() && sum > rows) {
        break;
      }
      next.add(each.keyResultId());
    }
    return next;
  }

  @Override
  public Optional<Recounted> recount(
      Collection<Long> keyResultIds, Map<Long, Instant> trusted, Place at, String text) {
    return database.write(
        session -> {
          // First of all, so that of two that count only one goes on.
          Optional<Note> now =
              StoredRemembered.write(session, at.name(), Optional.of(at.before()), text);
          if (now.isEmpty()) {
            return Optional.empty();
          }
          Contributions.hold(session, keyResultIds);
          Recount recount = Recount.of(session, keyResultIds, trusted);
          int changed = recount.write(session);
          session.workChanged(keyResultIds);
          return Optional.of(new Recounted(now.get(), changed, recount.doubtful()));
        });
  }

  @Override
  public Compared compare(Collection<Long> keyResultIds) {
    return database.read(
        session -> {
          Recount recount = Recount.of(session, keyResultIds, Map.of());
          Map<Long, Difference> differences = new TreeMap<>();
          database
              .figures()
              .wrong(session, keyResultIds)
              .forEach((id, wrong) -> differences.put(id, difference(id, wrong)));
          recount.differences().forEach(each -> differences.put(each.keyResultId(), each));
          return new Compared(List.copyOf(differences.values()), recount.doubtful());
        });
  }

  private static Difference difference(long keyResultId, FigureRows.Wrong wrong) {
    return new Difference(keyResultId, sums(wrong.stored()), sums(wrong.reckoned()));
  }

  private static Sums sums(IssueProgress progress) {
    return new Sums(
        progress.issues() + progress.outOfScope(),
        progress.issues(),
        progress.done(),
        progress.totalWeight().round(MathContext.DECIMAL64));
  }
}
