package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.ActState;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.Letter;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.NewLetter;
import io.bearings.connect.acts.News;
import io.bearings.connect.acts.Outcome;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.NewKpi;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.talk.Item;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Acts, letters, secrets, the log of calls and notices about KPIs, on each database. */
@RunWith(Parameterized.class)
public class StoredActsTest {
  private static final Instant NOW = SampleKpis.NOW;
  private static final Instant QUIET = NOW.minus(Duration.ofHours(1));
  private static final Person BERT = new Person("bert");
  private static final Deed.CreateIssue ISSUE =
      new Deed.CreateIssue("OPS", "Bug", "Red \u00e9", "Why\nnot");
  private static final Deed.Comment COMMENT = new Deed.Comment("OPS-1", "Red");
  private static final Deed.Call CALL = new Deed.Call("https://example.com/h", "{\"a\":1}");
  private static final Deed.Tell TELL = new Deed.Tell(List.of("anna", "bert"), List.of("stan"));

  private final TestDatabase database;
  private final StoredActs acts;
  private final StoredOutbox outbox;
  private final StoredNotices notices;
  private KpiSheet sheet;

  public StoredActsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    acts = new StoredActs(database.database());
    outbox = new StoredOutbox(database.database());
    notices = new StoredNotices(database.database(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void kpi() {
    sheet =
        new StoredKpiSheets(database.database())
            .add(new NewKpi(2, SampleKpis.named("Calm")), SampleKpis.BY_ANNA);
  }

  @After
  public void close() {
    database.close();
  }

  private News news(Happening happening, String mark, Map<Integer, Deed> deeds) {
    Item about = Item.ofKpi(sheet.id(), sheet.key(), "Calm", "anna", 2);
    return new News(
        sheet.id(),
        5,
        happening,
        mark,
        "anna",
        TELL,
        List.of(new NewNotice("bert", Notice.Kind.BREACH_OPENED, about, "12 h")),
        List.of(new NewLetter("bert", "Red", "Value: 12 h", "https://jira/7")),
        deeds,
        NOW);
  }

  private News opened() {
    return news(Happening.OPENED, "", Map.of(0, ISSUE, 1, COMMENT, 2, CALL));
  }

  private Act one(Class<? extends Deed> kind) {
    return acts.ofBreach(5).stream()
        .filter(act -> kind.isInstance(act.deed()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void writesAllDownInOneGoAndOnce() {
    assertThat(acts.begin(opened())).isTrue();
    assertThat(acts.begin(opened())).isFalse();

    List<Act> written = acts.ofBreach(5);
    assertThat(written).extracting(Act::deed).containsExactly(TELL, ISSUE, COMMENT, CALL);
    assertThat(written).extracting(Act::index).containsExactly(Act.TELLING, 0, 1, 2);
    assertThat(written.get(0).state()).isEqualTo(ActState.DONE);
    assertThat(written.get(1))
        .isEqualTo(
            new Act(
                written.get(1).id(),
                sheet.id(),
                5,
                0,
                Happening.OPENED,
                "anna",
                ISSUE,
                ActState.WAITING,
                "",
                0,
                Optional.of(NOW),
                NOW));
    assertThat(acts.act(written.get(1).id())).contains(written.get(1));
    assertThat(notices.of(BERT, Optional.empty(), 10)).hasSize(1);
    assertThat(acts.ofBreach(6)).isEmpty();
  }

  @Test
  public void anIssueIsOfTheBreachAndACallOfTheNews() {
    acts.begin(opened());
    assertThat(acts.begin(news(Happening.REOPENED, "1", Map.of(0, ISSUE, 2, CALL)))).isTrue();
    assertThat(acts.begin(news(Happening.REOPENED, "2", Map.of(2, CALL)))).isTrue();

    assertThat(acts.ofBreach(5))
        .extracting(Act::deed)
        .containsExactly(TELL, ISSUE, COMMENT, CALL, TELL, CALL, TELL, CALL);
  }

  @Test
  public void isTakenByOneOnly() {
    acts.begin(opened());
    Act issue = acts.due(NOW, 10).get(0);
    assertThat(acts.due(NOW, 10)).hasSize(3);
    assertThat(acts.due(NOW.minusMillis(1), 10)).isEmpty();

    assertThat(acts.take(issue, NOW)).isTrue();
    assertThat(acts.take(issue, NOW)).isFalse();
    assertThat(acts.due(NOW, 10)).hasSize(2);
    assertThat(one(Deed.CreateIssue.class).state()).isEqualTo(ActState.UNDER_WAY);
    assertThat(one(Deed.CreateIssue.class).tries()).isEqualTo(1);
  }

  @Test
  public void keepsWhatCameOfIt() {
    acts.begin(opened());
    settled(Deed.CreateIssue.class, new Outcome.Created("OPS-9", 9), ActState.DONE, "OPS-9");
    settled(
        Deed.Comment.class, new Outcome.Refused("No\u0000\nright"), ActState.REFUSED, "No right");
    settled(
        Deed.Call.class,
        new Outcome.Later("x".repeat(500), NOW.plusSeconds(60)),
        ActState.WAITING,
        "x".repeat(400));
    Act call = one(Deed.Call.class);
    assertThat(acts.due(NOW, 10)).isEmpty();
    assertThat(acts.due(NOW.plusSeconds(60), 10)).containsExactly(call);
    settled(Deed.Call.class, new Outcome.GivenUp("500"), ActState.GIVEN_UP, "500");
    assertThat(one(Deed.Call.class).tries()).isEqualTo(2);
  }

  private void settled(Class<? extends Deed> kind, Outcome outcome, ActState state, String result) {
    assertThat(acts.take(one(kind), NOW)).isTrue();
    acts.settle(one(kind).id(), outcome, NOW);
    assertThat(one(kind).state()).isEqualTo(state);
    assertThat(one(kind).result()).isEqualTo(result);
  }

  @Test
  public void ofWhatANodeLeftBehindOnlyCallsAreRepeated() {
    acts.begin(opened());
    acts.due(NOW, 10).forEach(each -> acts.take(each, NOW));

    acts.settleAbandoned(NOW, NOW);
    assertThat(acts.due(NOW, 10)).isEmpty();
    acts.settleAbandoned(NOW.plusMillis(1), NOW);

    assertThat(acts.due(NOW, 10)).extracting(Act::deed).containsExactly(CALL);
    assertThat(one(Deed.CreateIssue.class).state()).isEqualTo(ActState.UNCLEAR);
    assertThat(one(Deed.Comment.class).state()).isEqualTo(ActState.UNCLEAR);
    // Whoever took it comes too late to say how it went.
    acts.settle(one(Deed.Comment.class).id(), new Outcome.Done("OPS-1"), NOW);
    assertThat(one(Deed.Comment.class).state()).isEqualTo(ActState.UNCLEAR);
  }

  @Test
  public void isDoneAgainWhenSomebodySaysSoAndOnce() {
    acts.begin(opened());
    settled(Deed.CreateIssue.class, new Outcome.Refused("No"), ActState.REFUSED, "No");
    long id = one(Deed.CreateIssue.class).id();

    assertThat(acts.again(id, ActState.REFUSED, NOW.plusSeconds(5))).isTrue();
    assertThat(acts.again(id, ActState.REFUSED, NOW)).isFalse();
    assertThat(one(Deed.CreateIssue.class).nextAt()).contains(NOW.plusSeconds(5));
    assertThat(one(Deed.CreateIssue.class).tries()).isZero();
  }

  @Test
  public void whatIsCalledOffIsNotDoneButSystemsHearOfBoth() {
    acts.begin(opened());
    acts.callOff(5);

    assertThat(acts.due(NOW, 10)).extracting(Act::deed).containsExactly(CALL);
    assertThat(one(Deed.CreateIssue.class).state()).isEqualTo(ActState.CALLED_OFF);
  }

  @Test
  public void aNoticeLeadsToTheKpiAsItIsNow() {
    acts.begin(opened());

    Notice notice = notices.of(BERT, Optional.empty(), 10).get(0);
    assertThat(notice.kind()).isEqualTo(Notice.Kind.BREACH_OPENED);
    assertThat(notice.about()).isEqualTo(Item.ofKpi(sheet.id(), sheet.key(), "Calm", "anna", 2));
    assertThat(notice.text()).isEqualTo("12 h");
    assertThat(notice.byKey()).isEqualTo("anna");
    assertThat(notices.unread(BERT))
        .singleElement()
        .satisfies(
            unread -> {
              assertThat(unread.count()).isEqualTo(1);
              assertThat(unread.audience().unitId()).isEqualTo(2);
            });
    notices.readAll(BERT);
    assertThat(notices.unread(BERT)).isEmpty();
  }

  @Test
  public void lettersAreTakenTogetherAndThenRestForAnHour() {
    acts.begin(opened());
    acts.begin(news(Happening.ESCALATED, "", Map.of()));
    assertThat(outbox.waiting(NOW, QUIET, 10)).containsExactly("bert");

    List<Letter> taken = outbox.take("bert", NOW, QUIET, 10);
    assertThat(taken).hasSize(2);
    assertThat(taken.get(0).unitId()).isEqualTo(2);
    assertThat(taken.get(0).content())
        .isEqualTo(new NewLetter("bert", "Red", "Value: 12 h", "https://jira/7"));
    assertThat(outbox.take("bert", NOW, QUIET, 10)).isEmpty();

    acts.begin(news(Happening.CLOSED, "1", Map.of()));
    assertThat(outbox.waiting(NOW, QUIET, 10)).isEmpty();
    Instant later = NOW.plus(Duration.ofHours(1));
    assertThat(outbox.waiting(later, NOW, 10)).containsExactly("bert");
    assertThat(outbox.take("bert", later, NOW, 10)).hasSize(1);
  }

  @Test
  public void lettersThatWereNotSentWaitAgain() {
    acts.begin(opened());
    long id = outbox.take("bert", NOW, QUIET, 10).get(0).id();

    outbox.putBack(List.of(id), NOW.plusSeconds(60));

    assertThat(outbox.waiting(NOW, QUIET, 10)).isEmpty();
    assertThat(outbox.take("bert", NOW.plusSeconds(60), QUIET, 10))
        .extracting(Letter::tries)
        .containsExactly(1);
    outbox.forgetSent(NOW.plusSeconds(61));
    assertThat(outbox.waiting(NOW.plus(Duration.ofDays(1)), NOW, 10)).isEmpty();
  }

  @Test
  public void withoutMailTheyAreDropped() {
    acts.begin(opened());

    assertThat(outbox.drop()).isEqualTo(1);
    assertThat(outbox.drop()).isZero();
  }

  @Test
  public void theLogOfCallsHasTheNewestFirst() {
    StoredDeliveries deliveries = new StoredDeliveries(database.database());
    Deliveries.Delivery taken =
        new Deliveries.Delivery(
            1,
            7,
            Happening.OPENED,
            "https://e/h",
            NOW,
            12,
            new Network.Answer(Optional.of(204), ""));
    Deliveries.Delivery silent =
        new Deliveries.Delivery(
            1,
            7,
            Happening.CLOSED,
            "https://e/h",
            NOW.plusSeconds(1),
            9,
            new Network.Answer(Optional.empty(), "no\nsuch host"));
    deliveries.add(taken);
    deliveries.add(silent);

    List<Deliveries.Entry> log = deliveries.ofKpi(7, Long.MAX_VALUE, 10);
    assertThat(log).hasSize(2);
    assertThat(log.get(0).delivery().answer().note()).isEqualTo("no such host");
    assertThat(log.get(1).delivery()).isEqualTo(taken);
    assertThat(deliveries.ofKpi(7, log.get(0).id(), 10)).hasSize(1);
    assertThat(deliveries.ofKpi(8, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(deliveries.all(Long.MAX_VALUE, 10)).isEqualTo(log);
    assertThat(deliveries.all(Long.MAX_VALUE, 1)).containsExactly(log.get(0));
    assertThat(deliveries.all(log.get(0).id(), 10)).containsExactly(log.get(1));
    deliveries.forget(NOW.plusSeconds(1));
    assertThat(deliveries.ofKpi(7, Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  public void aKpiHasOneSecret() {
    StoredSecrets secrets = new StoredSecrets(database.database());
    assertThat(secrets.ofKpi(7)).isEmpty();
    secrets.addIfAbsent(7, "one", NOW);
    secrets.addIfAbsent(7, "two", NOW);
    assertThat(secrets.ofKpi(7)).contains("one");
    secrets.replace(7, "three", NOW);
    assertThat(secrets.ofKpi(7)).contains("three");
    assertThat(secrets.ofKpi(8)).isEmpty();
  }

  @Test
  public void aFailureOfTheDatabaseIsNotTakenForWrittenDown() {
    News broken =
        new News(
            sheet.id(),
            5,
            Happening.OPENED,
            "x".repeat(300),
            "anna",
            TELL,
            List.of(),
            List.of(),
            Map.of(),
            NOW);
    assertThatThrownBy(() -> acts.begin(broken)).isInstanceOf(Refusal.Unavailable.class);
    assertThat(acts.ofBreach(5)).isEmpty();
  }

  @Test
  public void isTheEleventhModel() {
    assertThat(new Outbox011().getModelVersion()).isEqualTo(ModelVersion.valueOf("11"));
  }
}
