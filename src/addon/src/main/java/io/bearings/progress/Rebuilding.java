package io.bearings.progress;

import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Recounts.Place;
import io.bearings.progress.Recounts.Recounted;
import io.bearings.progress.Remembered.Note;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Counts anew what all key results reach, some of them in each transaction. After each, how far it
 * has come is remembered, so whoever goes on, on whatever node, goes on there.
 */
@Named
public final class Rebuilding {
  /** About as many contributions are counted in one transaction. */
  static final int ROWS = 20_000;

  private static final String PROGRESS = "rebuild";
  private static final String CANCELLED = "rebuildCancelled";

  /** How often a request is tried while the rebuild itself writes where it has come. */
  private static final int TRIES = 20;

  private final Recounts recounts;
  private final Backfill backfill;
  private final Remembered remembered;
  private final Access access;
  private final Clock clock;

  @Inject
  public Rebuilding(
      Recounts recounts, Backfill backfill, Remembered remembered, Access access, Clock clock) {
    this.recounts = recounts;
    this.backfill = backfill;
    this.remembered = remembered;
    this.access = access;
    this.clock = clock;
  }

  /** Where a rebuild stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED
  }

  /**
   * The last rebuild.
   *
   * @param position the id of the last key result that was counted; 0 before the first
   * @param counted how many key results were counted
   * @param total how many there were when it was started
   * @param changed how many contributions were added, removed or corrected
   * @param ended absent while it runs
   */
  public record Rebuild(
      State state,
      long position,
      int counted,
      int total,
      long changed,
      Instant started,
      Optional<Instant> ended) {

    private String text() {
      return state
          + ";"
          + position
          + ";"
          + counted
          + ";"
          + total
          + ";"
          + changed
          + ";"
          + started.toEpochMilli()
          + ";"
          + ended.map(Instant::toEpochMilli).orElse(0L);
    }

    private static Rebuild of(String text) {
      String[] parts = text.split(";");
      long ended = Long.parseLong(parts[6]);
      return new Rebuild(
          State.valueOf(parts[0]),
          Long.parseLong(parts[1]),
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]),
          Long.parseLong(parts[4]),
          Instant.ofEpochMilli(Long.parseLong(parts[5])),
          ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)));
    }

    private Rebuild counted(List<Long> keyResultIds, long corrections) {
      return new Rebuild(
          state,
          keyResultIds.isEmpty() ? position : keyResultIds.get(keyResultIds.size() - 1),
          counted + keyResultIds.size(),
          total,
          changed + corrections,
          started,
          ended);
    }

    private Rebuild ended(State how, Instant when) {
      return new Rebuild(how, position, counted, total, changed, started, Optional.of(when));
    }
  }

  /**
   * The last rebuild; absent before the first.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Optional<Rebuild> last(Person who) {
    requireAdministrator(who);
    return last();
  }

  private Optional<Rebuild> last() {
    return remembered.read(PROGRESS).map(note -> Rebuild.of(note.text()));
  }

  /**
   * Lets a rebuild start, unless one runs.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Rebuild start(Person who) {
    requireAdministrator(who);
    return start();
  }

  /** Lets a rebuild start, unless one runs. */
  Rebuild start() {
    Optional<Note> before = remembered.read(PROGRESS);
    Optional<Rebuild> running =
        before.map(note -> Rebuild.of(note.text())).filter(each -> each.state() == State.RUNNING);
    if (running.isPresent()) {
      return running.get();
    }
    Rebuild begun =
        new Rebuild(
            State.RUNNING, 0, 0, recounts.keyResults(), 0, clock.instant(), Optional.empty());
    // Whoever else started one at this moment started the same.
    return remembered.write(PROGRESS, before, begun.text()).isPresent()
        ? begun
        : last().orElse(begun);
  }

  /**
   * Lets the rebuild that runs end; what was counted stays.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Optional<Rebuild> cancel(Person who) {
    requireAdministrator(who);
    Optional<Rebuild> last = last();
    last.filter(each -> each.state() == State.RUNNING).ifPresent(this::cancel);
    return last();
  }

  private void cancel(Rebuild rebuild) {
    // Under a name of its own: the rebuild writes under the other one all the time.
    String text = String.valueOf(rebuild.started().toEpochMilli());
    for (int i = 0; i < TRIES; i++) {
      if (remembered.write(CANCELLED, remembered.read(CANCELLED), text).isPresent()) {
        break;
      }
    }
    // Where nobody counts just now, nobody would say that it ended.
    Optional<Note> note = remembered.read(PROGRESS);
    note.map(each -> Rebuild.of(each.text()))
        .filter(each -> each.state() == State.RUNNING)
        .ifPresent(
            each ->
                remembered.write(
                    PROGRESS, note, each.ended(State.CANCELLED, clock.instant()).text()));
  }

  /**
   * Goes on with the rebuild that runs, to its end; at once where none runs.
   *
   * @param stopping whether this node is to leave the rest to another run
   * @return how many contributions were corrected here
   */
  public long goOn(BooleanSupplier stopping) {
    Optional<Note> note = running(remembered.read(PROGRESS));
    long corrected = 0;
    while (note.isPresent() && !stopping.getAsBoolean()) {
      Rebuild rebuild = Rebuild.of(note.get().text());
      if (isCancelled(rebuild)) {
        remembered.write(PROGRESS, note, rebuild.ended(State.CANCELLED, clock.instant()).text());
        return corrected;
      }
      List<Long> next = recounts.next(rebuild.position(), ROWS);
      if (next.isEmpty()) {
        remembered.write(PROGRESS, note, rebuild.ended(State.DONE, clock.instant()).text());
        return corrected;
      }
      Optional<Step> step = step(next, note.get(), rebuild);
      corrected += step.map(Step::corrected).orElse(0L);
      note = step.map(Step::now);
    }
    return corrected;
  }

  private record Step(Note now, long corrected) {}

  /** Counts some key results; absent when somebody else counts. */
  private Optional<Step> step(List<Long> keyResultIds, Note before, Rebuild rebuild) {
    // The number of corrections is known only afterwards, and told by the next step.
    Optional<Recounted> first =
        recounts.recount(keyResultIds, Map.of(), new Place(PROGRESS, before), rebuild.text());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Recounted last = first.get();
    long corrected = last.changed();
    if (!last.doubtful().isEmpty()) {
      backfill.read(last.doubtful().keySet());
      Optional<Recounted> again =
          recounts.recount(
              keyResultIds, last.doubtful(), new Place(PROGRESS, last.now()), rebuild.text());
      if (again.isEmpty()) {
        return Optional.empty();
      }
      last = again.get();
      corrected += last.changed();
    }
    long all = corrected;
    return remembered
        .write(PROGRESS, Optional.of(last.now()), rebuild.counted(keyResultIds, all).text())
        .map(now -> new Step(now, all));
  }

  private Optional<Note> running(Optional<Note> note) {
    return note.filter(each -> Rebuild.of(each.text()).state() == State.RUNNING);
  }

  private boolean isCancelled(Rebuild rebuild) {
    return remembered
        .read(CANCELLED)
        .filter(note -> note.text().equals(String.valueOf(rebuild.started().toEpochMilli())))
        .isPresent();
  }

  private void requireAdministrator(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
  }
}
