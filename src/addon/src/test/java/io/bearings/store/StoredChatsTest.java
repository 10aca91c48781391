package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatChannels.NewChannel;
import io.bearings.connect.reminders.ChatKind;
import io.bearings.connect.reminders.ChatOwner;
import io.bearings.connect.reminders.Posts;
import io.bearings.connect.reminders.Posts.Post;
import io.bearings.connect.reminders.Posts.State;
import io.bearings.connect.reminders.Posts.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Channels of chat services and what is posted to them, on each database. */
@RunWith(Parameterized.class)
public class StoredChatsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final ChatOwner ANNA = new ChatOwner.OfPerson("anna");
  private static final ChatOwner UNIT = new ChatOwner.OfUnit(7);

  private final TestDatabase database;
  private final StoredChatChannels channels;
  private final StoredPosts posts;

  public StoredChatsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    channels = new StoredChatChannels(database.database());
    posts = new StoredPosts(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private long channel(ChatOwner owner, boolean on) {
    return channels.add(
        new NewChannel(owner, ChatKind.TEAMS, "Caf\u00e9", on, "x".repeat(3_000), "otto"));
  }

  private ChatChannel stored(long id) {
    return channels.channel(id).orElseThrow();
  }

  @Test
  public void keepsWhatIsSaidOfChannelsAndTheirSealedAddressApart() {
    long mine = channel(ANNA, true);
    long ofUnit = channel(UNIT, true);
    assertThat(channels.of(ANNA))
        .containsExactly(
            new ChatChannel(
                mine, ANNA, ChatKind.TEAMS, "Caf\u00e9", true, Optional.empty(), "otto", 1));
    assertThat(channels.of(UNIT)).extracting(ChatChannel::id).containsExactly(ofUnit);
    assertThat(stored(ofUnit).owner()).isEqualTo(UNIT);
    assertThat(channels.sealedAddress(mine)).contains("x".repeat(3_000));
    assertThat(channels.channel(99)).isEmpty();
    assertThat(channels.of(new ChatOwner.OfPerson("ben"))).isEmpty();
  }

  @Test
  public void changesAndRemovesOnlyWhatNobodyChangedMeanwhile() {
    long id = channel(ANNA, true);
    channels.die(id, NOW);
    ChatChannel renamed =
        new ChatChannel(id, ANNA, ChatKind.TEAMS, "New", false, Optional.empty(), "anna", 1);
    assertThat(channels.change(renamed, Optional.empty())).isTrue();
    assertThat(stored(id))
        .isEqualTo(
            new ChatChannel(id, ANNA, ChatKind.TEAMS, "New", false, Optional.of(NOW), "anna", 2));
    assertThat(channels.change(renamed, Optional.of("y"))).isFalse();
    assertThat(channels.sealedAddress(id)).contains("x".repeat(3_000));
    assertThat(channels.change(stored(id), Optional.of("y"))).isTrue();
    assertThat(channels.sealedAddress(id)).contains("y");
    assertThat(stored(id).deadSince()).as("a new address may work").isEmpty();
    assertThat(channels.remove(id, 2)).isFalse();
    posts.add(Map.of(id, MONDAY), NOW);
    assertThat(channels.remove(id, 3)).isTrue();
    assertThat(channels.channel(id)).isEmpty();
    assertThat(posts.log(id, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  public void aChannelDiesOnceAndLivesAgain() {
    long id = channel(ANNA, true);
    assertThat(channels.gaveUp(id)).isEqualTo(1);
    assertThat(channels.gaveUp(id)).isEqualTo(2);
    assertThat(channels.die(id, NOW)).isTrue();
    assertThat(channels.die(id, LATER)).isFalse();
    assertThat(stored(id).deadSince()).contains(NOW);
    channels.took(id);
    assertThat(stored(id).deadSince()).isEmpty();
    assertThat(channels.gaveUp(id)).isEqualTo(1);
  }

  @Test
  public void knowsWhoHasChannelsThatAreOn() {
    channel(ANNA, true);
    channel(ANNA, true);
    channel(new ChatOwner.OfPerson("ben"), false);
    long ofUnit = channel(UNIT, true);
    channel(UNIT, false);
    assertThat(channels.people()).containsExactly("anna");
    assertThat(channels.ofUnits()).extracting(ChatChannel::id).containsExactly(ofUnit);
  }

  @Test
  public void aChannelHasOnePostADay() {
    long one = channel(ANNA, true);
    long two = channel(ANNA, true);
    channel(ANNA, false);
    channel(new ChatOwner.OfPerson("ben"), true);
    posts.add(Map.of(one, MONDAY), NOW);
    posts.addForPeople(Map.of("anna", MONDAY, "carl", MONDAY), NOW);
    posts.addForPeople(Map.of("anna", MONDAY), NOW);
    List<Waiting> taken = posts.take(NOW, LATER, 10);
    assertThat(taken).extracting(each -> each.channel().id()).containsExactly(one, two);
    assertThat(taken.get(0).sealed()).isEqualTo("x".repeat(3_000));
    assertThat(taken.get(0).slot()).isEqualTo(MONDAY);
    assertThat(taken.get(0).channel()).isEqualTo(stored(one));
    assertThat(posts.take(NOW, LATER, 10)).as("nobody else gets them").isEmpty();
    assertThat(posts.take(LATER, LATER.plusSeconds(1), 1)).hasSize(1);

    posts.add(Map.of(one, MONDAY.plusDays(1)), NOW);
    assertThat(posts.log(one, Long.MAX_VALUE, 10)).hasSize(2);
  }

  @Test
  public void isTriedAgainAndThenAtItsEnd() {
    long channel = channel(ANNA, true);
    posts.add(Map.of(channel, MONDAY), NOW);
    Waiting post = posts.take(NOW, LATER, 10).get(0);
    assertThat(posts.begin(post.id())).isTrue();
    assertThat(posts.begin(post.id())).as("it is being sent").isFalse();
    posts.failed(post.id(), "HTTP 500\nnext line", NOW, NOW.plusSeconds(60));
    assertThat(posts.take(NOW.plusSeconds(59), LATER, 10)).isEmpty();
    assertThat(posts.take(NOW.plusSeconds(60), LATER, 10))
        .extracting(Waiting::tries)
        .containsExactly(1);
    assertThat(posts.log(channel, Long.MAX_VALUE, 10))
        .containsExactly(new Post(post.id(), MONDAY, State.WAITING, 1, "HTTP 500 next line", NOW));
    assertThat(posts.begin(post.id())).isTrue();
    posts.end(post.id(), State.TAKEN, "HTTP 200", LATER);
    assertThat(posts.log(channel, Long.MAX_VALUE, 10))
        .containsExactly(new Post(post.id(), MONDAY, State.TAKEN, 1, "HTTP 200", LATER));
    assertThat(posts.log(channel, post.id(), 10)).isEmpty();
    assertThat(posts.take(LATER.plusSeconds(60), LATER, 10)).isEmpty();
    posts.forget(MONDAY);
    assertThat(posts.log(channel, Long.MAX_VALUE, 10)).hasSize(1);
    posts.forget(MONDAY.plusDays(1));
    assertThat(posts.log(channel, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  public void whatANodeWasSendingWhenItEndedIsLostOnce() {
    long channel = channel(ANNA, true);
    posts.add(Map.of(channel, MONDAY), NOW);
    Waiting post = posts.take(NOW, LATER, 10).get(0);
    posts.begin(post.id());
    assertThat(posts.lose(LATER.minusSeconds(1))).isEmpty();
    assertThat(posts.lose(LATER)).extracting(Waiting::id).containsExactly(post.id());
    assertThat(posts.lose(LATER)).isEmpty();
    assertThat(posts.take(LATER, LATER, Posts.BATCH)).isEmpty();
    assertThat(posts.log(channel, Long.MAX_VALUE, 1))
        .extracting(Post::state)
        .containsExactly(State.LOST);
  }

  @Test
  public void knowsTheLastDayOfEachUnit() {
    long channel = channel(UNIT, true);
    posts.add(Map.of(channel, MONDAY, channel(ANNA, true), MONDAY.plusDays(3)), NOW);
    posts.add(Map.of(channel, MONDAY.plusDays(1)), NOW);
    assertThat(posts.lastOfUnits(MONDAY)).isEqualTo(Map.of(7L, MONDAY.plusDays(1)));
    assertThat(posts.lastOfUnits(MONDAY.plusDays(2))).isEmpty();
  }
}
