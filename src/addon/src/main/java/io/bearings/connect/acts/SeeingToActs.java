package io.bearings.connect.acts;

import io.bearings.kpi.BreachLog;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiSight;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people see of acts, and do about those that failed. */
@Named
public final class SeeingToActs {
  /** How many entries of the log of calls are read at once. */
  public static final int PAGE = 100;

  private static final Set<ActState> AGAIN =
      EnumSet.of(ActState.REFUSED, ActState.GIVEN_UP, ActState.UNCLEAR);

  private final Acts acts;
  private final BreachLog breaches;
  private final KpiSight sight;
  private final Deliveries deliveries;
  private final HookSecrets secrets;
  private final OutgoingSettings settings;
  private final Access access;
  private final SettingChanges changes;
  private final Clock clock;

  @Inject
  public SeeingToActs(
      Acts acts,
      BreachLog breaches,
      KpiSight sight,
      Deliveries deliveries,
      HookSecrets secrets,
      OutgoingSettings settings,
      Access access,
      SettingChanges changes,
      Clock clock) {
    this.acts = acts;
    this.breaches = breaches;
    this.sight = sight;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.settings = settings;
    this.access = access;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What is and was done because of a breach, oldest first.
   *
   * @throws Refusal.NotFound when there is none or the person may not see its KPI
   */
  public List<Act> ofBreach(Person who, long breachId) {
    KpiBreach breach =
        breaches.breach(breachId).orElseThrow(() -> new Refusal.NotFound(String.valueOf(breachId)));
    sight.readable(who, breach.kpiId());
    return acts.ofBreach(breachId);
  }

  /**
   * Has an act that was not done tried again.
   *
   * @throws Refusal.NotFound when there is none or the person may not see its KPI
   * @throws Refusal.Forbidden when the person may not change the KPI
   * @throws Refusal.Invalid when it is done, or waits already
   */
  public Act again(Person who, long actId) {
    Act act = known(actId);
    require(who, act.kpiId(), Operation.EDIT_KPI);
    if (!AGAIN.contains(act.state()) || !acts.again(actId, act.state(), clock.instant())) {
      throw new Refusal.Invalid(Message.of("bearings.error.acts.notAgain"));
    }
    return known(actId);
  }

  private Act known(long actId) {
    return acts.act(actId).orElseThrow(() -> new Refusal.NotFound(String.valueOf(actId)));
  }

  /**
   * The log of calls because of a KPI, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @throws Refusal.NotFound when there is no such KPI or the person may not see it
   * @throws Refusal.Forbidden when the person does not lead its unit
   */
  public List<Deliveries.Entry> deliveries(Person who, long kpiId, long before) {
    require(who, kpiId, Operation.MANAGE_UNIT);
    return deliveries.ofKpi(kpiId, before, PAGE);
  }

  /**
   * The log of calls because of any KPI, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public List<Deliveries.Entry> allDeliveries(Person who, long before) {
    requireAdministrator(who);
    return deliveries.all(before, PAGE);
  }

  /**
   * Makes a new secret by which the calls of a KPI are signed from now on. Nobody is shown it
   * again.
   *
   * @throws Refusal.NotFound when there is no such KPI or the person may not see it
   * @throws Refusal.Forbidden when the person may not change it
   */
  public String newSecret(Person who, long kpiId) {
    require(who, kpiId, Operation.EDIT_KPI);
    return secrets.renew(kpiId);
  }

  private void require(Person who, long kpiId, Operation operation) {
    if (!sight.readable(who, kpiId).may(operation)) {
      throw new Refusal.Forbidden();
    }
  }

  /**
   * What is decided about what leaves the site.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Outgoing outgoing(Person who) {
    requireAdministrator(who);
    return settings.current();
  }

  /**
   * Decides what leaves the site, and keeps who decided it.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all settings that are wrong
   * @throws Refusal.Unavailable while the database cannot be used; nothing is decided then
   */
  public Outgoing decide(Person who, OutgoingDraft draft) {
    requireAdministrator(who);
    Map<String, Message> problems = draft.problems();
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    Outgoing before = settings.current();
    Outgoing after = draft.accepted(before);
    settings.save(after);
    try {
      changes.add(
          SettingChange.between(SettingChange.Subject.OUTGOING, before.values(), after.values())
              .toList(),
          new Objectives.Edit(who, clock.instant()));
    } catch (Refusal.Unavailable e) {
      settings.save(before);
      throw e;
    }
    return settings.current();
  }

  private void requireAdministrator(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
  }
}
