package io.bearings.kpi;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What people do about breaches. */
@Named
public final class Responding {
  /** How many breaches are told at once. */
  public static final int PAGE = 100;

  private final KpiSight sight;
  private final KpiSheets sheets;
  private final BreachLog breaches;
  private final People people;
  private final Clock clock;

  @Inject
  public Responding(
      KpiSight sight, KpiSheets sheets, BreachLog breaches, People people, Clock clock) {
    this.sight = sight;
    this.sheets = sheets;
    this.breaches = breaches;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A breach as somebody sees it.
   *
   * @param mayAct whether they may acknowledge it and report the action
   */
  public record Shown(KpiSheet sheet, KpiBreach breach, boolean mayAct) {}

  /**
   * The breaches of a unit, the latest first.
   *
   * @param below whether those of the units below it, as far as the person may see them, are wanted
   * @param open whether only those that go on are wanted
   * @param before only breaches with a lower id
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public List<Shown> ofUnit(Person who, long unitId, boolean below, boolean open, long before) {
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    List<Long> unitIds =
        below
            ? standpoint.branch(unitId).stream().filter(standpoint::maySee).toList()
            : List.of(unitId);
    List<KpiBreach> found = breaches.ofUnits(unitIds, open, before, PAGE);
    Map<Long, KpiSheet> byId =
        sheets.sheets(found.stream().map(KpiBreach::kpiId).distinct().toList()).stream()
            .collect(toMap(KpiSheet::id, it -> it));
    return found.stream()
        .filter(each -> byId.containsKey(each.kpiId()))
        .map(each -> shown(standpoint, byId.get(each.kpiId()), each))
        .toList();
  }

  /**
   * The breaches of a KPI, from the earliest to the latest.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   */
  public List<Shown> ofKpi(Person who, long kpiId) {
    KpiSight.Seen seen = sight.readable(who, kpiId);
    return breaches.ofKpi(kpiId).stream()
        .map(each -> shown(seen.standpoint(), seen.sheet(), each))
        .toList();
  }

  /**
   * A breach, also one that was withdrawn.
   *
   * @throws Refusal.NotFound when the person may not see its KPI, or there is none
   */
  public Shown one(Person who, long id) {
    KpiBreach breach = breach(id);
    KpiSight.Seen seen = sight.readable(who, breach.kpiId());
    return shown(seen.standpoint(), seen.sheet(), breach);
  }

  private KpiBreach breach(long id) {
    return breaches.breach(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
  }

  private static Shown shown(Standpoint standpoint, KpiSheet sheet, KpiBreach breach) {
    return new Shown(sheet, breach, mayAct(standpoint, sheet));
  }

  private static boolean mayAct(Standpoint standpoint, KpiSheet sheet) {
    return KpiSight.isPermitted(standpoint, sheet, Operation.MEASURE_KPI);
  }

  /**
   * Somebody knows of a breach; whoever said so first stands.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see its KPI, or there is none
   * @throws Refusal.Forbidden when the person may not act on it
   * @throws Refusal.Invalid when it is over, or was withdrawn
   * @throws Refusal.Conflict when somebody else acted meanwhile
   */
  public Shown acknowledge(Writer writer, long id, int version) {
    return act(
        writer, id, version, breach -> breach.acknowledged(writer.who().key(), clock.instant()));
  }

  /**
   * Somebody says how far the action is.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see its KPI, or there is none
   * @throws Refusal.Forbidden when the person may not act on it
   * @throws Refusal.Invalid with every field that is wrong, or when it was withdrawn
   * @throws Refusal.Conflict when somebody else acted meanwhile
   */
  public Shown report(Writer writer, long id, int version, ActionDraft draft) {
    return act(
        writer,
        id,
        version,
        breach -> {
          Breach acted = breach.acting(draft, writer.who().key(), clock.instant());
          requireKnown(draft.personKey());
          return acted;
        });
  }

  private void requireKnown(Optional<String> personKey) {
    personKey
        .map(String::strip)
        .filter(key -> people.nameOf(key).isEmpty())
        .ifPresent(
            key -> {
              throw new Refusal.Invalid(
                  Map.of("person", Message.of("bearings.error.noSuchPerson", key)));
            });
  }

  private Shown act(Writer writer, long id, int version, UnaryOperator<Breach> act) {
    KpiBreach stored = breach(id);
    KpiSight.Seen seen = sight.permitted(writer.who(), stored.kpiId(), Operation.MEASURE_KPI);
    if (stored.withdrawn()) {
      throw new Refusal.Invalid(Message.of("bearings.error.kpi.breachWithdrawn"));
    }
    Instant now = clock.instant();
    KpiBreach acted = stored.with(act.apply(stored.breach())).atVersion(version);
    KpiBreach saved = breaches.save(acted, now).orElseThrow(() -> conflict(seen.sheet(), id));
    return shown(seen.standpoint(), seen.sheet(), saved);
  }

  private Refusal conflict(KpiSheet sheet, long id) {
    KpiBreach now = breach(id);
    Handling handling = now.breach().handling();
    String by =
        handling
            .report()
            .map(Handling.Report::byKey)
            .or(() -> handling.acknowledged().map(Handling.Acknowledgement::byKey))
            .map(people::nameOrKey)
            .orElse("Bearings");
    return new Refusal.Conflict(sheet.key(), now.version(), by);
  }
}
