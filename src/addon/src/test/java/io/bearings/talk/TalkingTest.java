package io.bearings.talk;

import static io.bearings.talk.Team.ANNA;
import static io.bearings.talk.Team.BY_ANNA;
import static io.bearings.talk.Team.CHECK_IN;
import static io.bearings.talk.Team.KEY_RESULT;
import static io.bearings.talk.Team.NOW;
import static io.bearings.talk.Team.OBJECTIVE;
import static io.bearings.talk.Team.SECRET;
import static io.bearings.talk.Team.STAN;
import static io.bearings.talk.Team.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;

public class TalkingTest {
  private final Team team = new Team();
  private final Threads threads = mock(Threads.class);
  private final Followers followers = mock(Followers.class);
  private final Talking talking =
      new Talking(team.sight, threads, followers, team.people, Team.CLOCK);
  @Captor private ArgumentCaptor<List<NewNotice>> told;

  @Before
  public void anythingCanBeSaid() {
    MockitoAnnotations.openMocks(this);
    when(threads.add(any(), any(), any()))
        .thenAnswer(
            call -> {
              NewRemark remark = call.getArgument(0);
              return new Remark(7, remark.about().subject(), "anna", NOW, remark.text());
            });
  }

  @Test
  public void tellsThoseWhoAreMentionedAndMaySeeIt() {
    Talking.Said said = talking.say(ANNA, OBJECTIVE, " Look [~vera], [~stan] and [~nobody] ");
    assertThat(said.notTold()).containsExactly("stan", "nobody");
    assertThat(said.remark().text()).isEqualTo("Look [~vera], [~stan] and [~nobody]");
    assertThat(notices()).containsExactly(tuple("vera", Notice.Kind.MENTION));
  }

  @Test
  public void tellsOwnerAuthorSpeakersAndFollowersButNotTheWriter() {
    when(threads.speakers(CHECK_IN)).thenReturn(Set.of("vera", "anna"));
    when(followers.of(12)).thenReturn(Set.of("fred"));
    talking.say(ANNA, CHECK_IN, "Well done [~lea]");
    assertThat(notices())
        .containsExactlyInAnyOrder(
            tuple("lea", Notice.Kind.MENTION),
            tuple("bert", Notice.Kind.REPLY),
            tuple("vera", Notice.Kind.REPLY),
            tuple("fred", Notice.Kind.REPLY));
  }

  @Test
  public void mentionsOfAPrivateObjectiveReachFollowersOnly() {
    when(followers.of(13)).thenReturn(Set.of("bert"));
    Talking.Said said = talking.say(ANNA, SECRET, "[~bert] [~vera]");
    assertThat(said.notTold()).containsExactly("vera");
    assertThat(notices()).containsExactly(tuple("bert", Notice.Kind.MENTION));
  }

  @Test
  public void keepsMarkupAsText() {
    talking.say(ANNA, OBJECTIVE, "<script>alert(1)</script> \uD83D\uDE80");
    verify(threads)
        .add(
            new NewRemark(
                team.items.item(OBJECTIVE, ANNA).orElseThrow(),
                "<script>alert(1)</script> \uD83D\uDE80"),
            List.of(),
            BY_ANNA);
  }

  @Test
  public void refusesNoTextTooMuchTextAndTooManyMentions() {
    assertThat(problem("  ")).isEqualTo(Message.of("bearings.error.required"));
    assertThat(problem("x".repeat(2_000_000)))
        .isEqualTo(Message.of("bearings.error.tooLong", 5_000, 2_000_000));
    assertThat(problem("a\u0000b")).isEqualTo(Message.of("bearings.error.character"));
    String many =
        IntStream.rangeClosed(1, 21).mapToObj(i -> "[~p" + i + "]").collect(Collectors.joining());
    assertThat(problem(many)).isEqualTo(Message.of("bearings.error.tooManyMentions", 20));
    verify(threads, never()).add(any(), any(), any());
  }

  private Message problem(String text) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> talking.say(ANNA, OBJECTIVE, text))
        .fields()
        .get("text");
  }

  @Test
  public void refusesSomebodyWhoMayOnlyRead() {
    assertThatThrownBy(() -> talking.say(VERA, KEY_RESULT, "Hello"))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(talking.thread(VERA, KEY_RESULT, Optional.empty()).remarks()).isEmpty();
  }

  @Test
  public void doesNotKnowWhatOneMayNotSee() {
    for (Person who : List.of(STAN, VERA)) {
      assertThatThrownBy(() -> talking.say(who, SECRET, "Hello"))
          .isInstanceOf(Refusal.NotFound.class)
          .hasMessageContaining("O-13");
    }
    assertThatThrownBy(() -> talking.thread(STAN, KEY_RESULT, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-34");
    assertThatThrownBy(() -> talking.thread(ANNA, Subject.checkIn(99), Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("99");
  }

  @Test
  public void readsALongThreadFromItsEnd() {
    when(threads.of(any(), any(), anyInt()))
        .thenReturn(
            LongStream.iterate(300, id -> id - 1)
                .limit(201)
                .mapToObj(id -> new Remark(id, OBJECTIVE, "anna", NOW, "text"))
                .toList());
    Talking.Conversation newest = talking.thread(ANNA, OBJECTIVE, Optional.empty());
    assertThat(newest.remarks()).hasSize(200);
    assertThat(newest.remarks().get(0).id()).isEqualTo(101);
    assertThat(newest.remarks().get(199).id()).isEqualTo(300);
    assertThat(newest.earlier()).contains(101L);
    verify(threads).of(OBJECTIVE, Optional.empty(), 201);
  }

  @Test
  public void saysThatAThreadIsRead() {
    when(threads.of(any(), any(), anyInt()))
        .thenReturn(List.of(new Remark(5, OBJECTIVE, "anna", NOW, "[~bert]")));
    Talking.Conversation all = talking.thread(ANNA, OBJECTIVE, Optional.of(9L));
    assertThat(all.earlier()).isEmpty();
    assertThat(all.remarks().get(0).mentions()).containsExactly("bert");
    verify(threads).of(OBJECTIVE, Optional.of(9L), 201);
  }

  private List<Tuple> notices() {
    verify(threads).add(any(), told.capture(), any());
    List<Tuple> notices = new ArrayList<>();
    told.getValue().forEach(each -> notices.add(tuple(each.toKey(), each.kind())));
    return notices;
  }
}
