package io.bearings.talk;

import static io.bearings.talk.Team.ANNA;
import static io.bearings.talk.Team.BERT;
import static io.bearings.talk.Team.NOW;
import static io.bearings.talk.Team.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Refusal;
import io.bearings.okr.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

public class InboxTest {
  private final Notices notices = mock(Notices.class);
  private final Inbox inbox = new Inbox(new Team().sight, notices);

  @Test
  public void leavesOutWhatOneMayNoLongerSee() {
    when(notices.of(BERT, Optional.empty(), 51))
        .thenReturn(List.of(notice(3, Team.secret(false)), notice(2, Team.keyResult())));
    when(notices.unread(BERT))
        .thenReturn(
            List.of(
                new Notices.Unread(new Audience(UNIT, Visibility.PRIVATE, "anna", false), 40),
                new Notices.Unread(new Audience(99, Visibility.UNIT_VIEWERS, "anna", true), 30),
                new Notices.Unread(new Audience(UNIT, Visibility.UNIT_VIEWERS, "anna", false), 2),
                new Notices.Unread(new Audience(UNIT, Visibility.PRIVATE, "anna", true), 1)));
    Inbox.Contents contents = inbox.of(BERT, Optional.empty());
    assertThat(contents.notices()).extracting(Notice::id).containsExactly(2L);
    assertThat(contents.unread()).isEqualTo(3);
    assertThat(contents.earlier()).isEmpty();
  }

  @Test
  public void readsOnBehindAFullPage() {
    when(notices.of(ANNA, Optional.of(200L), 51))
        .thenReturn(
            LongStream.iterate(100, id -> id - 1)
                .limit(51)
                .mapToObj(id -> notice(id, Team.keyResult()))
                .toList());
    Inbox.Contents contents = inbox.of(ANNA, Optional.of(200L));
    assertThat(contents.notices()).hasSize(50);
    assertThat(contents.earlier()).contains(51L);
  }

  @Test
  public void marksOnlyOnesOwn() {
    when(notices.read(ANNA, 5)).thenReturn(true);
    assertThatCode(() -> inbox.read(ANNA, 5)).doesNotThrowAnyException();
    assertThatThrownBy(() -> inbox.read(ANNA, 6)).isInstanceOf(Refusal.NotFound.class);
    inbox.readAll(BERT);
    verify(notices).readAll(BERT);
  }

  private static Notice notice(long id, Item about) {
    return new Notice(id, Notice.Kind.REPLY, about, "lea", NOW, "text", false);
  }
}
