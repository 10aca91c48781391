package io.bearings.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What it costs to ask queries only about the issues that changed, beside asking them in full. Both
 * are done by the add-on itself, which asks in full when it did not get an answer the last time;
 * the time goes from the first of its searches to the last.
 */
final class QueryGoals {
  private static final int QUERIES = 20;
  private static final int TIMES = 3;

  /** Past both looks at an issue that changed. */
  private static final Duration ROUND = Duration.ofSeconds(18);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Report report;
  private final Session lead;
  private final Sql sql;

  QueryGoals(Report report, RunningHost host, Sql sql) {
    this.report = report;
    this.lead = host.as("lead");
    this.sql = sql;
  }

  void run(LinkedWork work, long team) {
    List<String> issues =
        work.queries(team, QUERIES).stream()
            .map(number -> String.valueOf(JiraWork.BASE + number))
            .toList();
    Round about = round(issues, true, true);
    for (int i = 0; i < TIMES; i++) {
      about = Round.quicker(about, round(issues, i % 2 == 1, true));
    }
    work.forgetAnswers();
    Round full = round(issues, TIMES % 2 == 1, false);
    for (int i = 1; i < TIMES; i++) {
      work.forgetAnswers();
      full = Round.quicker(full, round(issues, (TIMES + i) % 2 == 1, false));
    }
    report.heading(QUERIES + " queries of " + LinkedWork.HITS + " hits, an issue of each changed");
    report.count("searches about what changed, one for each query", about.searches(), QUERIES);
    report.times("searches about what changed", about.took(), Duration.ZERO, full.took());
    report.ratioAtLeast(
        "asking in full ÷ asking about what changed",
        (double) full.took().toNanos() / about.took().toNanos(),
        10);
  }

  /** The searches of one look at the queries. */
  private record Round(int searches, Duration took) {
    static Round quicker(Round one, Round other) {
      return one.took().compareTo(other.took()) <= 0 ? one : other;
    }
  }

  /**
   * Changes the status of an issue of each query and waits until the add-on has looked.
   *
   * @param about whether the searches about these issues are meant, or those in full
   */
  private Round round(List<String> issues, boolean done, boolean about) {
    Instant begun = Instant.now();
    for (String issue : issues) {
      String path = "/rest/api/2/issue/" + key(issue) + "/transitions";
      Session.Answer answer =
          lead.post(
              path,
              done
                  ? Map.of(
                      "transition",
                      Map.of("id", "51"),
                      "fields",
                      Map.of("resolution", Map.of("id", "10000")))
                  : Map.of("transition", Map.of("id", "71")));
      if (answer.status() != 204) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
    }
    List<JsonNode> searches = List.of();
    while (searches.size() < QUERIES && since(begun).compareTo(PATIENCE) < 0) {
      sleep(Duration.ofSeconds(1));
      searches = searches(begun, about);
    }
    Duration rest = ROUND.minus(since(begun));
    if (!rest.isNegative()) {
      sleep(rest);
    }
    return first(searches(begun, about));
  }

  private static Duration since(Instant begun) {
    return Duration.between(begun, Instant.now());
  }

  private List<JsonNode> searches(Instant begun, boolean about) {
    List<JsonNode> mine = new ArrayList<>();
    for (JsonNode search : lead.get("/host/searches").json(200)) {
      String jql = search.path("jql").asText();
      if (at(search, "begun").isAfter(begun)
          && jql.contains("fixVersion = R")
          && jql.contains("\"In Review\"")
          && jql.contains(") AND id in (") == about) {
        mine.add(search);
      }
    }
    return mine;
  }

  /** The looks lie seconds apart; only the first of them is meant. */
  private static Round first(List<JsonNode> searches) {
    if (searches.isEmpty()) {
      throw new IllegalStateException("No query was asked");
    }
    int count = 1;
    while (count < searches.size()
        && Duration.between(at(searches.get(count - 1), "ended"), at(searches.get(count), "begun"))
                .toSeconds()
            < 4) {
      count++;
    }
    return new Round(
        count,
        Duration.between(at(searches.get(0), "begun"), at(searches.get(count - 1), "ended")));
  }

  private static Instant at(JsonNode search, String what) {
    return Instant.parse(search.path(what).asText());
  }

  private String key(String issueId) {
    return lead.get("/rest/api/2/issue/" + issueId).json(200).path("key").asText();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
