package io.bearings.progress;

import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Recounts.Compared;
import io.bearings.progress.Recounts.Difference;
import io.bearings.progress.Recounts.Sums;
import io.bearings.progress.Remembered.Note;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Counts some key results anew each night and compares. It repairs nothing: a difference is a
 * mistake of ours or of somebody's script, and is told to administrators.
 */
@Named
public final class Checking {
  /** How many key results are compared each night. */
  static final int SAMPLE = 200;

  /** When the night's work begins, in the time zone of the site. */
  static final LocalTime FROM = LocalTime.of(2, 0);

  private static final String NOTE = "check";

  /** As many differences are kept; one is enough to rebuild. */
  private static final int KEPT = 50;

  private final Recounts recounts;
  private final Backfill backfill;
  private final Remembered remembered;
  private final Access access;
  private final Clock clock;

  @Inject
  public Checking(
      Recounts recounts, Backfill backfill, Remembered remembered, Access access, Clock clock) {
    this.recounts = recounts;
    this.backfill = backfill;
    this.remembered = remembered;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A comparison.
   *
   * @param seed which key results were chosen: the same of the same ones
   * @param compared how many
   * @param pending whether what differed is still to be compared a second time, because an event
   *     may just have been on its way
   * @param differences what differed, at most {@value #KEPT}
   */
  public record Check(
      LocalDate day,
      Instant at,
      long seed,
      int compared,
      boolean pending,
      List<Difference> differences) {
    public Check {
      differences = List.copyOf(differences);
    }

    private String text() {
      return day
          + ";"
          + at.toEpochMilli()
          + ";"
          + seed
          + ";"
          + compared
          + ";"
          + pending
          + ";"
          + differences.stream()
              .limit(KEPT)
              .map(
                  each ->
                      each.keyResultId() + ":" + text(each.stored()) + ":" + text(each.computed()))
              .collect(Collectors.joining(","));
    }

    private static String text(Sums sums) {
      return sums.rows()
          + "/"
          + sums.issues()
          + "/"
          + sums.done()
          + "/"
          + sums.points().toPlainString();
    }

    private static Check of(String text) {
      String[] parts = text.split(";", 6);
      List<Difference> differences = new ArrayList<>();
      for (String each : parts[5].split(",")) {
        if (!each.isEmpty()) {
          String[] of = each.split(":");
          differences.add(new Difference(Long.parseLong(of[0]), sums(of[1]), sums(of[2])));
        }
      }
      return new Check(
          LocalDate.parse(parts[0]),
          Instant.ofEpochMilli(Long.parseLong(parts[1])),
          Long.parseLong(parts[2]),
          Integer.parseInt(parts[3]),
          Boolean.parseBoolean(parts[4]),
          differences);
    }

    private static Sums sums(String text) {
      String[] parts = text.split("/");
      return new Sums(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          new BigDecimal(parts[3]));
    }
  }

  /**
   * The last comparison; absent before the first.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Optional<Check> last(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
    return remembered.read(NOTE).map(note -> Check.of(note.text()));
  }

  /**
   * Compares if it is time; called again and again, some time after each other.
   *
   * @return what was found to differ for the second time just now
   */
  public List<Difference> round() {
    Optional<Note> note = remembered.read(NOTE);
    Optional<Check> last = note.map(each -> Check.of(each.text()));
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    if (last.filter(Check::pending).isPresent()) {
      return compareAgain(note, last.get());
    }
    if (!now.toLocalTime().isBefore(FROM)
        && last.filter(each -> !each.day().isBefore(now.toLocalDate())).isEmpty()) {
      compare(note, now);
    }
    return List.of();
  }

  private void compare(Optional<Note> note, ZonedDateTime now) {
    long seed = now.toLocalDate().toEpochDay();
    List<Long> sample = sample(recounts.linked(), seed);
    List<Difference> differences = differences(sample);
    remember(
        note,
        new Check(
            now.toLocalDate(),
            now.toInstant(),
            seed,
            sample.size(),
            !differences.isEmpty(),
            differences));
  }

  private List<Difference> compareAgain(Optional<Note> note, Check first) {
    List<Difference> still =
        differences(first.differences().stream().map(Difference::keyResultId).toList());
    remember(
        note,
        new Check(first.day(), clock.instant(), first.seed(), first.compared(), false, still));
    return still;
  }

  /** A history that is behind is no difference: it is read again before. */
  private List<Difference> differences(Collection<Long> keyResultIds) {
    Compared compared = recounts.compare(keyResultIds);
    if (!compared.doubtful().isEmpty()) {
      backfill.read(compared.doubtful().keySet());
      compared = recounts.compare(keyResultIds);
    }
    return compared.differences();
  }

  private void remember(Optional<Note> note, Check check) {
    remembered.write(NOTE, note, check.text());
  }

  /** The same key results for the same seed. */
  static List<Long> sample(List<Long> all, long seed) {
    List<Long> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.stream().limit(SAMPLE).sorted().toList();
  }
}
