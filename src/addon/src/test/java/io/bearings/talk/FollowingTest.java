package io.bearings.talk;

import static io.bearings.talk.Team.ANNA;
import static io.bearings.talk.Team.BERT;
import static io.bearings.talk.Team.BY_ANNA;
import static io.bearings.talk.Team.LEA;
import static io.bearings.talk.Team.NOW;
import static io.bearings.talk.Team.STAN;
import static io.bearings.talk.Team.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class FollowingTest {
  private final Team team = new Team();
  private final Followers followers = mock(Followers.class);
  private final Following following = new Following(team.sight, followers, team.people, Team.CLOCK);

  @Test
  public void whoeverMaySeeAnObjectiveMayFollowIt() {
    following.follow(VERA, 12);
    verify(followers).add(12, VERA, new Edit(VERA, NOW));
    following.unfollow(VERA, 12);
    verify(followers).remove(12, VERA);
  }

  @Test
  public void nobodyGetsIntoAPrivateObjectiveByFollowingIt() {
    for (Person who : List.of(BERT, VERA, STAN)) {
      assertThatThrownBy(() -> following.follow(who, 13)).isInstanceOf(Refusal.NotFound.class);
      assertThatThrownBy(() -> following.unfollow(who, 13)).isInstanceOf(Refusal.NotFound.class);
      assertThatThrownBy(() -> following.followers(who, 13)).isInstanceOf(Refusal.NotFound.class);
      assertThatThrownBy(() -> following.letFollow(who, 13, BERT))
          .isInstanceOf(Refusal.NotFound.class);
    }
    verifyNoInteractions(followers);
  }

  @Test
  public void itsOwnerAndTheLeadLetOthersIn() {
    following.letFollow(ANNA, 13, BERT);
    verify(followers).add(13, BERT, BY_ANNA);
    following.letGo(LEA, 13, BERT);
    verify(followers).remove(13, BERT);
    when(followers.of(13)).thenReturn(Set.of("lea", "bert"));
    assertThat(following.followers(ANNA, 13)).containsExactly("bert", "lea");
  }

  @Test
  public void aFollowerMayNotLetOthersIn() {
    team.followersOfSecret.add("bert");
    assertThatThrownBy(() -> following.letFollow(BERT, 13, VERA))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> following.letGo(BERT, 13, VERA)).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void letsNobodyInWhoMayNotSeeTheUnit() {
    for (String key : List.of("stan", "nobody")) {
      Refusal.Invalid refusal =
          catchThrowableOfType(
              Refusal.Invalid.class, () -> following.letFollow(ANNA, 13, new Person(key)));
      assertThat(refusal.fields())
          .containsEntry("person", Message.of("bearings.error.mayNotSee", key));
    }
    verifyNoInteractions(followers);
  }
}
