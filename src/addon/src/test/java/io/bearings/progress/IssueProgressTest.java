package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.GoldenCases;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class IssueProgressTest {
  private static final Set<String> OUT_OF_SCOPE =
      Set.of("Won't Do", "Duplicate", "Cannot Reproduce");
  private static final BigDecimal SLACK = new BigDecimal("1e-25");

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each : GoldenCases.of("score", IssueProgressTest::isAboutExplicitLinks)) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      IssueProgress progress =
          IssueProgress.of(
              tallies(given.get("issues")),
              given.path("weightBy").asText().equals("FIELD") ? WeightBy.POINTS : WeightBy.ISSUES,
              settings(GoldenCases.number(given.get("inProgressCredit")).orElse(BigDecimal.ZERO)));

      JsonNode expected = each.get("expect");
      assertThat(progress.score().isPresent()).as(id).isEqualTo(expected.get("data").asBoolean());
      GoldenCases.same(id + " ratio", progress.ratio(), expected.get("ratio"));
      GoldenCases.same(id + " score", progress.score(), expected.get("score"));
      if (progress.score().isPresent()) {
        GoldenCases.same(id, Optional.of(progress.doneWeight()), expected.get("doneWeight"));
        GoldenCases.same(id, Optional.of(progress.totalWeight()), expected.get("totalWeight"));
        assertThat(progress.issues()).as(id).isEqualTo(expected.get("issues").asInt());
        assertThat(progress.outOfScope()).as(id).isEqualTo(expected.get("outOfScope").asInt());
        assertThat(progress.imputed()).as(id).isEqualTo(expected.get("imputed").asInt());
        assertThat(progress.mostlyNotEstimated())
            .as(id)
            .isEqualTo(expected.get("mostlyNotEstimated").asBoolean());
      }
    }
  }

  /** Queries, epics and sprints come with later links; here every issue is linked by itself. */
  private static boolean isAboutExplicitLinks(JsonNode node) {
    JsonNode given = node.get("given");
    return given.path("source").asText().equals("ISSUES")
        && !given.has("fixedCount")
        && !given.has("links");
  }

  private static List<Tally> tallies(JsonNode issues) {
    List<Tally> tallies = new ArrayList<>();
    issues.forEach(
        issue ->
            tallies.add(
                new Tally(
                    1,
                    StatusCategory.valueOf(issue.get("category").asText()),
                    Optional.ofNullable(issue.get("resolution")).map(JsonNode::asText),
                    GoldenCases.number(issue.get("weight")),
                    1)));
    return tallies;
  }

  @Test
  public void countsIssuesByCategory() {
    IssueProgress progress =
        IssueProgress.of(
            List.of(
                new Tally(1, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), 3),
                new Tally(1, StatusCategory.IN_PROGRESS, Optional.empty(), Optional.empty(), 2),
                new Tally(1, StatusCategory.DONE, Optional.of("Done"), Optional.empty(), 4),
                new Tally(1, StatusCategory.DONE, Optional.of("Duplicate"), Optional.empty(), 5)),
            WeightBy.ISSUES,
            settings(BigDecimal.ZERO));
    assertThat(progress.issues()).isEqualTo(9);
    assertThat(progress.toDo()).isEqualTo(3);
    assertThat(progress.inProgress()).isEqualTo(2);
    assertThat(progress.done()).isEqualTo(4);
    assertThat(progress.outOfScope()).isEqualTo(5);
    assertThat(progress.imputed()).isZero();
  }

  @Test
  public void anIssueWithoutLinksHasNoData() {
    IssueProgress progress = IssueProgress.of(List.of(), WeightBy.POINTS, settings(BigDecimal.ONE));
    assertThat(progress.score()).isEmpty();
    assertThat(progress.mostlyNotEstimated()).isFalse();
  }

  @Test
  public void groupingAndOrderChangeNothing() {
    Random random = new Random(3);
    for (int run = 0; run < 300; run++) {
      List<Tally> single = randomIssues(random);
      WeightBy by = random.nextBoolean() ? WeightBy.POINTS : WeightBy.ISSUES;
      Settings settings = randomSettings(random);
      IssueProgress expected = IssueProgress.of(single, by, settings);

      Collections.shuffle(single, random);
      same(IssueProgress.of(single, by, settings), expected);
      same(IssueProgress.of(grouped(single), by, settings), expected);
    }
  }

  @Test
  public void staysBetweenNothingAndAll() {
    Random random = new Random(4);
    for (int run = 0; run < 300; run++) {
      IssueProgress progress =
          IssueProgress.of(randomIssues(random), WeightBy.POINTS, randomSettings(random));
      progress
          .score()
          .ifPresent(score -> assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
      assertThat(progress.doneWeight()).isBetween(BigDecimal.ZERO, progress.totalWeight());
      assertThat(progress.toDo() + progress.inProgress() + progress.done())
          .isEqualTo(progress.issues());
    }
  }

  @Test
  public void doesNotDependOnTheUnitOfTheEstimates() {
    Random random = new Random(5);
    for (int run = 0; run < 300; run++) {
      List<Tally> issues = randomIssues(random);
      Settings settings = randomSettings(random);
      // Without any estimate each issue weighs 1, whatever the unit: then there is nothing to
      // scale.
      List<Tally> scaled = issues.stream().map(issue -> times(issue, "2.5")).toList();
      sameRatio(
          IssueProgress.of(scaled, WeightBy.POINTS, settings),
          IssueProgress.of(issues, WeightBy.POINTS, settings));
    }
  }

  @Test
  public void neverFallsWhenAnIssueIsDone() {
    Random random = new Random(6);
    for (int run = 0; run < 300; run++) {
      List<Tally> issues = randomIssues(random);
      if (issues.isEmpty()) {
        continue;
      }
      Settings settings = randomSettings(random);
      IssueProgress before = IssueProgress.of(issues, WeightBy.POINTS, settings);
      int which = random.nextInt(issues.size());
      Tally issue = issues.get(which);
      issues.set(
          which,
          new Tally(1, StatusCategory.DONE, issue.resolutionId(), issue.amount(), issue.count()));
      IssueProgress after = IssueProgress.of(issues, WeightBy.POINTS, settings);
      before
          .score()
          .ifPresent(
              score ->
                  assertThat(after.score().orElseThrow())
                      .isGreaterThanOrEqualTo(score.subtract(SLACK)));
    }
  }

  private static void same(IssueProgress one, IssueProgress other) {
    sameRatio(one, other);
    assertThat(one.issues()).isEqualTo(other.issues());
    assertThat(one.imputed()).isEqualTo(other.imputed());
    assertThat(one.outOfScope()).isEqualTo(other.outOfScope());
    assertThat(one.mostlyNotEstimated()).isEqualTo(other.mostlyNotEstimated());
    assertThat(one.totalWeight()).isEqualByComparingTo(other.totalWeight());
  }

  private static void sameRatio(IssueProgress one, IssueProgress other) {
    assertThat(one.ratio().isPresent()).isEqualTo(other.ratio().isPresent());
    one.ratio()
        .ifPresent(
            ratio ->
                assertThat(ratio.subtract(other.ratio().orElseThrow()).abs()).isLessThan(SLACK));
  }

  private static Tally times(Tally tally, String factor) {
    return new Tally(
        tally.keyResultId(),
        tally.category(),
        tally.resolutionId(),
        tally.amount().map(points -> points.multiply(new BigDecimal(factor))),
        tally.count());
  }

  private static List<Tally> grouped(List<Tally> single) {
    record Kind(
        StatusCategory category, Optional<String> resolution, Optional<BigDecimal> points) {}
    Map<Kind, Integer> counts = new HashMap<>();
    single.forEach(
        each ->
            counts.merge(
                new Kind(each.category(), each.resolutionId(), each.amount()),
                each.count(),
                Integer::sum));
    List<Tally> grouped = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            grouped.add(new Tally(1, kind.category(), kind.resolution(), kind.points(), count)));
    return grouped;
  }

  private static List<Tally> randomIssues(Random random) {
    List<Tally> issues = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      StatusCategory category = StatusCategory.values()[random.nextInt(3)];
      Optional<String> resolution =
          random.nextInt(5) == 0 ? Optional.of("Duplicate") : Optional.empty();
      Optional<BigDecimal> points =
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(BigDecimal.valueOf(random.nextInt(9) - 1));
      issues.add(new Tally(1, category, resolution, points, 1));
    }
    return issues;
  }

  private static Settings randomSettings(Random random) {
    return settings(BigDecimal.valueOf(random.nextInt(101), 2));
  }

  private static Settings settings(BigDecimal credit) {
    return new Settings(Optional.of("customfield_1"), OUT_OF_SCOPE, credit);
  }
}
