package io.bearings.kpi;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where breaches are kept; {@link Judgements#keep} writes when they open and close, this what
 * people do about them. Every call is one transaction and one statement or two; all throw {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface BreachLog {

  /** The breach with this id, also a withdrawn one. */
  Optional<KpiBreach> breach(long id);

  /** The breaches of a KPI, from the earliest to the latest, without those that were withdrawn. */
  List<KpiBreach> ofKpi(long kpiId);

  /**
   * The breaches of the KPIs of some units, the newest first, without those that were withdrawn and
   * those of archived KPIs.
   *
   * @param open whether only those that go on are wanted
   * @param before only breaches with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<KpiBreach> ofUnits(Collection<Long> unitIds, boolean open, long before, int limit);

  /**
   * The breaches of some KPIs that have a day in common with some days, the earliest first, without
   * those that were withdrawn.
   */
  List<KpiBreach> between(Collection<Long> kpiIds, LocalDate first, LocalDate last);

  /**
   * Writes what people did about a breach, if the stored version is still that of {@code acted};
   * the stored version is then one higher. When it began and ended is not written. What escalates
   * at that moment is untold then.
   *
   * @return the breach as stored now; absent when its version is another one or it is gone
   */
  Optional<KpiBreach> save(KpiBreach acted, Instant at);

  /**
   * The open breaches that nobody acknowledged and of which the lead was not told, by id; not those
   * of archived KPIs.
   *
   * @param noticedBefore only those that were noticed before
   * @param after only breaches with a higher id; 0 for the first
   * @param limit how many at most, 1 or more
   */
  List<KpiBreach> unattended(Instant noticedBefore, long after, int limit);

  /**
   * The breaches of which something is still to be told, by id.
   *
   * @param storedBefore only those to which nothing happened since
   * @param after only breaches with a higher id; 0 for the first
   * @param limit how many at most, 1 or more
   */
  List<Untold> untold(Instant storedBefore, long after, int limit);

  /** Something that happened to a breach was told, and is not to be told again. */
  void told(long breachId, BreachStep step);

  /**
   * A breach of which something is to be told.
   *
   * @param breach also a withdrawn one
   * @param steps one or more, in the order in which they happened
   */
  record Untold(KpiBreach breach, List<BreachStep> steps) {
    public Untold {
      steps = List.copyOf(steps);
    }
  }
}
