package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SeeingSettingChanges;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingChanges.Entry;
import io.bearings.okr.SettingChanges.Filter;
import io.bearings.okr.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class BearingsChangesTest {
  private static final Person ADMIN = new Person("admin");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final SettingChanges changes = mock(SettingChanges.class);
  private final Access access = mock(Access.class);
  private final BearingsChanges action =
      new BearingsChanges(
          signedIn,
          new SeeingSettingChanges(
              changes,
              mock(Units.class),
              access,
              mock(BoardNames.class),
              key -> Optional.of("Name " + key)),
          TestTexts.english(),
          TestTexts.moments(ZoneId.of("Europe/Berlin")));

  @Before
  public void anAdministratorIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(ADMIN));
    when(access.administers(ADMIN)).thenReturn(true);
  }

  private static Entry entry(long id) {
    return new Entry(
        id,
        new SettingChange(
            SettingChange.Subject.SITE, Optional.empty(), "inProgressCredit", "0", "25"),
        "bert",
        NOW);
  }

  private void there(long newest, int count) {
    when(changes.entries(any(), anyLong(), anyInt()))
        .thenReturn(
            LongStream.iterate(newest, id -> id - 1)
                .limit(count)
                .mapToObj(BearingsChangesTest::entry)
                .toList());
  }

  @Test
  public void showsTheNewestInWords() {
    there(9, 1);
    assertThat(action.doDefault()).isEqualTo("success");
    verify(changes).entries(Filter.NONE, Long.MAX_VALUE, SeeingSettingChanges.PAGE);
    ChangesPage page = action.getPage();
    assertThat(page.isNewest()).isTrue();
    assertThat(page.isNarrowed()).isFalse();
    assertThat(page.getOlder()).isEmpty();
    SettingChangeRow row = page.getRows().get(0);
    assertThat(row.getAt()).isEqualTo("23 Nov 2026, 11:00:00");
    assertThat(row.getBy()).isEqualTo("Name bert");
    assertThat(row.getSetting()).isEqualTo("Credit for work in progress");
    assertThat(row.getBefore()).isEqualTo("0");
    assertThat(row.getAfter()).isEqualTo("25");
  }

  @Test
  public void theAddressNarrowsThem() {
    there(9, 0);
    action.setSubject("ROLES");
    action.setUnit("3");
    action.setBy("bert");
    action.setBefore("50");
    assertThat(action.doDefault()).isEqualTo("success");
    verify(changes)
        .entries(
            new Filter(
                Optional.of(SettingChange.Subject.ROLES), Optional.of(3L), Optional.of("bert")),
            50,
            SeeingSettingChanges.PAGE);
    assertThat(action.getPage().isNarrowed()).isTrue();
    assertThat(action.getPage().isNewest()).isFalse();
    assertThat(action.getPage().isWithoutRows()).isTrue();
  }

  @Test
  public void whatIsNoneNarrowsNothing() {
    there(9, 1);
    action.setSubject("<b>");
    action.setUnit("99999999999999999999");
    action.setBy("  ");
    action.setBefore("-1");
    assertThat(action.doDefault()).isEqualTo("success");
    verify(changes).entries(Filter.NONE, Long.MAX_VALUE, SeeingSettingChanges.PAGE);
    assertThat(action.getPage().isNarrowed()).isFalse();
  }

  @Test
  public void aFullPageLeadsToTheOlderOnes() {
    there(99, SeeingSettingChanges.PAGE);
    action.doDefault();
    assertThat(action.getPage().getOlder()).isEqualTo("50");
  }

  @Test
  public void isForAdministratorsWhoAreSignedIn() throws Exception {
    when(access.administers(ADMIN)).thenReturn(false);
    assertThat(action.doDefault()).isEqualTo("error");
    assertThat(action.getPage()).isNull();
    assertThat(action.getRefusal()).isNotEmpty();
    when(signedIn.person()).thenReturn(Optional.empty());
    assertThat(action.doExecute()).isEqualTo("error");
    verifyNoInteractions(changes);
    assertThat(BearingsChanges.class.isAnnotationPresent(WebSudoRequired.class)).isTrue();
    for (String method : List.of("doDefault", "doExecute")) {
      assertThat(
              BearingsChanges.class
                  .getDeclaredMethod(method)
                  .getAnnotation(SupportedMethods.class)
                  .value())
          .containsExactly(RequestMethod.GET);
    }
  }

  @Test
  public void saysThatTheDatabaseDoesNotAnswer() {
    when(changes.entries(any(), anyLong(), anyInt()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));
    assertThat(action.doDefault()).isEqualTo("error");
    assertThat(action.getRefusal())
        .isEqualTo("The database does not answer. Try again in a moment.");
  }
}
