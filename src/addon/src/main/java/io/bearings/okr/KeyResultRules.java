package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a key result must keep to, whoever writes it. */
final class KeyResultRules {
  /** The most checkpoints on the way to a target. */
  static final int CHECKPOINTS = 12;

  /** The longest lag: two years. */
  static final int LAG_WEEKS = 104;

  private final KeyResultContent content;
  private final Optional<Window> cycle;
  private final boolean active;
  private final Map<String, Message> problems = new LinkedHashMap<>();

  private KeyResultRules(KeyResultContent content, Optional<Window> cycle, boolean active) {
    this.content = content;
    this.cycle = cycle;
    this.active = active;
  }

  /**
   * What is wrong with the content of a key result, by field.
   *
   * @param cycle the days of its cycle; absent in the backlog
   * @param active whether it is being worked on, so that nothing may be missing any more
   */
  static Map<String, Message> problems(
      KeyResultContent content, Optional<Window> cycle, boolean active) {
    KeyResultRules rules = new KeyResultRules(content, cycle, active);
    rules.words();
    rules.numbers();
    rules.kpi();
    rules.metric();
    rules.way();
    rules.days();
    return rules.problems;
  }

  /** What is wrong with a lag. */
  static Optional<Message> lagProblem(BigDecimal weeks) {
    if (weeks.signum() < 0) {
      return Optional.of(Message.of("bearings.error.negative"));
    }
    if (weeks.compareTo(BigDecimal.valueOf(LAG_WEEKS)) > 0) {
      return Optional.of(Message.of("bearings.error.tooLarge", LAG_WEEKS));
    }
    return weeks.stripTrailingZeros().scale() > 0
        ? Optional.of(Message.of("bearings.error.notWhole"))
        : Optional.empty();
  }

  private void words() {
    problem("title", Drafts.title(content.title()));
    problem("weight", Drafts.weight(content.weight()));
    content.measure().problems().forEach(problems::putIfAbsent);
  }

  private void numbers() {
    Goal goal = content.goal();
    value("baseline", goal.baseline());
    value("target", goal.target());
    value("bounds.low", goal.bounds().flatMap(Bounds::lower));
    value("bounds.high", goal.bounds().flatMap(Bounds::upper));
    value("marks.commit", goal.marks().commit());
    value("marks.stretch", goal.marks().stretch());
    for (int i = 0; i < goal.checkpoints().size(); i++) {
      value("checkpoints[" + i + "].value", Optional.of(goal.checkpoints().get(i).value()));
    }
  }

  /** What reads a KPI says which; nothing else names one. */
  private void kpi() {
    boolean reads = content.source() == Source.KPI;
    if (reads != content.kpiId().isPresent()) {
      problem(
          "kpi",
          Optional.of(Message.of(reads ? "bearings.error.required" : "bearings.error.noKpi")));
    }
  }

  /** What reads a metric says which; nothing else states one. */
  private void metric() {
    boolean reads = content.source() == Source.JQL;
    if (reads != content.metric().isPresent()) {
      problem(
          "metric",
          Optional.of(Message.of(reads ? "bearings.error.required" : "bearings.error.noMetric")));
    }
  }

  private void value(String field, Optional<BigDecimal> value) {
    problem(field, value.flatMap(content.measure()::problem));
  }

  private void way() {
    switch (content.source()) {
      case MAINTAIN -> {
        if (content.goal().bounds().isEmpty()) {
          problem("bounds.low", Optional.of(Message.of("bearings.error.noBound")));
        }
      }
      case ISSUES -> count();
      case BINARY -> binary();
      case ALIGNED -> nothing();
      case MANUAL, KPI, JQL, EVIDENCE, CONNECTOR -> fromHereToThere();
    }
  }

  private void fromHereToThere() {
    Goal goal = content.goal();
    if (active && goal.baseline().isEmpty()) {
      problem("baseline", Optional.of(Message.of("bearings.error.required")));
    }
    if (active && goal.target().isEmpty()) {
      problem("target", Optional.of(Message.of("bearings.error.required")));
    }
    // A number that is refused for its size is not written out either: it may have a billion
    // digits.
    boolean sized = !problems.containsKey("baseline") && !problems.containsKey("target");
    if (sized
        && goal.baseline().isPresent()
        && goal.target().isPresent()
        && goal.baseline().get().compareTo(goal.target().get()) == 0) {
      problem(
          "target",
          Optional.of(
              Message.of(
                  "bearings.error.baselineEqualsTarget", goal.target().get().toPlainString())));
    }
  }

  /** Linked issues are a share by themselves; a target says how many of them are wanted. */
  private void count() {
    content
        .goal()
        .target()
        .filter(target -> target.signum() <= 0 || target.stripTrailingZeros().scale() > 0)
        .ifPresent(target -> problem("target", Optional.of(Message.of("bearings.error.noCount"))));
    content
        .goal()
        .baseline()
        .filter(baseline -> baseline.signum() != 0)
        .ifPresent(
            baseline -> problem("baseline", Optional.of(Message.of("bearings.error.notZero"))));
  }

  private void binary() {
    Goal goal = content.goal();
    if (goal.baseline().filter(it -> it.signum() != 0).isPresent()) {
      problem("baseline", Optional.of(Message.of("bearings.error.notBinary")));
    }
    if (goal.target().filter(it -> it.compareTo(BigDecimal.ONE) != 0).isPresent()) {
      problem("target", Optional.of(Message.of("bearings.error.notBinary")));
    }
  }

  private void nothing() {
    if (content.goal().target().isPresent()) {
      problem("target", Optional.of(Message.of("bearings.error.noTarget")));
    }
  }

  private void days() {
    Goal goal = content.goal();
    goal.due().flatMap(Drafts::day).ifPresent(it -> problem("due", Optional.of(it)));
    cycle
        .filter(days -> goal.due().filter(due -> !days.contains(due)).isPresent())
        .ifPresent(
            days ->
                problem(
                    "due",
                    Optional.of(
                        Message.of(
                            "bearings.error.dueOutsideCycle",
                            days.first().toString(),
                            days.last().toString()))));
    checkpoints(goal);
  }

  private void checkpoints(Goal goal) {
    List<Milestone> all = goal.checkpoints();
    if (all.isEmpty()) {
      return;
    }
    if (all.size() > CHECKPOINTS) {
      problem("checkpoints", Optional.of(Message.of("bearings.error.tooMany", CHECKPOINTS)));
    }
    if (goal.baseline().isEmpty() || goal.target().isEmpty()) {
      problem("checkpoints", Optional.of(Message.of("bearings.error.checkpointsNeedWay")));
    }
    Optional<LocalDate> last = goal.due().or(() -> cycle.map(Window::last));
    for (int i = 0; i < all.size(); i++) {
      LocalDate on = all.get(i).on();
      String field = "checkpoints[" + i + "].on";
      if (i > 0 && !on.isAfter(all.get(i - 1).on())) {
        problem(field, Optional.of(Message.of("bearings.error.notInOrder")));
      }
      boolean early = cycle.filter(days -> on.isBefore(days.first())).isPresent();
      if (early || last.filter(end -> !on.isBefore(end)).isPresent()) {
        problem(field, Optional.of(Message.of("bearings.error.outsideWindow")));
      }
    }
  }

  private void problem(String field, Optional<Message> problem) {
    problem.ifPresent(it -> problems.putIfAbsent(field, it));
  }
}
