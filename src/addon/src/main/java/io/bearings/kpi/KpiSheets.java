package io.bearings.kpi;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Objectives.LastEdit;
import io.bearings.okr.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where sheets are kept, with the history of their fields. Every call is one transaction, and costs
 * the same number of statements however many sheets it reads. All calls throw {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface KpiSheets {

  /** The sheet with this id. */
  Optional<KpiSheet> sheet(long id);

  /** The sheets with these ids, oldest first; what there is not is left out. */
  List<KpiSheet> sheets(Collection<Long> ids);

  /** The sheets that a search wants, oldest first. */
  List<KpiSheet> find(Wanted wanted);

  /** The standings of the KPIs that a search wants, oldest first. */
  List<KpiStanding> standings(Wanted wanted);

  /** The standing of the KPI with this id. */
  Optional<KpiStanding> standing(long id);

  /**
   * The KPIs that serve some objectives, by the objective, oldest first; without those that are
   * archived.
   */
  Map<Long, List<Serving>> serving(Collection<Long> objectiveIds);

  /**
   * The KPIs of a unit, and those of any unit that serve some objectives, oldest first; without
   * those that are archived.
   */
  List<KpiSheet> around(long unitId, Collection<Long> objectiveIds);

  /**
   * Writes a new sheet, which is then to be judged.
   *
   * @throws Refusal.Invalid on the field {@code formula} when the formula would close a circle
   */
  KpiSheet add(NewKpi kpi, Edit by);

  /**
   * Writes a sheet and what is to be remembered about it, if the stored version is still that of
   * {@code changed}; the stored version is then one higher.
   *
   * @param history one entry for each field that differs
   * @return the sheet as stored now; absent when its version is another one or it is gone
   * @throws Refusal.Invalid on the field {@code formula} when the formula would close a circle
   */
  Optional<KpiSheet> change(KpiSheet changed, List<NewKpiChange> history, Effect effect, Edit by);

  /** The last change of a sheet. */
  Optional<LastEdit> lastEdit(long id);

  /**
   * What was changed on a sheet, the newest first.
   *
   * @param before only changes with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<KpiChange> history(long id, long before, int limit);

  /** The days on which the series of a KPI broke, from the earliest to the latest, each once. */
  List<LocalDate> breaks(long id);

  /**
   * For each KPI with a formula that names KPIs the ids of those, also of archived ones; as {@link
   * io.bearings.kpi.formula.Dependencies} wants it.
   */
  Map<Long, Set<Long>> uses();

  /** A KPI that serves an objective. */
  record Serving(KpiSheet sheet, Served.Part part) {}

  /**
   * What a change of a sheet means for its values.
   *
   * @param brokenOn the day on which the series breaks, as its formula or source changed; absent
   *     when it goes on
   * @param judgeFrom the first day that is to be judged anew; {@link Judgements#FROM_THE_FIRST} for
   *     all; absent when all judgements stand
   */
  record Effect(Optional<LocalDate> brokenOn, Optional<LocalDate> judgeFrom) {
    /** All stands as it was. */
    public static final Effect NONE = new Effect(Optional.empty(), Optional.empty());

    /** All is judged anew. */
    public static final Effect JUDGED_ANEW =
        new Effect(Optional.empty(), Optional.of(Judgements.FROM_THE_FIRST));
  }

  /**
   * What sheets to find.
   *
   * @param unitIds only of these units; absent: of any
   * @param ids only with these ids; absent: with any
   * @param archived whether archived ones are wanted too
   * @param text part of the name, or a key; empty finds all
   * @param after only those with a higher id
   * @param limit how many at most; 0 is all
   */
  record Wanted(
      Optional<Collection<Long>> unitIds,
      Optional<Collection<Long>> ids,
      boolean archived,
      String text,
      long after,
      int limit) {

    /** Those of some units that are not archived. */
    public static Wanted ofUnits(Collection<Long> unitIds) {
      return new Wanted(Optional.of(unitIds), Optional.empty(), false, "", 0, 0);
    }

    /** Those with some ids, archived or not. */
    public static Wanted withIds(Collection<Long> ids) {
      return new Wanted(Optional.empty(), Optional.of(ids), true, "", 0, 0);
    }

    /** The same with or without those that were put away. */
    public Wanted withArchived(boolean too) {
      return new Wanted(unitIds, ids, too, text, after, limit);
    }

    /** The same with a text in the name, or with a key. */
    public Wanted like(String part) {
      return new Wanted(unitIds, ids, archived, part, after, limit);
    }

    /** The next ones. */
    public Wanted page(long afterId, int most) {
      return new Wanted(unitIds, ids, archived, text, afterId, most);
    }
  }
}
