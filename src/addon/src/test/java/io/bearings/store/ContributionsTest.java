package io.bearings.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Reach;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Whatever is linked, ended, restored, found, moved and deleted in any order: the contributions are
 * those that the rule of reach gives for everything that is linked at that moment.
 */
@RunWith(Parameterized.class)
public class ContributionsTest {
  private static final int OPERATIONS = 150;
  private static final int ISSUES = 12;
  private static final int KEY_RESULTS = 3;
  private static final Edit BY_ANNA = new Edit(new Person("anna"), Instant.EPOCH);

  private final TestDatabase database;
  private final StoredLinks links;
  private final StoredWorkLinks workLinks;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  private final List<Long> keyResults = new ArrayList<>();
  private final Map<Long, Linked> linked = new TreeMap<>();
  private final Map<Long, Set<Long>> sprintsOf = new HashMap<>();
  private final Map<Long, Long> parents = new HashMap<>();
  private final Set<Long> gone = new HashSet<>();
  private long changes;

  public ContributionsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    links = new StoredLinks(database.database(), Clock.systemUTC());
    workLinks = new StoredWorkLinks(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  /** A link as it should be. */
  private static final class Linked {
    private final long keyResultId;
    private final LinkTarget target;
    private final Set<Long> found = new HashSet<>();
    private boolean inForce = true;

    Linked(long keyResultId, LinkTarget target) {
      this.keyResultId = keyResultId;
      this.target = target;
    }
  }

  /** At first every third issue is a sub-task of the one before. */
  @Before
  public void subTasks() {
    for (long id = 3; id <= ISSUES; id += 3) {
      parents.put(id, id - 1);
    }
  }

  @Before
  public void keyResults() {
    StoredObjectives objectives = new StoredObjectives(database.database());
    long objectiveId =
        objectives
            .add(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Okrs.ACTIVE),
                List.of(),
                BY_ANNA)
            .id();
    for (int i = 0; i < KEY_RESULTS; i++) {
      NewKeyResult added =
          new NewKeyResult(
              KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.ISSUES), Okrs.ACTIVE);
      keyResults.add(objectives.add(objectiveId, added, BY_ANNA).id());
    }
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void contributionsAreWhatIsReachedWhateverHappened() {
    for (int i = 0; i < OPERATIONS; i++) {
      String done = operate();
      for (long keyResultId : keyResults) {
        assertThat(contributions(keyResultId))
            .as("seed %s, operation %s: %s", seed, i, done)
            .isEqualTo(expected(keyResultId));
      }
    }
  }

  private String operate() {
    return switch (random.nextInt(11)) {
      case 10 -> giveAnotherParent();
      case 0, 1, 2 -> link();
      case 3, 4 -> end();
      case 5 -> restore();
      case 6, 7 -> look();
      case 8 -> move();
      default -> random.nextInt(4) == 0 ? delete() : move();
    };
  }

  private String link() {
    long keyResultId = keyResults.get(random.nextInt(KEY_RESULTS));
    LinkTarget target =
        switch (random.nextInt(4)) {
          case 0 -> new LinkTarget.Sprint(1 + random.nextInt(3));
          case 1 -> new LinkTarget.Query("project = P" + random.nextInt(3));
          default -> new LinkTarget.Issue(some());
        };
    if (target instanceof LinkTarget.Issue issue && gone.contains(issue.id())) {
      return "nothing";
    }
    Linked made = new Linked(keyResultId, target);
    Set<Long> members = members(made, subset());
    var added = workLinks.add(keyResultId, target, Optional.empty(), states(members), BY_ANNA);
    if (added.isNew()) {
      made.found.addAll(target.kind() == LinkKind.JQL ? members : Set.of());
      linked.put(added.linkId(), made);
    }
    return "link " + target + " " + members;
  }

  private Set<Long> members(Linked link, Set<Long> found) {
    return switch (link.target.kind()) {
      case ISSUE -> Set.of(link.target.id());
      case JQL -> found;
      default ->
          sprintsOf.entrySet().stream()
              .filter(each -> each.getValue().contains(link.target.id()))
              .map(Map.Entry::getKey)
              .collect(toSet());
    };
  }

  private String end() {
    Optional<Map.Entry<Long, Linked>> any = anyLink(true);
    any.ifPresent(
        each -> {
          assertThat(workLinks.end(each.getValue().keyResultId, each.getKey(), BY_ANNA)).isTrue();
          each.getValue().inForce = false;
        });
    return "end " + any.map(each -> each.getValue().target);
  }

  private String restore() {
    Optional<Map.Entry<Long, Linked>> any = anyLink(false);
    any.filter(
            each ->
                !(each.getValue().target instanceof LinkTarget.Issue issue
                    && gone.contains(issue.id())))
        .ifPresent(
            each -> {
              Linked link = each.getValue();
              Set<Long> members = members(link, subset());
              boolean again =
                  workLinks.restore(link.keyResultId, each.getKey(), states(members), BY_ANNA);
              if (again) {
                link.inForce = true;
                link.found.clear();
                link.found.addAll(link.target.kind() == LinkKind.JQL ? members : Set.of());
              }
            });
    return "restore " + any.map(each -> each.getValue().target);
  }

  private Optional<Map.Entry<Long, Linked>> anyLink(boolean inForce) {
    List<Map.Entry<Long, Linked>> all =
        linked.entrySet().stream().filter(each -> each.getValue().inForce == inForce).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private String look() {
    List<Map.Entry<Long, Linked>> queries =
        linked.entrySet().stream()
            .filter(each -> each.getValue().inForce)
            .filter(each -> each.getValue().target.kind() == LinkKind.JQL)
            .toList();
    if (queries.isEmpty()) {
      return "nothing";
    }
    Map.Entry<Long, Linked> query = queries.get(random.nextInt(queries.size()));
    Set<Long> added = subset();
    Set<Long> lost = subset();
    lost.removeAll(added);
    workLinks.hits(query.getKey(), states(added), lost, Instant.ofEpochMilli(++changes));
    query.getValue().found.addAll(added);
    query.getValue().found.removeAll(lost);
    return "look +" + added + " -" + lost;
  }

  private String move() {
    long issueId = some();
    if (gone.contains(issueId)) {
      return "nothing";
    }
    Set<Long> sprints =
        LongStream.rangeClosed(1, 3).filter(id -> random.nextInt(3) == 0).boxed().collect(toSet());
    sprintsOf.put(issueId, sprints);
    write(issueId, sprints);
    workLinks.settle(keyResults, states(Set.of(issueId)));
    return "move " + issueId + " to " + sprints;
  }

  private String giveAnotherParent() {
    long issueId = some();
    Optional<Long> parent = Optional.of(some()).filter(id -> id != issueId && random.nextBoolean());
    parents.remove(issueId);
    parent.ifPresent(id -> parents.put(issueId, id));
    links.rewrite(state(issueId));
    workLinks
        .countedWrongly(Set.of(issueId))
        .forEach((keyResultId, ids) -> workLinks.settle(Set.of(keyResultId), states(ids)));
    assertThat(workLinks.countedWrongly(Set.of(issueId))).isEmpty();
    return "parent of " + issueId + " is " + parent;
  }

  private String delete() {
    long issueId = some();
    gone.add(issueId);
    sprintsOf.remove(issueId);
    linked
        .values()
        .forEach(
            each -> {
              if (each.inForce) {
                each.found.remove(issueId);
              }
              if (each.target.equals(new LinkTarget.Issue(issueId))) {
                each.inForce = false;
              }
            });
    write(issueId, Set.of());
    links.forgetIssue(issueId);
    workLinks.settle(
        keyResults, states(LongStream.rangeClosed(1, ISSUES).boxed().collect(toSet())));
    return "delete " + issueId;
  }

  private void write(long issueId, Set<Long> sprints) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ISSUE_ID", issueId);
    row.put("FROM_AT", ++changes);
    row.put("SEQ_NO", 0);
    row.put("CHANGE_ID", changes);
    row.put("PROJECT_ID", 7L);
    row.put("STATUS_CATEGORY", "TO_DO");
    row.put("SPRINT_IDS", Session.text(StateRows.text(sprints)));
    row.put("GONE", 0);
    row.put("NATURAL_KEY", issueId + ":" + changes + ":0");
    database.database().write(session -> session.insert(Tables.ISSUE_STATE, row));
  }

  private long some() {
    return 1 + random.nextInt(ISSUES);
  }

  private Set<Long> subset() {
    return LongStream.rangeClosed(1, ISSUES)
        .filter(id -> !gone.contains(id) && random.nextInt(4) == 0)
        .boxed()
        .collect(toSet());
  }

  private List<IssueState> states(Set<Long> ids) {
    return ids.stream().map(this::state).toList();
  }

  private Optional<Long> parentOf(long issueId) {
    return Optional.ofNullable(parents.get(issueId));
  }

  private IssueState state(long id) {
    return new IssueState(
        id,
        "DEMO-" + id,
        7,
        Optional.empty(),
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        parentOf(id),
        Instant.EPOCH);
  }

  private Map<Long, Boolean> expected(long keyResultId) {
    List<Reach> all =
        linked.values().stream()
            .filter(each -> each.inForce && each.keyResultId == keyResultId)
            .flatMap(
                each ->
                    members(each, each.found).stream()
                        .map(id -> new Reach(id, parentOf(id), each.target.kind())))
            .toList();
    Set<Long> counting = Reach.counting(all);
    return all.stream().map(Reach::issueId).distinct().collect(toMap(id -> id, counting::contains));
  }

  private Map<Long, Boolean> contributions(long keyResultId) {
    List<Map.Entry<Long, Boolean>> all =
        database
            .database()
            .read(
                session ->
                    session.list(
                        "select c.[ISSUE_ID], c.[COUNTS] from {CONTRIBUTION} c"
                            + " where c.[KEY_RESULT_ID] = ?",
                        row -> Map.entry(row.getLong(1), row.getInt(2) == 1),
                        keyResultId));
    return all.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
