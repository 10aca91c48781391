package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingDraft;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class BearingsOutgoingTest {
  private static final Person ADMIN = new Person("admin");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Outgoing ONE = new Outgoing(Set.of("hooks.intern"), false);
  private static final Outgoing TWO = new Outgoing(Set.of("hooks.intern", "10.0.0.7"), true);

  private final SignedIn signedIn = mock(SignedIn.class);
  private final SeeingToActs acts = mock(SeeingToActs.class);
  private final BearingsOutgoing action =
      new BearingsOutgoing(
          signedIn, acts, TestTexts.english(), TestTexts.moments(ZoneId.of("Europe/Berlin")));

  @Before
  public void anAdministratorIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(ADMIN));
    when(acts.outgoing(ADMIN)).thenReturn(ONE);
  }

  private static OutgoingDraft draft(List<String> hosts, boolean plainMail) {
    return new OutgoingDraft(hosts, plainMail, Optional.empty());
  }

  @Test
  public void saysWhatIsNotAsByDefaultAndSetsItBack() {
    action.doDefault();
    assertThat(action.getPage().getHostsFact().isChanged()).isTrue();
    assertThat(action.getPage().getPlainMailFact().isChanged()).isFalse();
    assertThat(action.getPage().getCallLogDaysFact().getUsual()).isEqualTo("Default: 90");

    when(acts.decide(ADMIN, OutgoingDraft.of(Outgoing.DEFAULT.values())))
        .thenReturn(Outgoing.DEFAULT);
    action.setSetting("allowedHosts");
    assertThat(action.doSetBack()).isEqualTo("success");
    assertThat(action.getPage().isWithoutHosts()).isTrue();
    assertThat(action.getPage().isUndoable()).isTrue();
  }

  @Test
  public void daysThatAreNoNumberAreKeptAndNamedBesideEverythingElse() {
    action.setAllowedHosts("http://a");
    action.setCallLogDays("many");

    assertThat(action.doExecute()).isEqualTo("success");

    assertThat(action.getPage().getCallLogDays()).isEqualTo("many");
    assertThat(action.getPage().getCallLogDaysError()).startsWith("Type a number");
    assertThat(action.getPage().getHostsError()).startsWith("http://a is neither");
    verify(acts, never()).decide(any(), any());
  }

  private static Deliveries.Entry call(long id, Network.Answer answer) {
    return new Deliveries.Entry(
        id,
        new Deliveries.Delivery(
            3, 7, Happening.REOPENED, "https://e/h", NOW.minusSeconds(1), 12, answer));
  }

  @Test
  public void showsWhatIsInForceAndWhatWasCalled() {
    when(acts.allDeliveries(ADMIN, Long.MAX_VALUE))
        .thenReturn(
            List.of(
                call(3, new Network.Answer(Optional.of(204), "")),
                call(2, new Network.Answer(Optional.of(302), "")),
                call(1, new Network.Answer(Optional.empty(), "no such host"))));

    assertThat(action.doDefault()).isEqualTo("success");

    OutgoingPage page = action.getPage();
    assertThat(page.getHosts()).isEqualTo("hooks.intern");
    assertThat(page.isPlainMail()).isFalse();
    assertThat(page.isUndoable()).isFalse();
    assertThat(page.isNewest()).isTrue();
    assertThat(page.getOlder()).isEmpty();
    assertThat(page.getCalls())
        .extracting(CallRow::getAnswer)
        .containsExactly("204", "302", "no such host");
    assertThat(page.getCalls()).extracting(CallRow::isAccepted).containsExactly(true, false, false);
    CallRow newest = page.getCalls().get(0);
    assertThat(newest.getAt()).isEqualTo("23 Nov 2026, 10:59:59");
    assertThat(newest.getKpiKey()).isEqualTo("KPI-7");
    assertThat(newest.getHappening()).isEqualTo("opened again");
    assertThat(newest.getMillis()).isEqualTo("12 ms");
    verify(acts, never()).decide(any(), any());
  }

  @Test
  public void aLongLogGoesOnWhereItsPageEnds() {
    when(acts.allDeliveries(ADMIN, 400))
        .thenReturn(
            Collections.nCopies(
                SeeingToActs.PAGE, call(300, new Network.Answer(Optional.of(200), ""))));
    action.setBefore("400");

    action.doDefault();

    assertThat(action.getPage().isNewest()).isFalse();
    assertThat(action.getPage().getOlder()).isEqualTo("300");
  }

  @Test
  public void anAddressThatIsNoPlaceInTheLogShowsItsBeginning() {
    for (String wrong : List.of("", "x", "-1", "99999999999999999999")) {
      action.setBefore(wrong);
      action.doDefault();
      assertThat(action.getPage().isNewest()).isTrue();
    }
    verify(acts, never()).allDeliveries(ADMIN, 0);
  }

  @Test
  public void savesWhatWasSentAndOffersToTakeItBack() {
    when(acts.decide(ADMIN, draft(List.of("hooks.intern", "10.0.0.7"), true))).thenReturn(TWO);
    action.setAllowedHosts(" hooks.intern \r\n\r\n10.0.0.7\r\n");
    action.setPlainMail(true);

    assertThat(action.doExecute()).isEqualTo("success");

    OutgoingPage page = action.getPage();
    assertThat(page.getSuccess()).isEqualTo("This is in force now.");
    assertThat(page.getHosts()).isEqualTo("10.0.0.7\nhooks.intern");
    assertThat(page.isUndoable()).isTrue();
    assertThat(page.getHostsBefore()).isEqualTo("hooks.intern");
    assertThat(page.isPlainMailBefore()).isFalse();
    assertThat(page.getSavedState()).isEqualTo("true\n90\n10.0.0.7\nhooks.intern");
  }

  @Test
  public void takesAChangeBack() {
    when(acts.outgoing(ADMIN)).thenReturn(TWO);
    when(acts.decide(ADMIN, draft(List.of("hooks.intern"), false))).thenReturn(ONE);
    action.setInstead("true\r\n90\r\n10.0.0.7\r\nhooks.intern");
    action.setAllowedHosts("hooks.intern");

    assertThat(action.doUndo()).isEqualTo("success");

    assertThat(action.getPage().getSuccess()).isEqualTo("The change is taken back.");
    assertThat(action.getPage().getHosts()).isEqualTo("hooks.intern");
    assertThat(action.getPage().isUndoable()).isTrue();
  }

  @Test
  public void aChangeThatSomebodyElseChangedIsNotTakenBack() {
    action.setInstead("true\r\n90\r\n10.0.0.7\r\nhooks.intern");

    assertThat(action.doUndo()).isEqualTo("success");

    assertThat(action.getPage().getProblem()).startsWith("Nothing was taken back");
    assertThat(action.getPage().getHosts()).isEqualTo("hooks.intern");
    verify(acts, never()).decide(any(), any());
  }

  @Test
  public void whatIsTheSameCannotBeTakenBack() {
    when(acts.decide(ADMIN, draft(List.of("hooks.intern"), false))).thenReturn(ONE);
    action.setAllowedHosts("hooks.intern");

    action.doExecute();

    assertThat(action.getPage().isUndoable()).isFalse();
    assertThat(action.getPage().getSuccess()).startsWith("Nothing was different");
  }

  @Test
  public void whatIsWrongIsKeptAndNamed() {
    when(acts.decide(ADMIN, draft(List.of("http://a", "b"), true)))
        .thenThrow(
            new Refusal.Invalid(
                Map.of("allowedHosts", Message.of("bearings.error.allowedHost", "http://a"))));
    action.setAllowedHosts("http://a\nb");
    action.setPlainMail(true);

    assertThat(action.doExecute()).isEqualTo("success");

    OutgoingPage page = action.getPage();
    assertThat(page.getHosts()).isEqualTo("http://a\nb");
    assertThat(page.isPlainMail()).isTrue();
    assertThat(page.getHostsError())
        .isEqualTo("http://a is neither the name of a host nor an address.");
    assertThat(page.getProblem()).contains("Allowed hosts");
    assertThat(page.getSuccess()).isEmpty();
    assertThat(page.isUndoable()).isFalse();
  }

  @Test
  public void aDatabaseThatDoesNotAnswerIsSaid() {
    when(acts.allDeliveries(any(), anyLong()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));

    assertThat(action.doDefault()).isEqualTo("error");

    assertThat(action.getRefusal()).startsWith("The database does not answer.");
  }

  @Test
  public void whoIsNoAdministratorIsRefusedEverywhere() {
    when(acts.outgoing(ADMIN)).thenThrow(new Refusal.Forbidden());

    assertThat(List.of(action.doDefault(), action.doExecute(), action.doUndo()))
        .containsOnly("error");
    assertThat(action.getRefusal()).isEqualTo("You may see this, but not change it.");
    assertThat(action.getPage()).isNull();
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(action.doExecute()).isEqualTo("error");
    verifyNoInteractions(acts);
  }

  @Test
  public void whatChangesSomethingIsPostedWithATokenByAnAdministratorWhoProvedIt()
      throws NoSuchMethodException {
    for (String name : List.of("doExecute", "doUndo")) {
      Method command = BearingsOutgoing.class.getDeclaredMethod(name);
      assertThat(command.getAnnotation(SupportedMethods.class).value())
          .containsExactly(RequestMethod.POST);
      assertThat(command.isAnnotationPresent(RequiresXsrfCheck.class)).isTrue();
    }
    assertThat(
            BearingsOutgoing.class
                .getDeclaredMethod("doDefault")
                .getAnnotation(SupportedMethods.class)
                .value())
        .containsExactly(RequestMethod.GET);
    assertThat(BearingsOutgoing.class.isAnnotationPresent(WebSudoRequired.class)).isTrue();
  }
}
