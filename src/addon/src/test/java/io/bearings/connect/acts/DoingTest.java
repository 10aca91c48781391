package io.bearings.connect.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class DoingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Deed.CreateIssue ISSUE = new Deed.CreateIssue("OPS", "Bug", "Red", "");
  private static final Deed.Comment COMMENT = new Deed.Comment("OPS-1", "Red");
  private static final Deed.Call CALL = new Deed.Call("https://example.com/hook", "{}");

  private final Acts acts = mock(Acts.class);
  private final IssueDesk desk = mock(IssueDesk.class);
  private final Calling calling = mock(Calling.class);
  private final Doing doing = new Doing(acts, desk, calling, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void taken() {
    when(acts.take(any(), any())).thenReturn(true);
  }

  private static Act act(long id, Deed deed, int tries) {
    return new Act(
        id,
        7,
        5,
        0,
        Happening.OPENED,
        "anna",
        deed,
        ActState.WAITING,
        "",
        tries,
        Optional.of(NOW),
        NOW);
  }

  private void due(Act... all) {
    when(acts.due(eq(NOW), anyInt())).thenReturn(List.of(all));
  }

  @Test
  public void writesAsTheOwner() {
    due(act(1, ISSUE, 0), act(2, COMMENT, 0));
    when(desk.create(new Person("anna"), ISSUE)).thenReturn(new Outcome.Created("OPS-9", 9));
    when(desk.comment(new Person("anna"), COMMENT)).thenReturn(new Outcome.Refused("No"));

    assertThat(doing.round(() -> false)).isEqualTo(2);

    verify(acts).settleAbandoned(NOW.minus(Duration.ofMinutes(15)), NOW);
    verify(acts).settle(1, new Outcome.Created("OPS-9", 9), NOW);
    verify(acts).settle(2, new Outcome.Refused("No"), NOW);
  }

  @Test
  public void leavesAloneWhatSomebodyElseTook() {
    due(act(1, ISSUE, 0));
    when(acts.take(any(), any())).thenReturn(false);

    assertThat(doing.round(() -> false)).isZero();

    verifyNoInteractions(desk);
    verify(acts, never()).settle(eq(1L), any(), any());
  }

  @Test
  public void doesNotRepeatWhatMayHaveBeenDone() {
    due(act(1, ISSUE, 0), act(2, COMMENT, 0));
    when(desk.create(any(), any())).thenThrow(new IllegalStateException("a listener failed"));
    when(desk.comment(any(), any())).thenReturn(new Outcome.Done("OPS-1"));

    doing.round(() -> false);

    verify(acts).settle(1, new Outcome.Unclear("a listener failed"), NOW);
    verify(acts).settle(2, new Outcome.Done("OPS-1"), NOW);
  }

  @Test
  public void callsAgainAfterAWhileAndGivesUpInTheEnd() {
    due(act(1, CALL, 0));
    when(calling.call(any(), any())).thenReturn(new Calling.Answer(false, "500"));
    doing.round(() -> false);
    verify(acts).settle(1, new Outcome.Later("500", NOW.plus(Duration.ofMinutes(1))), NOW);

    due(act(2, CALL, 9));
    doing.round(() -> false);
    verify(acts).settle(2, new Outcome.GivenUp("500"), NOW);
  }

  @Test
  public void whoDoesNotAnswerHoldsUpNobodyElse() {
    Deed.Call other = new Deed.Call("https://other.example/hook", "{}");
    due(act(1, CALL, 0), act(2, CALL, 0), act(3, other, 0), act(4, ISSUE, 0));
    when(calling.call(any(), eq(CALL))).thenReturn(new Calling.Answer(false, "no answer"));
    when(calling.call(any(), eq(other))).thenReturn(new Calling.Answer(true, "204"));
    when(desk.create(any(), any())).thenReturn(new Outcome.Created("OPS-9", 9));

    assertThat(doing.round(() -> false)).isEqualTo(3);

    verify(acts, never()).settle(eq(2L), any(), any());
    verify(acts).settle(3, new Outcome.Done("204"), NOW);
    verify(acts).settle(4, new Outcome.Created("OPS-9", 9), NOW);
  }

  @Test
  public void oneThatFailsIsToldAfterAllOthersAreDone() {
    due(act(1, ISSUE, 0), act(2, COMMENT, 0));
    when(acts.take(any(), any()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .thenReturn(true);
    when(desk.comment(any(), any())).thenReturn(new Outcome.Done("OPS-1"));

    assertThatThrownBy(() -> doing.round(() -> false)).isInstanceOf(Refusal.Unavailable.class);

    verify(acts).settle(2, new Outcome.Done("OPS-1"), NOW);
  }

  @Test
  public void beginsNothingWhileTheAddOnStops() {
    due(act(1, ISSUE, 0));

    assertThat(doing.round(() -> true)).isZero();
    verify(acts, never()).take(any(), any());
  }

  @Test
  public void waitsTwiceAsLongEachTimeButNotForEver() {
    assertThat(Doing.wait(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Doing.wait(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(Doing.wait(40)).isEqualTo(Duration.ofHours(6));
  }
}
