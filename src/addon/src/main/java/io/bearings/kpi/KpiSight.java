package io.bearings.kpi;

import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Finds KPIs for people, and refuses what they may not see or do. */
@Named
public final class KpiSight {
  private final KpiSheets sheets;
  private final Standpoints standpoints;

  @Inject
  public KpiSight(KpiSheets sheets, Standpoints standpoints) {
    this.sheets = sheets;
    this.standpoints = standpoints;
  }

  /** A sheet and from where it is looked at. */
  public record Seen(Standpoint standpoint, KpiSheet sheet) {
    /** Whether the person may do something with it. */
    public boolean may(Operation operation) {
      return isPermitted(standpoint, sheet, operation);
    }
  }

  /** Whether a person may do something with a sheet of a unit that they may see. */
  public static boolean isPermitted(Standpoint standpoint, KpiSheet sheet, Operation operation) {
    boolean owns = sheet.content().ownerKey().equals(standpoint.who().key());
    return standpoint.may(operation, sheet.unitId(), owns);
  }

  /** What a person may see and do. */
  Standpoint standpoint(Person who) {
    return standpoints.of(who);
  }

  /**
   * A sheet to read.
   *
   * @throws Refusal.NotFound when there is none or the person may not see its unit
   */
  public Seen readable(Person who, long id) {
    KpiSheet sheet = sheets.sheet(id).orElseThrow(() -> unknown(id));
    Standpoint standpoint = standpoints.of(who);
    if (!standpoint.maySee(sheet.unitId())) {
      throw unknown(id);
    }
    return new Seen(standpoint, sheet);
  }

  private static Refusal unknown(long id) {
    return new Refusal.NotFound(KpiSheet.keyOf(id));
  }

  /**
   * A sheet to do something with.
   *
   * @throws Refusal.NotFound when there is none or the person may not see its unit
   * @throws Refusal.Forbidden when the person may not do this with it
   */
  Seen permitted(Person who, long id, Operation operation) {
    Seen seen = readable(who, id);
    if (!seen.may(operation)) {
      throw new Refusal.Forbidden();
    }
    return seen;
  }

  /**
   * A unit to do something in.
   *
   * @throws Refusal.NotFound when there is none or the person may not see it
   * @throws Refusal.Forbidden when the person may not do this there
   */
  Standpoint unit(Person who, long unitId, Operation operation) {
    Standpoint standpoint = standpoints.of(who);
    requireUnit(standpoint, unitId, operation);
    return standpoint;
  }

  /**
   * Sees to it that a person may do something in a unit.
   *
   * @throws Refusal.NotFound when there is none or the person may not see it
   * @throws Refusal.Forbidden when the person may not do this there
   */
  static void requireUnit(Standpoint standpoint, long unitId, Operation operation) {
    if (!standpoint.maySee(unitId)) {
      throw new Refusal.NotFound(String.valueOf(unitId));
    }
    if (!standpoint.may(operation, unitId)) {
      throw new Refusal.Forbidden();
    }
  }
}
