package io.bearings.connect.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.kpi.BreachLog;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class SeeingToActsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Person ANNA = new Person("anna");

  private final Acts acts = mock(Acts.class);
  private final BreachLog breaches = mock(BreachLog.class);
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Standpoint standpoint = mock(Standpoint.class);
  private final Deliveries deliveries = mock(Deliveries.class);
  private final HookSecrets secrets = mock(HookSecrets.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final Access access = mock(Access.class);
  private final SettingChanges changes = mock(SettingChanges.class);
  private final SeeingToActs seeing =
      new SeeingToActs(
          acts,
          breaches,
          new KpiSight(sheets, standpoints),
          deliveries,
          secrets,
          settings,
          access,
          changes,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void kpi() {
    KpiSheet sheet = new KpiSheet(7, 2, KpiContent.of("Calm", "bert"), false, 1);
    when(sheets.sheet(7)).thenReturn(Optional.of(sheet));
    when(standpoints.of(ANNA)).thenReturn(standpoint);
    when(standpoint.who()).thenReturn(ANNA);
    when(standpoint.maySee(2)).thenReturn(true);
    KpiBreach breach = mock(KpiBreach.class);
    when(breach.kpiId()).thenReturn(7L);
    when(breaches.breach(5)).thenReturn(Optional.of(breach));
  }

  private void act(ActState state) {
    Act act =
        new Act(
            3,
            7,
            5,
            0,
            Happening.OPENED,
            "bert",
            new Deed.Comment("OPS-1", "Red"),
            state,
            "",
            1,
            Optional.empty(),
            NOW);
    when(acts.act(3)).thenReturn(Optional.of(act));
  }

  @Test
  public void whoSeesTheKpiSeesWhatWasDone() {
    act(ActState.DONE);
    Act act = acts.act(3).orElseThrow();
    when(acts.ofBreach(5)).thenReturn(List.of(act));

    assertThat(seeing.ofBreach(ANNA, 5)).containsExactly(act);

    when(standpoint.maySee(2)).thenReturn(false);
    assertThatThrownBy(() -> seeing.ofBreach(ANNA, 5)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> seeing.ofBreach(ANNA, 6)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void whoMayChangeTheKpiHasItTriedAgain() {
    act(ActState.REFUSED);
    assertThatThrownBy(() -> seeing.again(ANNA, 3)).isInstanceOf(Refusal.Forbidden.class);
    when(standpoint.may(Operation.EDIT_KPI, 2, false)).thenReturn(true);
    when(acts.again(3, ActState.REFUSED, NOW)).thenReturn(true, false);

    assertThat(seeing.again(ANNA, 3).id()).isEqualTo(3);

    assertThatThrownBy(() -> seeing.again(ANNA, 3)).isInstanceOf(Refusal.Invalid.class);
    act(ActState.DONE);
    assertThatThrownBy(() -> seeing.again(ANNA, 3)).isInstanceOf(Refusal.Invalid.class);
    verify(acts, never()).again(3, ActState.DONE, NOW);
  }

  @Test
  public void onlyLeadsReadTheLogOfCalls() {
    assertThatThrownBy(() -> seeing.deliveries(ANNA, 7, 9)).isInstanceOf(Refusal.Forbidden.class);
    verify(deliveries, never()).ofKpi(anyLong(), anyLong(), org.mockito.ArgumentMatchers.anyInt());

    when(standpoint.may(Operation.MANAGE_UNIT, 2, false)).thenReturn(true);
    assertThat(seeing.deliveries(ANNA, 7, 9)).isEmpty();
    verify(deliveries).ofKpi(7, 9, SeeingToActs.PAGE);
  }

  @Test
  public void onlyAdministratorsReadTheLogOfAllCalls() {
    assertThatThrownBy(() -> seeing.allDeliveries(ANNA, 9)).isInstanceOf(Refusal.Forbidden.class);
    verify(deliveries, never()).all(anyLong(), org.mockito.ArgumentMatchers.anyInt());

    when(access.administers(ANNA)).thenReturn(true);
    assertThat(seeing.allDeliveries(ANNA, 9)).isEmpty();
    verify(deliveries).all(9, SeeingToActs.PAGE);
  }

  @Test
  public void onlyWhoMayChangeTheKpiGetsASecret() {
    assertThatThrownBy(() -> seeing.newSecret(ANNA, 7)).isInstanceOf(Refusal.Forbidden.class);
    verify(secrets, never()).renew(7);

    when(standpoint.may(Operation.EDIT_KPI, 2, false)).thenReturn(true);
    when(secrets.renew(7)).thenReturn("bhs_1");
    assertThat(seeing.newSecret(ANNA, 7)).isEqualTo("bhs_1");
  }

  @Test
  public void onlyAdministratorsDecideWhatLeavesTheSite() {
    assertThatThrownBy(() -> seeing.outgoing(ANNA)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> seeing.decide(ANNA, draft(List.of(), true)))
        .isInstanceOf(Refusal.Forbidden.class);
    verify(settings, never()).save(any());

    when(access.administers(ANNA)).thenReturn(true);
    when(settings.current()).thenReturn(Outgoing.DEFAULT);
    seeing.decide(ANNA, draft(List.of(" Hooks.Intern ", "10.0.0.7", "fd00::1", "10.0.0.7"), true));
    verify(settings).save(new Outgoing(Set.of("hooks.intern", "10.0.0.7", "fd00::1"), true));
  }

  @Test
  public void aHostIsANameOrAnAddressAndNothingElse() {
    when(access.administers(ANNA)).thenReturn(true);
    for (String wrong : List.of("", "a b", "http://a", "a/b", "a,b", "-a", "a;hosts=b", "*")) {
      assertThatThrownBy(() -> seeing.decide(ANNA, draft(List.of(wrong), false)))
          .isInstanceOfSatisfying(
              Refusal.Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("allowedHosts"));
    }
    List<String> many = IntStream.range(0, 101).mapToObj(i -> "host" + i).toList();
    assertThatThrownBy(() -> seeing.decide(ANNA, draft(many, false)))
        .isInstanceOf(Refusal.Invalid.class);
  }

  private static OutgoingDraft draft(List<String> hosts, boolean plainMail) {
    return new OutgoingDraft(hosts, plainMail, Optional.empty());
  }

  private static SettingChange change(String name, String before, String after) {
    return new SettingChange(SettingChange.Subject.OUTGOING, Optional.empty(), name, before, after);
  }

  @Test
  public void keepsWhoDecidedWhat() {
    when(access.administers(ANNA)).thenReturn(true);
    when(settings.current()).thenReturn(new Outgoing(Set.of("a.intern"), false, 90));

    seeing.decide(
        ANNA, new OutgoingDraft(List.of("b.intern"), false, Optional.of(new BigDecimal("30"))));

    verify(settings).save(new Outgoing(Set.of("b.intern"), false, 30));
    verify(changes)
        .add(
            List.of(
                change("allowedHosts", "a.intern", "b.intern"), change("callLogDays", "90", "30")),
            new Objectives.Edit(ANNA, NOW));
  }

  @Test
  public void whatCannotBeKeptIsNotDecided() {
    when(access.administers(ANNA)).thenReturn(true);
    when(settings.current()).thenReturn(Outgoing.DEFAULT);
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .when(changes)
        .add(any(), any());

    assertThatThrownBy(() -> seeing.decide(ANNA, draft(List.of("b.intern"), true)))
        .isInstanceOf(Refusal.Unavailable.class);

    InOrder saves = inOrder(settings);
    saves.verify(settings).save(new Outgoing(Set.of("b.intern"), true));
    saves.verify(settings).save(Outgoing.DEFAULT);
  }

  @Test
  public void theLogOfCallsIsKeptForAWholeNumberOfDays() {
    when(access.administers(ANNA)).thenReturn(true);
    for (String wrong : List.of("0", "3651", "1.5", "-3")) {
      assertThatThrownBy(
              () ->
                  seeing.decide(
                      ANNA,
                      new OutgoingDraft(List.of(), false, Optional.of(new BigDecimal(wrong)))))
          .isInstanceOfSatisfying(
              Refusal.Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("callLogDays"));
    }
    verify(settings, never()).save(any());
  }
}
