package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.GoldenCases;
import io.bearings.okr.SiteRules;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ReachTest {
  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each : GoldenCases.of("score", one -> one.get("given").has("links"))) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      Map<String, JsonNode> issues = new LinkedHashMap<>();
      given.get("issues").forEach(issue -> issues.put(issue.get("key").asText(), issue));
      Set<Long> counting = Reach.counting(reached(given.get("links"), issues));
      List<Tally> tallies =
          issues.entrySet().stream()
              .filter(issue -> counting.contains(number(issue.getKey())))
              .map(issue -> tally(issue.getValue()))
              .toList();
      IssueProgress progress =
          IssueProgress.of(
              tallies,
              given.path("weightBy").asText().equals("FIELD") ? WeightBy.POINTS : WeightBy.ISSUES,
              new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO, SiteRules.DEFAULT));

      JsonNode expected = each.get("expect");
      GoldenCases.same(id + " ratio", progress.ratio(), expected.get("ratio"));
      GoldenCases.same(id, Optional.of(progress.doneWeight()), expected.get("doneWeight"));
      GoldenCases.same(id, Optional.of(progress.totalWeight()), expected.get("totalWeight"));
      assertThat(progress.issues()).as(id).isEqualTo(expected.get("issues").asInt());
    }
  }

  private static List<Reach> reached(JsonNode links, Map<String, JsonNode> issues) {
    List<Reach> reached = new ArrayList<>();
    for (JsonNode link : links) {
      for (JsonNode key : link.get("keys")) {
        reached.add(
            new Reach(
                number(key.asText()),
                Optional.ofNullable(issues.get(key.asText()).get("parent"))
                    .map(parent -> number(parent.asText())),
                LinkKind.valueOf(link.get("kind").asText())));
      }
    }
    return reached;
  }

  private static long number(String key) {
    return Long.parseLong(key.substring(key.indexOf('-') + 1));
  }

  private static Tally tally(JsonNode issue) {
    return new Tally(
        1,
        StatusCategory.valueOf(issue.get("category").asText()),
        Optional.empty(),
        GoldenCases.number(issue.get("weight")),
        1);
  }
}
