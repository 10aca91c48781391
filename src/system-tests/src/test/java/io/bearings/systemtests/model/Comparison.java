package io.bearings.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.model.Naive.Figures;
import io.bearings.systemtests.model.Naive.Link;
import io.bearings.systemtests.model.Naive.Part;
import io.bearings.systemtests.model.Naive.Score;
import io.bearings.systemtests.model.Naive.Weight;
import io.bearings.systemtests.model.Snapshot.Issue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Asks the add-on for the figures of key results, objectives and teams, today and on some days
 * before, and tells what is not as recomputed.
 */
final class Comparison {
  private final Naive naive;
  private final RandomLinks links;
  private final List<Followed> keyResults;
  private final LocalDate today;
  private final Map<Long, Issue> now;
  private final Map<LocalDate, Map<Long, Issue>> then = new TreeMap<>();
  private final List<Question> questions = new ArrayList<>();
  private int compared;

  /** A request, and what is not as expected in the answer; empty where all is. */
  private record Question(String address, Function<JsonNode, String> differences) {}

  /**
   * Prepares what is expected.
   *
   * @param days before today
   */
  Comparison(
      Naive naive,
      Snapshot snapshot,
      RandomLinks links,
      List<Followed> keyResults,
      LocalDate today,
      Collection<LocalDate> days) {
    this.naive = naive;
    this.links = links;
    this.keyResults = keyResults;
    this.today = today;
    this.now = snapshot.issues();
    for (LocalDate day : days) {
      Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
      then.put(day, snapshot.at(end));
    }
    Map<Long, List<Link>> inForce = new LinkedHashMap<>();
    keyResults.forEach(each -> inForce.put(each.id(), links.inForce(each, snapshot)));
    expectToday(inForce);
    expectPast(inForce);
  }

  /** How many figures were compared: of a key result, an objective or a team on a day. */
  int compared() {
    return compared;
  }

  /** Asks until all is as expected, or patience is at its end; what is not as expected then. */
  List<String> differences(Okrs okrs, Duration patience) {
    Instant end = Instant.now().plus(patience);
    List<String> differences = ask(okrs);
    while (!differences.isEmpty() && Instant.now().isBefore(end)) {
      pause();
      differences = ask(okrs);
    }
    return differences;
  }

  /** What is right stays right while nobody works, so it is asked for once. */
  private List<String> ask(Okrs okrs) {
    List<String> differences = new ArrayList<>();
    questions.removeIf(
        question -> {
          String found = question.differences().apply(okrs.get(question.address()).json(200));
          if (!found.isEmpty()) {
            differences.add(question.address() + ": " + found);
          }
          return found.isEmpty();
        });
    return differences;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void expectToday(Map<Long, List<Link>> inForce) {
    objectives()
        .forEach(
            (id, all) ->
                questions.add(
                    new Question(
                        "objectives/" + id,
                        answer -> {
                          Differences found = new Differences();
                          for (int i = 0; i < all.size(); i++) {
                            Followed each = all.get(i);
                            JsonNode seen = answer.path("keyResults").path(i);
                            Figures figures = figures(each, inForce.get(each.id()), now);
                            found.of("KR " + each.id() + " ", figures, seen);
                            found.number("ratio", figures.reached(each.fixedCount()), seen);
                            found.number("score", part(each, figures).score(), seen);
                          }
                          found.of(score(all, each -> inForce.get(each.id()), now), answer);
                          return found.text();
                        })));
    compared += keyResults.size() + objectives().size();
  }

  private Map<Long, List<Followed>> objectives() {
    Map<Long, List<Followed>> objectives = new LinkedHashMap<>();
    keyResults.forEach(
        each -> objectives.computeIfAbsent(each.objective(), id -> new ArrayList<>()).add(each));
    return objectives;
  }

  private Figures figures(Followed keyResult, List<Link> of, Map<Long, Issue> issues) {
    return naive.figures(Naive.counting(of, issues), keyResult.weight());
  }

  private static Part part(Followed keyResult, Figures figures) {
    return new Part(keyResult.share(), figures.reached(keyResult.fixedCount()));
  }

  private Score score(
      List<Followed> all, Function<Followed, List<Link>> of, Map<Long, Issue> issues) {
    return Score.of(
        all.stream().map(each -> part(each, figures(each, of.apply(each), issues))).toList());
  }

  /** Days before today only where the past of all queries is known; today for all. */
  private void expectPast(Map<Long, List<Link>> inForce) {
    for (Followed each : keyResults) {
      timeline(
          "key-results/" + each.id() + "/timeline?",
          isPastKnown(each),
          (day, issues, found, seen) ->
              found.of("", figures(each, on(day, each, inForce), issues), seen));
    }
    objectives()
        .forEach(
            (id, all) ->
                timeline(
                    "objectives/" + id + "/timeline?",
                    isPastKnown(all.get(0)),
                    (day, issues, found, seen) -> {
                      found.of(score(all, each -> on(day, each, inForce), issues), seen);
                      found.of(
                          "work: ",
                          together(all, day, issues, inForce, common(all)),
                          seen.path("work"));
                    }));
  }

  /**
   * Adds the figures of the team of a project.
   *
   * @param unit its id
   * @param snapshot what the others were made of
   */
  void team(long unit, Ground ground, Snapshot snapshot) {
    Map<Long, List<Link>> inForce = new LinkedHashMap<>();
    List<Followed> all = keyResults.stream().filter(each -> each.ground().equals(ground)).toList();
    all.forEach(each -> inForce.put(each.id(), links.inForce(each, snapshot)));
    for (Weight weight : List.of(Weight.ISSUES, Weight.POINTS)) {
      timeline(
          "units/" + unit + "/timeline?weight=" + weight.name().toLowerCase(Locale.ROOT) + "&",
          isPastKnown(all.get(0)),
          (day, issues, found, seen) ->
              found.of("", together(all, day, issues, inForce, weight), seen));
    }
  }

  private boolean isPastKnown(Followed keyResult) {
    return keyResult.ground().equals(keyResults.get(0).ground());
  }

  private List<Link> on(LocalDate day, Followed keyResult, Map<Long, List<Link>> inForce) {
    return day.equals(today) ? inForce.get(keyResult.id()) : links.before(keyResult);
  }

  /** What several key results come to together: an issue counts once. */
  private Figures together(
      List<Followed> all,
      LocalDate day,
      Map<Long, Issue> issues,
      Map<Long, List<Link>> inForce,
      Weight weight) {
    Map<Long, Issue> counting = new LinkedHashMap<>();
    for (Followed each : all) {
      Naive.counting(on(day, each, inForce), issues)
          .forEach(issue -> counting.put(issue.id(), issue));
    }
    return naive.figures(counting.values(), weight);
  }

  private static Weight common(List<Followed> all) {
    return all.stream().map(Followed::weight).distinct().count() == 1
        ? all.get(0).weight()
        : Weight.ISSUES;
  }

  /** Compares one day of a timeline. */
  private interface Day {
    void compare(LocalDate day, Map<Long, Issue> issues, Differences found, JsonNode seen);
  }

  private void timeline(String address, boolean past, Day day) {
    Map<LocalDate, Map<Long, Issue>> days = new TreeMap<>(past ? then : Map.of());
    days.put(today, now);
    compared += days.size();
    LocalDate from = days.keySet().iterator().next();
    questions.add(
        new Question(
            address + "from=" + from + "&to=" + today,
            answer -> {
              Differences found = new Differences();
              Map<LocalDate, JsonNode> seen = new TreeMap<>();
              answer
                  .path("days")
                  .forEach(each -> seen.put(LocalDate.parse(each.path("on").asText()), each));
              days.forEach(
                  (on, issues) -> {
                    Differences ofDay = new Differences();
                    day.compare(on, issues, ofDay, seen.get(on));
                    found.add(on + " ", ofDay);
                  });
              return found.text();
            }));
  }

  /** What is not as expected. */
  private static final class Differences {
    private static final double TINY = 1e-9;

    private final StringBuilder text = new StringBuilder();

    String text() {
      return text.toString();
    }

    void add(String where, Differences more) {
      if (!more.text.isEmpty()) {
        text.append(where).append(more.text);
      }
    }

    void of(String where, Figures expected, JsonNode seen) {
      Differences found = new Differences();
      found.number("issues", expected.issues(), seen);
      found.number("toDo", expected.toDo(), seen);
      found.number("inProgress", expected.inProgress(), seen);
      found.number("done", expected.done(), seen);
      found.number("outOfScope", expected.outOfScope(), seen);
      found.number("doneWeight", expected.doneWeight().doubleValue(), seen);
      found.number("totalWeight", expected.totalWeight().doubleValue(), seen);
      if (seen.has("imputed")) {
        found.number("imputed", expected.imputed(), seen);
        if (seen.path("mostlyNotEstimated").asBoolean() != expected.mostlyNotEstimated()) {
          found.text.append("mostlyNotEstimated is ").append(!expected.mostlyNotEstimated());
        }
      } else {
        found.number("ratio", expected.ratio(), seen);
      }
      add(where, found);
    }

    void of(Score expected, JsonNode seen) {
      number("score", expected.value(), seen);
      number("coverage", Optional.of(expected.coverage()), seen);
    }

    void number(String field, Optional<BigDecimal> expected, JsonNode seen) {
      boolean absent = seen.path(field).isNull();
      if (absent == expected.isPresent()) {
        text.append(field).append(' ').append(expected).append(" is ").append(seen.path(field));
      } else if (!absent) {
        number(field, expected.orElseThrow().doubleValue(), seen);
      }
    }

    private void number(String field, double expected, JsonNode seen) {
      double is = seen.path(field).asDouble(Double.NaN);
      if (!(Math.abs(is - expected) <= TINY * Math.max(1, Math.abs(expected)))) {
        text.append(field).append(' ').append(expected).append(" is ").append(is).append("; ");
      }
    }
  }
}
