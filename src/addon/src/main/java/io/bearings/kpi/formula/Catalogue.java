package io.bearings.kpi.formula;

import static io.bearings.kpi.formula.Signature.OF_DURATION;
import static io.bearings.kpi.formula.Signature.OF_FIELD;
import static io.bearings.kpi.formula.Signature.OF_WEIGHT;
import static io.bearings.kpi.formula.Signature.PLAIN;
import static io.bearings.kpi.formula.Signature.counted;
import static io.bearings.kpi.formula.Slot.CLOCK;
import static io.bearings.kpi.formula.Slot.DURATION;
import static io.bearings.kpi.formula.Slot.FIELD;
import static io.bearings.kpi.formula.Slot.JQL;
import static io.bearings.kpi.formula.Slot.LIMIT;
import static io.bearings.kpi.formula.Slot.PLACED;
import static io.bearings.kpi.formula.Slot.ROLLING;
import static io.bearings.kpi.formula.Slot.SCOPE;
import static io.bearings.kpi.formula.Slot.STATISTIC;
import static io.bearings.kpi.formula.Slot.STATUSES;
import static io.bearings.kpi.formula.Slot.TOLD;
import static io.bearings.kpi.formula.Slot.WEIGHT;

import io.bearings.kpi.formula.Quantity.Base;
import io.bearings.kpi.formula.Signature.Kind;
import io.bearings.kpi.formula.Signature.Yield;
import io.bearings.okr.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every primitive and every metric that a formula can name. */
public final class Catalogue {
  private static final Map<String, Signature> SIGNATURES = signatures();

  private Catalogue() {}

  /** All, primitives first, by name. */
  public static Map<String, Signature> all() {
    return SIGNATURES;
  }

  /** The one of this name, in any case. */
  public static Optional<Signature> find(String name) {
    return Optional.ofNullable(SIGNATURES.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What it means, in one sentence. */
  public static Message meaning(String name) {
    return Message.of("bearings.formula.means." + name);
  }

  /** The names of the metrics that are durations. */
  public static List<String> durations() {
    return SIGNATURES.values().stream()
        .filter(it -> it.kind() == Kind.METRIC && it.isDuration() && it.standsAlone())
        .map(Signature::name)
        .toList();
  }

  private static Map<String, Signature> signatures() {
    Map<String, Signature> all = new LinkedHashMap<>();
    primitives().forEach(it -> all.put(it.name(), it));
    sprints().forEach(it -> all.put(it.name(), it));
    flows().forEach(it -> all.put(it.name(), it));
    money().forEach(it -> all.put(it.name(), it));
    return Collections.unmodifiableMap(all);
  }

  private static List<Signature> primitives() {
    return List.of(
        placed("count", counted(Base.COUNT), JQL),
        placed("sum", OF_FIELD, FIELD, JQL),
        placed("mean", OF_FIELD, FIELD, JQL),
        placed("median", OF_FIELD, FIELD, JQL),
        placed("p85", OF_FIELD, FIELD, JQL),
        placed("share", PLAIN, JQL, JQL),
        primitive("within", PLAIN, List.of(CLOCK), DURATION, LIMIT, JQL),
        primitive("cost", counted(Base.CURRENCY), List.of(), JQL),
        primitive("hours", counted(Base.HOURS), List.of(), JQL),
        placed("points", counted(Base.POINTS), JQL),
        placed("value", OF_FIELD, FIELD, JQL));
  }

  private static List<Signature> sprints() {
    return List.of(
        ofSprint("velocity", OF_WEIGHT),
        ofSprint("commitment", OF_WEIGHT),
        ofSprint("added", OF_WEIGHT),
        ofSprint("removed", OF_WEIGHT),
        ofSprint("not_completed", OF_WEIGHT),
        ofSprint("completed_elsewhere", OF_WEIGHT),
        ofSprint("say_do", PLAIN));
  }

  private static List<Signature> flows() {
    return List.of(
        metric("throughput", counted(Base.COUNT), JQL),
        metric("out_of_scope", counted(Base.COUNT), JQL),
        metric("lead_time", OF_DURATION, JQL, STATISTIC, CLOCK, TOLD),
        metric("resolution_time", OF_DURATION, JQL, STATISTIC, CLOCK, TOLD),
        metric("cycle_time", OF_DURATION, JQL, STATISTIC, CLOCK, TOLD),
        metric("response_time", OF_DURATION, JQL, STATISTIC, CLOCK, TOLD),
        ofStatuses("stakeholder_response", OF_DURATION, JQL, STATISTIC, CLOCK, TOLD),
        ofStatuses("time_in_status", OF_DURATION, JQL, STATISTIC, CLOCK, TOLD),
        ofStatuses("times_entered", counted(Base.COUNT), JQL, STATISTIC),
        metric("on_time_delivery", PLAIN, JQL),
        metric("schedule_delay", counted(Base.DAYS), JQL, STATISTIC),
        metric("schedule_variance", PLAIN, JQL, CLOCK),
        metric("bug_rate", counted(Base.COUNT), JQL),
        metric("reopen_rate", PLAIN, JQL),
        metric("work_in_progress", counted(Base.COUNT), JQL),
        metric("age_of_work_in_progress", counted(Base.DAYS), JQL, STATISTIC, CLOCK),
        metric("effort_for_objectives", PLAIN, JQL, WEIGHT),
        metric("effort_for_kpis", PLAIN, JQL, WEIGHT),
        metric("effort_elsewhere", PLAIN, JQL, WEIGHT));
  }

  private static List<Signature> money() {
    Quantity each = Quantity.of(Base.CURRENCY).per(Quantity.of(Base.COUNT));
    return List.of(
        metric("budget_burn", PLAIN),
        metric("budget_variance", PLAIN),
        metric("cost_per_delivery", new Yield.Fixed(each), JQL),
        metric("resource_utilisation", PLAIN));
  }

  private static Signature placed(String name, Yield yield, Slot... required) {
    return primitive(name, yield, List.of(PLACED), required);
  }

  private static Signature primitive(
      String name, Yield yield, List<Slot> optional, Slot... required) {
    return new Signature(name, Kind.PRIMITIVE, List.of(required), everywhere(optional), yield);
  }

  private static Signature metric(String name, Yield yield, Slot... optional) {
    return new Signature(name, Kind.METRIC, List.of(), everywhere(List.of(optional)), yield);
  }

  /** Its window is a sprint, so it cannot roll. */
  private static Signature ofSprint(String name, Yield yield) {
    return new Signature(name, Kind.METRIC, List.of(), List.of(JQL, WEIGHT, SCOPE), yield);
  }

  private static Signature ofStatuses(String name, Yield yield, Slot... optional) {
    return new Signature(
        name, Kind.METRIC, List.of(STATUSES), everywhere(List.of(optional)), yield);
  }

  /** With what can be said almost everywhere: over which place, and over which time. */
  private static List<Slot> everywhere(List<Slot> others) {
    return Stream.concat(others.stream(), Stream.of(SCOPE, ROLLING)).toList();
  }
}
