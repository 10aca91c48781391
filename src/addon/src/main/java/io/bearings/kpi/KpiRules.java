package io.bearings.kpi;

import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a sheet must keep to, whoever writes it. What would merely be wiser the coach says. */
public final class KpiRules {
  /** The longest name, in UTF-16 units, which is how a browser counts them. */
  public static final int NAME_LENGTH = 255;

  /** The longest text of several lines. */
  public static final int TEXT_LENGTH = 2_000;

  /** The longest formula or metric. */
  public static final int SOURCE_LENGTH = 4_000;

  /** The longest name of a category, a dimension or a segment. */
  public static final int LABEL_LENGTH = 60;

  /** The longest address of a webhook. */
  public static final int ADDRESS_LENGTH = 1_000;

  /** The most changes of a target. */
  public static final int CHANGES = 400;

  /** The longest grace. */
  public static final int GRACE_DAYS = 366;

  /** The most automatic actions. */
  public static final int ACTIONS = 10;

  /** The most people whom one action tells. */
  public static final int PEOPLE = 20;

  /** The most objectives that one KPI serves. */
  public static final int SERVED = 20;

  /** The most dimensions. */
  public static final int DIMENSIONS = 5;

  /** The most segments of a dimension. */
  public static final int SEGMENTS = 50;

  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final Message TWICE = Message.of("bearings.error.kpi.twice");

  private final KpiContent content;
  private final Map<String, Message> problems = new LinkedHashMap<>();

  private KpiRules(KpiContent content) {
    this.content = content;
  }

  /** What is wrong with the content of a sheet, by field, in the order of the form. */
  public static Map<String, Message> problems(KpiContent content) {
    KpiRules rules = new KpiRules(content);
    rules.words();
    rules.source();
    rules.rhythm();
    rules.yardstick();
    rules.response();
    rules.purpose();
    rules.dimensions();
    return rules.problems;
  }

  /** What is wrong with a grace. */
  static Optional<Message> graceProblem(BigDecimal days) {
    if (days.signum() < 0) {
      return Optional.of(Message.of("bearings.error.negative"));
    }
    if (days.compareTo(BigDecimal.valueOf(GRACE_DAYS)) > 0) {
      return Optional.of(Message.of("bearings.error.tooLarge", GRACE_DAYS));
    }
    return days.stripTrailingZeros().scale() > 0
        ? Optional.of(Message.of("bearings.error.notWhole"))
        : Optional.empty();
  }

  private void words() {
    line("name", content.name(), NAME_LENGTH);
    text("measures", content.measures());
    category(content.category());
    line("owner", content.ownerKey(), NAME_LENGTH);
  }

  private void category(Category category) {
    if (category.kind() == Category.Kind.OWN) {
      line("ownCategory", category.label().orElse(""), LABEL_LENGTH);
    } else if (category.label().isPresent()) {
      problem("ownCategory", Message.of("bearings.error.kpi.notOwn"));
    }
  }

  private void source() {
    if (content.source() instanceof KpiSource.Formula formula) {
      Texts.requiredProblem(formula.text(), SOURCE_LENGTH).ifPresent(it -> problem("formula", it));
    } else if (content.source() instanceof KpiSource.Metric metric) {
      Texts.requiredProblem(metric.spec(), SOURCE_LENGTH).ifPresent(it -> problem("metric", it));
    }
  }

  private void rhythm() {
    Rhythm rhythm = content.rhythm();
    if (rhythm.accumulating() && !rhythm.aggregation().canAccumulate()) {
      problem(
          "accumulating",
          Message.of(
              "bearings.error.kpi.cannotAccumulate",
              Message.of(
                  "bearings.kpi.aggregation."
                      + rhythm.aggregation().name().toLowerCase(Locale.ROOT))));
    }
    graceProblem(BigDecimal.valueOf(rhythm.graceDays())).ifPresent(it -> problem("graceDays", it));
  }

  private void yardstick() {
    Yardstick yardstick = content.yardstick();
    yardstick.measure().problems().forEach(this::problem);
    Targets targets = yardstick.targets();
    levels("", targets.first());
    order("", targets.first());
    if (targets.changes().size() > CHANGES) {
      problem("targets", Message.of("bearings.error.tooMany", CHANGES));
      return;
    }
    changes(targets);
  }

  private void changes(Targets targets) {
    Levels before = targets.first();
    for (int i = 0; i < targets.changes().size(); i++) {
      Targets.From change = targets.changes().get(i);
      String field = "targets[" + i + "].";
      day(field + "from", change.day());
      if (i > 0 && !change.day().isAfter(targets.changes().get(i - 1).day())) {
        problem(field + "from", Message.of("bearings.error.kpi.notInOrder"));
      }
      if (change.levels().isEmpty()) {
        problem(field + "target", REQUIRED);
      }
      levels(field, change.levels());
      before = change.levels().over(before);
      order(field, before);
    }
  }

  private void levels(String prefix, Levels levels) {
    levels.target().ifPresent(level -> level(prefix + "target", level));
    levels.warning().ifPresent(level -> level(prefix + "warning", level));
    levels.critical().ifPresent(level -> level(prefix + "critical", level));
  }

  private void level(String field, Level level) {
    boolean band = content.yardstick().direction() == Direction.BAND;
    if (band != level instanceof Level.Between) {
      problem(
          field, Message.of(band ? "bearings.error.kpi.needsTwo" : "bearings.error.kpi.needsOne"));
      return;
    }
    level.numbers().stream()
        .flatMap(number -> valueProblem(content.yardstick().measure(), number).stream())
        .findFirst()
        .ifPresent(problem -> problem(field, problem));
    if (level instanceof Level.Between between && between.low().compareTo(between.high()) >= 0) {
      problem(field, Message.of("bearings.error.kpi.lowNotUnderHigh"));
    }
  }

  /**
   * Why a number cannot be a value of a KPI. A rating has its ends; all else may be under 0, as a
   * variance is, and a percentage over 100, as a return is.
   */
  static Optional<Message> valueProblem(Measure measure, BigDecimal value) {
    return measure.kind() == Measure.Kind.RATING
        ? measure.problem(value)
        : Measure.sizeProblem(value);
  }

  /** A value that is past critical cannot be good enough, nor one that is good enough miss less. */
  private void order(String prefix, Levels levels) {
    levels
        .warning()
        .filter(warning -> levels.target().filter(it -> !reachesAsFar(warning, it)).isPresent())
        .ifPresent(it -> problem(prefix + "warning", misplaced("bearings.kpi.level.target")));
    levels
        .critical()
        .filter(critical -> levels.target().filter(it -> !reachesAsFar(critical, it)).isPresent())
        .ifPresent(it -> problem(prefix + "critical", misplaced("bearings.kpi.level.target")));
    levels
        .critical()
        .filter(critical -> levels.warning().filter(it -> !reachesAsFar(critical, it)).isPresent())
        .ifPresent(it -> problem(prefix + "critical", misplaced("bearings.kpi.level.warning")));
  }

  private Message misplaced(String other) {
    return Message.of(
        switch (content.yardstick().direction()) {
          case HIGHER -> "bearings.error.kpi.above";
          case LOWER -> "bearings.error.kpi.below";
          case BAND -> "bearings.error.kpi.inside";
        },
        Message.of(other));
  }

  /** Whether a level admits at least the values that another does. */
  private boolean reachesAsFar(Level level, Level other) {
    if (level instanceof Level.Between wide && other instanceof Level.Between narrow) {
      return wide.low().compareTo(narrow.low()) <= 0 && wide.high().compareTo(narrow.high()) >= 0;
    }
    if (level instanceof Level.At one && other instanceof Level.At two) {
      int compared = one.value().compareTo(two.value());
      return content.yardstick().direction() == Direction.LOWER ? compared >= 0 : compared <= 0;
    }
    // One of them has the wrong shape, which is said of it already.
    return true;
  }

  private void response() {
    text("action", content.response().text());
    List<AutomaticAction> all = content.response().automatic();
    if (all.size() > ACTIONS) {
      problem("automatic", Message.of("bearings.error.tooMany", ACTIONS));
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      automatic("automatic[" + i + "].", all.get(i));
    }
  }

  private void automatic(String field, AutomaticAction action) {
    if (action instanceof AutomaticAction.Notify notify) {
      if (notify.personKeys().size() > PEOPLE) {
        problem(field + "people", Message.of("bearings.error.tooMany", PEOPLE));
      }
      notify.personKeys().forEach(key -> line(field + "people", key, NAME_LENGTH));
    } else if (action instanceof AutomaticAction.Comment comment) {
      line(field + "issue", comment.issueKey(), NAME_LENGTH);
      required(field + "text", comment.text());
    } else if (action instanceof AutomaticAction.CreateIssue issue) {
      line(field + "project", issue.projectKey(), NAME_LENGTH);
      line(field + "issueType", issue.issueType(), NAME_LENGTH);
      line(field + "summary", issue.summary(), NAME_LENGTH);
      text(field + "description", issue.description());
    } else if (action instanceof AutomaticAction.Webhook webhook) {
      line(field + "url", webhook.url(), ADDRESS_LENGTH);
      if (!isAddress(webhook.url())) {
        problem(field + "url", Message.of("bearings.error.noAddress"));
      }
    }
  }

  private static boolean isAddress(String url) {
    try {
      URI address = URI.create(url.strip());
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void purpose() {
    Purpose purpose = content.purpose();
    text("why", purpose.why());
    text("decision", purpose.decision());
    purpose
        .benchmark()
        .value()
        .flatMap(value -> valueProblem(content.yardstick().measure(), value))
        .ifPresent(it -> problem("benchmark", it));
    Texts.lineProblem(purpose.benchmark().source(), NAME_LENGTH)
        .ifPresent(it -> problem("benchmarkSource", it));
    purpose.reviewOn().ifPresent(day -> day("reviewOn", day));
    if (purpose.serves().size() > SERVED) {
      problem("serves", Message.of("bearings.error.tooMany", SERVED));
    }
    Set<Long> served = new HashSet<>();
    for (int i = 0; i < purpose.serves().size(); i++) {
      if (!served.add(purpose.serves().get(i).objectiveId())) {
        problem("serves[" + i + "]", TWICE);
      }
    }
  }

  private void dimensions() {
    List<Dimension> all = content.dimensions();
    if (all.size() > DIMENSIONS) {
      problem("dimensions", Message.of("bearings.error.tooMany", DIMENSIONS));
      return;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String field = "dimensions[" + i + "].";
      line(field + "name", all.get(i).name(), LABEL_LENGTH);
      if (!names.add(all.get(i).name().toLowerCase(Locale.ROOT))) {
        problem(field + "name", TWICE);
      }
      segments(field + "segments", all.get(i).segments());
    }
  }

  private void segments(String field, List<String> segments) {
    if (segments.isEmpty()) {
      problem(field, REQUIRED);
    }
    if (segments.size() > SEGMENTS) {
      problem(field, Message.of("bearings.error.tooMany", SEGMENTS));
      return;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < segments.size(); i++) {
      line(field + "[" + i + "]", segments.get(i), LABEL_LENGTH);
      if (!names.add(segments.get(i).toLowerCase(Locale.ROOT))) {
        problem(field + "[" + i + "]", TWICE);
      }
    }
  }

  private void line(String field, String text, int limit) {
    Optional<Message> problem =
        text.isBlank() ? Optional.of(REQUIRED) : Texts.lineProblem(text, limit);
    problem.ifPresent(it -> problem(field, it));
  }

  private void text(String field, String text) {
    Texts.problem(text, TEXT_LENGTH).ifPresent(it -> problem(field, it));
  }

  private void required(String field, String text) {
    Texts.requiredProblem(text, TEXT_LENGTH).ifPresent(it -> problem(field, it));
  }

  private void day(String field, LocalDate day) {
    if (day.getYear() < 1900 || day.getYear() > 9999) {
      problem(field, Message.of("bearings.error.noDay"));
    }
  }

  private void problem(String field, Message problem) {
    problems.putIfAbsent(field, problem);
  }
}
