package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.jira.PastReading.Group;
import io.bearings.jira.PastReading.Item;
import io.bearings.progress.KeptHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class PastReadingTest {
  private static final Instant CREATED = Instant.parse("2026-11-02T10:00:00.250Z");
  private static final IssueSnapshot DONE =
      new IssueSnapshot(
          10000,
          "10002",
          StatusCategory.DONE,
          Optional.of("1"),
          Optional.of(new BigDecimal("5.0")),
          Optional.of(7_200L),
          Set.of(12L, 14L),
          Set.of(10_100L),
          Optional.of(10_005L),
          Optional.empty());

  private final PastReading reading =
      new PastReading(
          new PastReading.FieldNames(
              Set.of("story points"),
              Set.of("sprint"),
              Set.of("epic link"),
              Map.of("customfield_10010", Set.of("benefit", "nutzen"))),
          PastReadingTest::category);

  private static StatusCategory category(String id) {
    return switch (id) {
      case "10002" -> StatusCategory.DONE;
      case "3" -> StatusCategory.IN_PROGRESS;
      default -> StatusCategory.TO_DO;
    };
  }

  @Test
  public void anIssueWithoutChangesAlwaysWasWhatItIs() {
    KeptHistory history = history(DONE);
    assertThat(history.issueId()).isEqualTo(1);
    assertThat(history.deleted()).isEmpty();
    assertThat(history.steps()).containsExactly(new KeptHistory.Step(0, CREATED, DONE, "10001"));
  }

  @Test
  public void whatNoChangeNamesWasThereFromTheBeginning() {
    KeptHistory history = history(DONE, group(100, 60, status("1", "10002")));
    IssueSnapshot first = history.steps().get(0).state();
    assertThat(first.statusId()).isEqualTo("1");
    assertThat(first.category()).isEqualTo(StatusCategory.TO_DO);
    assertThat(first.points()).isEqualTo(DONE.points());
    assertThat(first.resolutionId()).contains("1");
    assertThat(first.sprintIds()).isEqualTo(DONE.sprintIds());
    assertThat(first.versionIds()).isEqualTo(DONE.versionIds());
  }

  @Test
  public void numbersOfFieldsThatAreKeptGoBackByAnyOfTheirNames() {
    IssueSnapshot now =
        new IssueSnapshot(
            10000,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of("customfield_10010", new BigDecimal("8.0")));
    KeptHistory history =
        history(
            now,
            group(100, 60, shown("Nutzen", null, "5")),
            group(101, 120, shown("Benefit", "5", "8")),
            group(102, 180, shown("Other", "1", "2")));
    assertThat(history.steps())
        .extracting(step -> step.state().numbers())
        .containsExactly(
            Map.of(), Map.of("customfield_10010", new BigDecimal("5.0")), now.numbers());
  }

  @Test
  public void everyFieldGoesBackToWhatItWas() {
    KeptHistory history =
        history(
            DONE,
            group(
                100,
                60,
                own("project", "10010", "10000"),
                own("Key", null, null),
                own("issuetype", "10004", "10001"),
                own("resolution", null, "1"),
                status("3", "10002"),
                own("timeoriginalestimate", "3600", "7200"),
                own("Fix Version", null, "10100"),
                own("Parent", "10077", null),
                shown("Story Points", "3", "5"),
                custom("Sprint", "12", "12, 14"),
                custom("Epic Link", null, "10005"),
                own("description", "before", "after")));
    assertThat(history.steps()).hasSize(2);
    KeptHistory.Step first = history.steps().get(0);
    assertThat(first.changeId()).isZero();
    assertThat(first.typeId()).isEqualTo("10004");
    assertThat(first.state())
        .isEqualTo(
            new IssueSnapshot(
                10010,
                "3",
                StatusCategory.IN_PROGRESS,
                Optional.empty(),
                Optional.of(new BigDecimal("3.0")),
                Optional.of(3_600L),
                Set.of(12L),
                Set.of(),
                Optional.empty(),
                Optional.of(10_077L)));
    assertThat(history.steps().get(1))
        .isEqualTo(new KeptHistory.Step(100, CREATED.plusSeconds(60), DONE, "10001"));
  }

  @Test
  public void aChangeOfNothingThatIsKeptIsNoStep() {
    KeptHistory history =
        history(
            DONE,
            group(100, 60, own("summary", null, null), own("assignee", "anna", "bert")),
            group(101, 90, custom("Severity", null, "High")));
    assertThat(history.steps()).hasSize(1);
  }

  @Test
  public void twoChangesInOneSecondKeepTheOrderOfTheirIds() {
    KeptHistory history =
        history(DONE, group(102, 60, status("3", "10002")), group(101, 60, status("1", "3")));
    assertThat(history.steps())
        .extracting(KeptHistory.Step::changeId)
        .containsExactly(0L, 101L, 102L);
    assertThat(history.steps())
        .extracting(step -> step.state().statusId())
        .containsExactly("1", "3", "10002");
    assertThat(history.history().at(CREATED.plusSeconds(60))).contains(DONE);
  }

  @Test
  public void severalItemsOfOneFieldInOneChangeFollowEachOther() {
    KeptHistory history =
        history(
            DONE,
            group(
                100,
                60,
                own("Fix Version", "10090", null),
                own("Fix Version", "10091", null),
                own("Fix Version", null, "10100"),
                status("1", "3"),
                status("3", "10002")));
    IssueSnapshot first = history.steps().get(0).state();
    assertThat(first.versionIds()).containsExactlyInAnyOrder(10_090L, 10_091L);
    assertThat(first.statusId()).isEqualTo("1");
  }

  @Test
  public void aVersionThatReplacesAnotherIsOneItem() {
    KeptHistory history = history(DONE, group(100, 60, own("Fix Version", "10090", "10100")));
    assertThat(history.steps().get(0).state().versionIds()).containsExactly(10_090L);
  }

  @Test
  public void whatDoesNotFitIsJudgedByWhatIsKnownLater() {
    KeptHistory history =
        history(
            DONE,
            group(100, 60, status("1", "3")),
            group(101, 120, status("4", "5")),
            group(102, 180, shown("Story Points", "1", "8")));
    assertThat(history.steps())
        .extracting(KeptHistory.Step::changeId)
        .containsExactly(0L, 100L, 101L, 102L);
    assertThat(history.steps())
        .extracting(step -> step.state().statusId())
        .containsExactly("1", "4", "10002", "10002");
    assertThat(history.steps())
        .extracting(step -> step.state().points().orElseThrow().intValueExact())
        .containsExactly(1, 1, 1, 5);
  }

  @Test
  public void anIssueThatWasReopenedWasDoneBefore() {
    IssueSnapshot open = with(DONE, "1", Optional.empty());
    KeptHistory history =
        history(
            open,
            group(100, 60, own("resolution", null, "1"), status("1", "10002")),
            group(101, 120, own("resolution", "1", null), status("10002", "1")));
    assertThat(history.steps())
        .extracting(step -> step.state().category())
        .containsExactly(StatusCategory.TO_DO, StatusCategory.DONE, StatusCategory.TO_DO);
    assertThat(history.steps())
        .extracting(step -> step.state().resolutionId())
        .containsExactly(Optional.empty(), Optional.of("1"), Optional.empty());
  }

  @Test
  public void aMovedIssueWasInTheOtherProject() {
    KeptHistory history =
        history(
            DONE,
            group(
                100,
                60,
                own("project", "10050", "10000"),
                new Item(false, "Key", Optional.empty(), Optional.of("OPS-7"), Optional.empty())));
    assertThat(history.steps())
        .extracting(step -> step.state().projectId())
        .containsExactly(10_050L, 10_000L);
  }

  @Test
  public void aSubTaskThatChangedItsParentBelongedToTheOther() {
    for (String field : List.of("Parent", "Parent Issue")) {
      KeptHistory history =
          history(
              withParent(DONE, 10_078),
              group(100, 60, own(field, null, "10077")),
              group(101, 120, own(field, "10077", "10078")));
      assertThat(history.steps())
          .extracting(step -> step.state().parentId())
          .containsExactly(Optional.empty(), Optional.of(10_077L), Optional.of(10_078L));
    }
  }

  @Test
  public void aDeletedStatusKeepsItsIdAndCountsAsNotBegun() {
    KeptHistory history = history(DONE, group(100, 60, status("9999", "10002")));
    assertThat(history.steps().get(0).state().statusId()).isEqualTo("9999");
    assertThat(history.steps().get(0).state().category()).isEqualTo(StatusCategory.TO_DO);
  }

  @Test
  public void whatChangedBeforeTheIssueWasThereBelongsToItsCreation() {
    KeptHistory history =
        history(DONE, group(90, -60, status("1", "3")), group(100, 60, status("3", "10002")));
    assertThat(history.steps())
        .extracting(KeptHistory.Step::from)
        .containsExactly(CREATED, CREATED, CREATED.plusSeconds(60));
    assertThat(history.history().at(CREATED).orElseThrow().statusId()).isEqualTo("3");
  }

  @Test
  public void readsNumbersAndListsAsJiraWritesThem() {
    assertThat(pointsBefore("0.5")).contains(new BigDecimal("0.5"));
    assertThat(pointsBefore("13")).contains(new BigDecimal("13.0"));
    assertThat(pointsBefore("-2")).contains(new BigDecimal("-2.0"));
    assertThat(pointsBefore("1.0E2")).contains(new BigDecimal("100.0"));
    assertThat(pointsBefore(null)).isEmpty();
    assertThat(pointsBefore("many")).isEmpty();
    assertThat(sprintsBefore("12,14, 17 ")).containsExactlyInAnyOrder(12L, 14L, 17L);
    assertThat(sprintsBefore(null)).isEmpty();
    assertThat(sprintsBefore("Sprint 1")).isEmpty();
  }

  private Optional<BigDecimal> pointsBefore(String text) {
    return before(shown("Story Points", text, "5")).points();
  }

  private Set<Long> sprintsBefore(String text) {
    return before(custom("Sprint", text, "12, 14")).sprintIds();
  }

  private IssueSnapshot before(Item item) {
    return history(DONE, group(100, 60, item)).steps().get(0).state();
  }

  @Test
  public void aFieldOfTheSameNameThatIsNotCustomIsAnother() {
    assertThat(history(DONE, group(100, 60, own("Sprint", "1", "2"))).steps()).hasSize(1);
    assertThat(history(DONE, group(100, 60, custom("status", "1", "10002"))).steps()).hasSize(1);
  }

  /** Whatever happened and however it was recorded, going back gives what was. */
  @Test
  public void goingBackThroughRecordedChangesGivesTheStatesThatWere() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<KeptHistory.Step> lived = new ArrayList<>();
      List<Group> groups = new ArrayList<>();
      lived.add(new KeptHistory.Step(0, CREATED, DONE, "10001"));
      IssueSnapshot now = DONE;
      Instant at = CREATED;
      for (long id = 100; id < 100 + random.nextInt(12); id++) {
        at = at.plusMillis(random.nextInt(3) * 400L);
        List<Item> items = new ArrayList<>();
        IssueSnapshot next = change(now, random, items);
        groups.add(new Group(id, at, items));
        if (!next.equals(now)) {
          lived.add(new KeptHistory.Step(id, at, next, "10001"));
        }
        now = next;
      }
      Collections.shuffle(groups, random);
      KeptHistory read = reading.history(new PastReading.Present(1, CREATED, now, "10001"), groups);
      assertThat(read.steps()).as("seed %s, round %s", seed, round).isEqualTo(lived);
    }
  }

  private static IssueSnapshot change(IssueSnapshot now, Random random, List<Item> items) {
    String status = String.valueOf(random.nextInt(4));
    Optional<String> resolution =
        random.nextBoolean() ? Optional.empty() : Optional.of("" + random.nextInt(3));
    Optional<BigDecimal> points =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(BigDecimal.valueOf((double) random.nextInt(5)));
    Set<Long> sprints = new HashSet<>();
    Set<Long> versions = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      sprints.add(12L + random.nextInt(4));
      versions.add(10_100L + random.nextInt(4));
    }
    items.add(status(now.statusId(), status));
    items.add(own("resolution", now.resolutionId().orElse(null), resolution.orElse(null)));
    items.add(
        shown(
            "Story Points",
            now.points().map(BigDecimal::toString).orElse(null),
            points.map(BigDecimal::toString).orElse(null)));
    items.add(custom("Sprint", list(now.sprintIds()), list(sprints)));
    now.versionIds().stream()
        .filter(id -> !versions.contains(id))
        .forEach(id -> items.add(own("Fix Version", "" + id, null)));
    versions.stream()
        .filter(id -> !now.versionIds().contains(id))
        .forEach(id -> items.add(own("Fix Version", null, "" + id)));
    return new IssueSnapshot(
        now.projectId(),
        status,
        category(status),
        resolution,
        points,
        now.originalEstimate(),
        sprints,
        versions,
        now.epicId(),
        now.parentId());
  }

  private static String list(Set<Long> ids) {
    return ids.isEmpty() ? null : String.join(", ", ids.stream().map(String::valueOf).toList());
  }

  private KeptHistory history(IssueSnapshot now, Group... groups) {
    return reading.history(
        new PastReading.Present(1, CREATED, now, "10001"), Arrays.asList(groups));
  }

  private static Group group(long id, int seconds, Item... items) {
    return new Group(id, CREATED.plusSeconds(seconds), List.of(items));
  }

  private static Item status(String from, String to) {
    return own("status", from, to);
  }

  private static Item own(String field, String from, String to) {
    return new Item(
        false, field, Optional.ofNullable(from), Optional.empty(), Optional.ofNullable(to));
  }

  private static Item custom(String field, String from, String to) {
    return new Item(
        true, field, Optional.ofNullable(from), Optional.empty(), Optional.ofNullable(to));
  }

  /** A number field, which Jira writes as it is shown only. */
  private static Item shown(String field, String from, String to) {
    return new Item(true, field, Optional.empty(), Optional.ofNullable(from), Optional.empty());
  }

  private static IssueSnapshot with(
      IssueSnapshot state, String statusId, Optional<String> resolutionId) {
    return new IssueSnapshot(
        state.projectId(),
        statusId,
        category(statusId),
        resolutionId,
        state.points(),
        state.originalEstimate(),
        state.sprintIds(),
        state.versionIds(),
        state.epicId(),
        state.parentId());
  }

  private static IssueSnapshot withParent(IssueSnapshot state, long parentId) {
    return new IssueSnapshot(
        state.projectId(),
        state.statusId(),
        state.category(),
        state.resolutionId(),
        state.points(),
        state.originalEstimate(),
        state.sprintIds(),
        state.versionIds(),
        state.epicId(),
        Optional.of(parentId));
  }
}
