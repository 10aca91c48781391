package io.bearings.store;

import static io.bearings.store.TalkRows.ANNA;
import static io.bearings.store.TalkRows.BERT;
import static io.bearings.store.TalkRows.BY_ANNA;
import static io.bearings.store.TalkRows.BY_BERT;
import static io.bearings.store.TalkRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import io.bearings.progress.WorkHistory;
import io.bearings.talk.Annotation;
import io.bearings.talk.Audience;
import io.bearings.talk.Blocker;
import io.bearings.talk.Decision;
import io.bearings.talk.Item;
import io.bearings.talk.NewBlocker;
import io.bearings.talk.NewDecision;
import io.bearings.talk.NewNotice;
import io.bearings.talk.NewRemark;
import io.bearings.talk.Notice;
import io.bearings.talk.Notices;
import io.bearings.talk.Place;
import io.bearings.talk.Remark;
import io.bearings.talk.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Threads, notices, followers, annotations, blockers and decisions, on each database. */
@RunWith(Parameterized.class)
public class StoredTalkTest {
  private final TestDatabase database;

  public StoredTalkTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private TalkRows rows;
  private StoredItems items;
  private StoredThreads threads;
  private StoredNotices notices;
  private StoredFollowers followers;
  private StoredAnnotations annotations;
  private StoredBlockers blockers;
  private StoredDecisions decisions;
  private long objectiveId;
  private long keyResultId;

  @Before
  public void rows() {
    Database ours = database.database();
    rows = new TalkRows(ours);
    items = new StoredItems(ours);
    threads = new StoredThreads(ours);
    notices = new StoredNotices(ours, Clock.fixed(NOW, ZoneOffset.UTC));
    followers = new StoredFollowers(ours);
    annotations = new StoredAnnotations(ours);
    blockers = new StoredBlockers(ours);
    decisions = new StoredDecisions(ours);
    objectiveId = rows.objective();
    keyResultId = rows.keyResult(objectiveId, Source.MANUAL);
    database.statements();
  }

  private Item objective() {
    return items.item(Subject.objective(objectiveId), ANNA).orElseThrow();
  }

  private Item keyResult() {
    return items.item(Subject.keyResult(keyResultId), ANNA).orElseThrow();
  }

  @Test
  public void findsWhatIsTalkedAboutInOneStatement() {
    Audience audience = new Audience(2, Visibility.UNIT_VIEWERS, "anna", false);
    assertThat(objective())
        .isEqualTo(
            new Item(
                Subject.objective(objectiveId),
                Optional.of(objectiveId),
                Optional.empty(),
                "O-" + objectiveId,
                "Calm nights",
                "anna",
                Optional.empty(),
                audience));
    assertThat(database.statements()).isEqualTo(1);
    assertThat(keyResult())
        .isEqualTo(
            new Item(
                Subject.keyResult(keyResultId),
                Optional.of(objectiveId),
                Optional.of(keyResultId),
                "KR-" + keyResultId,
                "Fewer alarms",
                "bert",
                Optional.empty(),
                audience));
    assertThat(database.statements()).isEqualTo(1);
    assertThat(items.item(Subject.checkIn(99), ANNA)).isEmpty();
  }

  @Test
  public void keepsAThreadOfEachThingApart() {
    say(objective(), "one");
    say(keyResult(), "two <b>\uD83D\uDE80</b>");
    say(keyResult(), "three");
    assertThat(threads.of(Subject.keyResult(keyResultId), Optional.empty(), 10))
        .extracting(Remark::text)
        .containsExactly("three", "two <b>\uD83D\uDE80</b>");
    assertThat(threads.of(Subject.objective(objectiveId), Optional.empty(), 10))
        .extracting(Remark::text)
        .containsExactly("one");
    assertThat(threads.of(Subject.checkIn(keyResultId), Optional.empty(), 10)).isEmpty();
    assertThat(threads.speakers(Subject.keyResult(keyResultId))).containsExactly("anna");
  }

  @Test
  public void readsAThreadInPartsByOneStatementEach() {
    List<Remark> said = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      said.add(say(keyResult(), "text " + i));
    }
    database.statements();
    Subject subject = Subject.keyResult(keyResultId);
    assertThat(threads.of(subject, Optional.empty(), 2)).containsExactly(said.get(4), said.get(3));
    assertThat(database.statements()).isEqualTo(1);
    assertThat(threads.of(subject, Optional.of(said.get(3).id()), 10))
        .containsExactly(said.get(2), said.get(1), said.get(0));
  }

  private Remark say(Item item, String text) {
    return threads.add(new NewRemark(item, text), List.of(), BY_ANNA);
  }

  @Test
  public void tellsPeopleWithTheRemarkOrSaysNothing() {
    NewNotice ofObjective = new NewNotice("bert", Notice.Kind.MENTION, objective(), "Hello");
    NewNotice ofKeyResult = new NewNotice("bert", Notice.Kind.REPLY, keyResult(), "");
    threads.add(new NewRemark(keyResult(), "Hello"), List.of(ofObjective, ofKeyResult), BY_ANNA);
    database.statements();
    List<Notice> inbox = notices.of(BERT, Optional.empty(), 10);
    assertThat(database.statements()).isEqualTo(1);
    assertThat(inbox).extracting(Notice::about).containsExactly(keyResult(), objective());
    assertThat(inbox).extracting(Notice::text).containsExactly("", "Hello");
    assertThat(inbox).extracting(Notice::at).containsOnly(NOW);
    assertThat(inbox).extracting(Notice::byKey).containsOnly("anna");
    assertThat(notices.of(ANNA, Optional.empty(), 10)).isEmpty();
    assertThat(notices.of(BERT, Optional.of(inbox.get(0).id()), 10)).containsExactly(inbox.get(1));

    NewNotice impossible = new NewNotice("bert", Notice.Kind.REPLY, objective(), "x".repeat(500));
    assertThatThrownBy(
            () -> threads.add(new NewRemark(objective(), "Lost"), List.of(impossible), BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(threads.of(Subject.objective(objectiveId), Optional.empty(), 10)).isEmpty();
  }

  @Test
  public void countsWhatIsUnreadByWhoMaySeeIt() {
    long secret = rows.objective(3, Optional.empty(), Visibility.PRIVATE);
    followers.add(secret, BERT, BY_ANNA);
    Item hidden = items.item(Subject.objective(secret), BERT).orElseThrow();
    threads.add(
        new NewRemark(keyResult(), "Hello"),
        List.of(
            new NewNotice("bert", Notice.Kind.MENTION, objective(), "a"),
            new NewNotice("bert", Notice.Kind.REPLY, keyResult(), "b"),
            new NewNotice("bert", Notice.Kind.REPLY, hidden, "c")),
        BY_ANNA);
    Notices.Unread open =
        new Notices.Unread(new Audience(2, Visibility.UNIT_VIEWERS, "anna", false), 2);
    Notices.Unread ofSecret =
        new Notices.Unread(new Audience(3, Visibility.PRIVATE, "anna", true), 1);
    database.statements();
    assertThat(notices.unread(BERT)).containsExactlyInAnyOrder(open, ofSecret);
    assertThat(database.statements()).isEqualTo(1);
    Notice newest = notices.of(BERT, Optional.empty(), 1).get(0);
    assertThat(newest.read()).isFalse();
    assertThat(notices.read(ANNA, newest.id())).isFalse();
    assertThat(notices.read(BERT, newest.id())).isTrue();
    assertThat(notices.read(BERT, newest.id())).isTrue();
    assertThat(notices.of(BERT, Optional.empty(), 1).get(0).read()).isTrue();
    assertThat(notices.unread(BERT)).containsExactly(open);
    notices.readAll(BERT);
    assertThat(notices.unread(BERT)).isEmpty();
  }

  @Test
  public void aRemarkMovesWithItsKeyResult() {
    threads.add(
        new NewRemark(keyResult(), "Hello"),
        List.of(new NewNotice("bert", Notice.Kind.REPLY, keyResult(), "b")),
        BY_ANNA);
    long other = rows.objective(7, Optional.empty(), Visibility.PRIVATE);
    database
        .database()
        .write(
            session ->
                session.update(
                    "update {KEY_RESULT} set [OBJECTIVE_ID] = ? where [ID] = ?",
                    other,
                    keyResultId));
    Notice moved = notices.of(BERT, Optional.empty(), 1).get(0);
    assertThat(moved.about().objectiveId()).contains(other);
    assertThat(moved.about().audience())
        .isEqualTo(new Audience(7, Visibility.PRIVATE, "anna", false));
    assertThat(threads.of(Subject.keyResult(keyResultId), Optional.empty(), 10)).hasSize(1);
  }

  @Test
  public void followsOnce() {
    Person longest = new Person("k".repeat(255));
    Person twin = new Person("k".repeat(254) + "l");
    followers.add(objectiveId, BERT, BY_ANNA);
    followers.add(objectiveId, BERT, BY_BERT);
    followers.add(objectiveId, longest, BY_ANNA);
    followers.add(objectiveId, twin, BY_ANNA);
    assertThat(followers.of(objectiveId))
        .containsExactlyInAnyOrder("bert", longest.key(), twin.key());
    assertThat(items.item(Subject.objective(objectiveId), BERT).orElseThrow().audience().followed())
        .isTrue();
    followers.remove(objectiveId, BERT);
    followers.remove(objectiveId, BERT);
    assertThat(followers.of(objectiveId)).containsExactlyInAnyOrder(longest.key(), twin.key());
  }

  @Test
  public void followsOnceWhenTheSamePersonComesTwiceAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> follow =
          () -> {
            followers.add(objectiveId, BERT, BY_BERT);
            return null;
          };
      for (Future<Void> each : executor.invokeAll(List.of(follow, follow, follow, follow))) {
        each.get();
      }
    } finally {
      executor.shutdown();
    }
    assertThat(followers.of(objectiveId)).isEqualTo(Set.of("bert"));
  }

  @Test
  public void inheritsAnnotationsDownwards() {
    long year = rows.cycle(Optional.empty());
    long half = rows.cycle(Optional.of(year));
    long quarter = rows.cycle(Optional.of(half));
    long other = rows.cycle(Optional.empty());
    long inQuarter = rows.objective(2, Optional.of(quarter), Visibility.UNIT_VIEWERS);
    long ofIt = rows.keyResult(inQuarter, Source.MANUAL);
    annotate(Place.Kind.UNIT, 1, "company");
    annotate(Place.Kind.UNIT, 2, "team");
    annotate(Place.Kind.UNIT, 3, "other team");
    annotate(Place.Kind.CYCLE, year, "year");
    annotate(Place.Kind.CYCLE, half, "half");
    annotate(Place.Kind.CYCLE, quarter, "quarter");
    annotate(Place.Kind.CYCLE, other, "other cycle");
    annotate(Place.Kind.OBJECTIVE, inQuarter, "objective");
    annotate(Place.Kind.OBJECTIVE, objectiveId, "other objective");
    annotate(Place.Kind.KEY_RESULT, ofIt, "key result");
    annotate(Place.Kind.KEY_RESULT, keyResultId, "other key result");
    Item item = items.item(Subject.keyResult(ofIt), ANNA).orElseThrow();
    database.statements();
    assertThat(annotations.of(item, List.of(2L, 1L)))
        .extracting(Annotation::text)
        .containsExactly("key result", "objective", "quarter", "half", "year", "team", "company");
    assertThat(database.statements()).isEqualTo(1);
    Item itself = items.item(Subject.objective(inQuarter), ANNA).orElseThrow();
    assertThat(annotations.of(itself, List.of(2L, 1L)))
        .extracting(Annotation::text)
        .containsExactly("objective", "quarter", "half", "year", "team", "company");
    assertThat(annotations.ofCycle(half, List.of(2L, 1L)))
        .extracting(Annotation::text)
        .containsExactly("half", "year", "team", "company");
    assertThat(annotations.ofUnit(List.of(1L)))
        .extracting(Annotation::text)
        .containsExactly("company");
    assertThat(annotations.of(objective(), List.of(2L)))
        .extracting(Annotation::text)
        .containsExactly("other objective", "team");
  }

  @Test
  public void readsAtOnceWhatTouchesAnyOfSomeObjectives() {
    long quarter = rows.cycle(Optional.empty());
    long ofIt = rows.keyResult(objectiveId, Source.MANUAL);
    long other = rows.objective();
    annotate(Place.Kind.UNIT, 2, "team");
    annotate(Place.Kind.UNIT, 3, "other team");
    annotate(Place.Kind.CYCLE, quarter, "quarter");
    annotate(Place.Kind.OBJECTIVE, objectiveId, "objective");
    annotate(Place.Kind.OBJECTIVE, other, "other objective");
    annotate(Place.Kind.KEY_RESULT, ofIt, "key result");
    annotate(Place.Kind.KPI, 7, "one");
    annotate(Place.Kind.KPI, 8, "another");
    database.statements();

    assertThat(annotations.around(List.of(objectiveId), List.of(7L), quarter, List.of(2L)))
        .extracting(Annotation::text)
        .containsExactly("one", "key result", "objective", "quarter", "team");
    assertThat(database.statements()).isEqualTo(1);
    assertThat(annotations.around(List.of(), List.of(), quarter, List.of(2L)))
        .extracting(Annotation::text)
        .containsExactly("quarter", "team");
  }

  @Test
  public void anEventOfOneKpiIsNoneOfAnother() {
    annotate(Place.Kind.UNIT, 2, "team");
    annotate(Place.Kind.KPI, 7, "one");
    annotate(Place.Kind.KPI, 8, "other");

    assertThat(annotations.of(Item.ofKpi(7, "KPI-7", "Calm", "anna", 2), List.of(2L, 1L)))
        .extracting(Annotation::text)
        .containsExactly("one", "team");
    assertThat(annotations.ofUnit(List.of(2L)))
        .extracting(Annotation::text)
        .containsExactly("team");
  }

  @Test
  public void anEventIsChangedTakenAwayAndPutBack() {
    annotate(Place.Kind.KPI, 7, "Outage");
    Item item = Item.ofKpi(7, "KPI-7", "Calm", "anna", 2);
    Annotation written = annotations.of(item, List.of(2L)).get(0);
    Annotation other =
        new Annotation(
            written.id(),
            written.on(),
            "Sale",
            LocalDate.parse("2026-11-01"),
            Optional.of(LocalDate.parse("2026-11-02")),
            written.byKey(),
            written.at(),
            1,
            true);
    assertThat(annotations.lastEditor(written.id())).contains("anna");

    Annotation away = annotations.save(other, BY_BERT).orElseThrow();

    assertThat(away.version()).isEqualTo(2);
    assertThat(away.text()).isEqualTo("Sale");
    assertThat(away.removed()).isTrue();
    assertThat(annotations.of(item, List.of(2L))).isEmpty();
    assertThat(annotations.annotation(written.id())).contains(away);
    assertThat(annotations.lastEditor(written.id())).contains("bert");
    assertThat(annotations.save(other, BY_BERT)).isEmpty();
    Annotation back =
        new Annotation(
            away.id(), away.on(), "Sale", away.first(), away.last(), "anna", away.at(), 2, false);
    assertThat(annotations.save(back, BY_ANNA)).isPresent();
    assertThat(annotations.of(item, List.of(2L))).hasSize(1);
    assertThat(annotations.annotation(999)).isEmpty();
  }

  private void annotate(Place.Kind kind, long id, String text) {
    annotations.add(
        new Place(kind, id), text, LocalDate.parse("2026-11-20"), Optional.empty(), BY_ANNA);
  }

  @Test
  public void keepsHowLongAnEventLasted() {
    Annotation added =
        annotations.add(
            new Place(Place.Kind.UNIT, 2),
            "Sale <i>",
            LocalDate.parse("2026-11-20"),
            Optional.of(LocalDate.parse("2026-11-27")),
            BY_ANNA);
    assertThat(annotations.ofUnit(List.of(2L))).containsExactly(added);
  }

  @Test
  public void keepsABlockerAndChangesItOnceForAVersion() {
    NewBlocker blocker =
        new NewBlocker(
            keyResult(), "No servers", "anna", "", LocalDate.parse("2026-11-12"), Optional.of(7L));
    NewNotice told = new NewNotice("bert", Notice.Kind.BLOCKER, keyResult(), "No servers");
    long id = blockers.add(blocker, List.of(told), BY_ANNA);
    Blocker stored = blockers.blocker(id, ANNA).orElseThrow();
    assertThat(stored)
        .isEqualTo(
            new Blocker(
                id,
                keyResult(),
                "No servers",
                "anna",
                "",
                LocalDate.parse("2026-11-12"),
                Optional.of(7L),
                Optional.empty(),
                1));
    assertThat(notices.of(BERT, Optional.empty(), 10)).hasSize(1);
    Blocker changed =
        new Blocker(
            id,
            keyResult(),
            "Solved",
            "bert",
            "Purchasing",
            LocalDate.parse("2026-11-13"),
            Optional.empty(),
            Optional.of(new Blocker.Resolved("bert", BY_BERT.when())),
            1);
    assertThat(blockers.change(changed, List.of(told), BY_BERT)).isTrue();
    assertThat(blockers.change(changed, List.of(told), BY_ANNA)).isFalse();
    assertThat(blockers.lastEditor(id)).contains("bert");
    assertThat(blockers.blocker(id, ANNA).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(changed);
    assertThat(blockers.blocker(id, ANNA).orElseThrow().version()).isEqualTo(2);
    assertThat(notices.of(BERT, Optional.empty(), 10)).hasSize(2);
    assertThat(blockers.blocker(99, ANNA)).isEmpty();
  }

  @Test
  public void listsTheBlockersOfAUnitByOneStatement() {
    long elsewhere = rows.objective(3, Optional.empty(), Visibility.UNIT_VIEWERS);
    long first = block(objective());
    long second = block(keyResult());
    block(items.item(Subject.objective(elsewhere), ANNA).orElseThrow());
    database.statements();
    assertThat(blockers.ofUnit(2, ANNA, Optional.empty(), 10))
        .extracting(Blocker::id)
        .containsExactly(second, first);
    assertThat(database.statements()).isEqualTo(1);
    assertThat(blockers.of(Subject.objective(objectiveId), ANNA, Optional.empty(), 10))
        .extracting(Blocker::id)
        .containsExactly(second, first);
    assertThat(blockers.of(Subject.keyResult(keyResultId), ANNA, Optional.empty(), 10))
        .extracting(Blocker::id)
        .containsExactly(second);
    assertThat(blockers.ofUnit(2, ANNA, Optional.of(second), 10))
        .extracting(Blocker::id)
        .containsExactly(first);
    assertThat(blockers.ofUnit(2, ANNA, Optional.empty(), 1)).hasSize(1);
  }

  @Test
  public void tellsOfWhichIssuesItIsBlocked() {
    blockers.add(blockedBy(7), List.of(), BY_ANNA);
    long over = blockers.add(blockedBy(8), List.of(), BY_ANNA);
    block(keyResult());
    Blocker resolved = blockers.blocker(over, ANNA).orElseThrow();
    blockers.change(
        new Blocker(
            over,
            resolved.about(),
            resolved.text(),
            resolved.ownerKey(),
            resolved.neededFrom(),
            resolved.since(),
            resolved.issueId(),
            Optional.of(new Blocker.Resolved("anna", NOW)),
            resolved.version()),
        List.of(),
        BY_ANNA);
    StoredBlocked blocked = new StoredBlocked(database.database());
    assertThat(blocked.since(keyResultId, BY_ANNA.when())).isEmpty();
    database.statements();

    assertThat(blocked.since(keyResultId, BY_ANNA.when().minusSeconds(1)))
        .containsExactly(new WorkHistory.Event(WorkHistory.Kind.BLOCKED, 7, BY_ANNA.when()));
    assertThat(database.statements()).isEqualTo(1);
  }

  private NewBlocker blockedBy(long issueId) {
    return new NewBlocker(
        keyResult(), "No", "anna", "x", LocalDate.parse("2026-11-12"), Optional.of(issueId));
  }

  private long block(Item item) {
    return blockers.add(
        new NewBlocker(item, "No", "anna", "x", LocalDate.parse("2026-11-12"), Optional.empty()),
        List.of(),
        BY_ANNA);
  }

  @Test
  public void keepsDecisionsOfUnitsAndAboutObjectives() {
    LocalDate day = LocalDate.parse("2026-11-20");
    long ofUnit = decisions.add(new NewDecision(2, Optional.empty(), "Stop", "", day), BY_ANNA);
    long about =
        decisions.add(
            new NewDecision(2, Optional.of(objectiveId), "Go on", "It works", day), BY_ANNA);
    decisions.add(new NewDecision(3, Optional.empty(), "Elsewhere", "", day), BY_ANNA);
    database.statements();
    Decision onObjective =
        new Decision(about, 2, Optional.of(objective()), "Go on", "It works", day, "anna", NOW);
    database.statements();
    assertThat(decisions.ofUnit(2, ANNA, Optional.empty(), 10))
        .containsExactly(
            onObjective, new Decision(ofUnit, 2, Optional.empty(), "Stop", "", day, "anna", NOW));
    assertThat(database.statements()).isEqualTo(1);
    assertThat(decisions.ofObjective(objectiveId, ANNA, Optional.empty(), 10))
        .containsExactly(onObjective);
    assertThat(decisions.ofUnit(2, ANNA, Optional.of(about), 10)).hasSize(1);
    assertThat(decisions.ofUnit(2, ANNA, Optional.empty(), 1)).hasSize(1);
  }
}
