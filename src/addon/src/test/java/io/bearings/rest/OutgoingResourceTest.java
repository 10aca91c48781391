package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static io.bearings.rest.Site.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.ActState;
import io.bearings.connect.acts.Acts;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.HookSecrets;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.kpi.BreachLog;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** What leaves the site, and the acts that breaches bring. */
public class OutgoingResourceTest {
  private final Site site = new Site();
  private final Acts acts = mock(Acts.class);
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final Deliveries deliveries = mock(Deliveries.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final SeeingToActs seeing =
      new SeeingToActs(
          acts,
          mock(BreachLog.class),
          new KpiSight(sheets, site.standpoints),
          deliveries,
          mock(HookSecrets.class),
          settings,
          site.access,
          site.settingChanges,
          site.clock);
  private final OutgoingResource outgoing = new OutgoingResource(site.answers, seeing);
  private final BreachActsResource breachActs =
      new BreachActsResource(site.answers, site.writes, seeing, site.people);

  @Before
  public void annaAdministers() {
    when(site.access.administers(ANNA)).thenReturn(true);
    when(settings.current()).thenReturn(new Outgoing(Set.of("b.intern", "a.intern"), true));
  }

  @Test
  public void tellsAndDecidesWhatLeavesTheSite() {
    String inForce = "{'allowedHosts':['a.intern','b.intern'],'plainMail':true,'callLogDays':90}";
    assertThat(json(outgoing.outgoing())).isEqualTo(json(inForce));
    Response decided =
        outgoing.decide("{\"allowedHosts\":[\"B.intern\",\"a.intern\"],\"plainMail\":true}");
    assertThat(decided.getStatus()).isEqualTo(200);
    assertThat(json(decided)).isEqualTo(json(inForce));
    verify(settings).save(new Outgoing(Set.of("a.intern", "b.intern"), true));
    assertThat(OutgoingResource.class.isAnnotationPresent(AdminOnly.class)).isTrue();
  }

  @Test
  public void namesWhatIsWrong() {
    Response wrong = outgoing.decide("{\"allowedHosts\":[\"http://a\"],\"plainMail\":true}");
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(json(wrong).path("errors").path("allowedHosts").asText())
        .isEqualTo("allowedHost[http://a]");
    assertThat(json(outgoing.decide("{}")).path("errors").isEmpty()).isFalse();
    assertThat(outgoing.decide("{}").getStatus()).isEqualTo(400);
    verify(settings, never()).save(any());
  }

  @Test
  public void whoIsNoAdministratorIsRefused() {
    when(site.access.administers(ANNA)).thenReturn(false);
    assertThat(outgoing.outgoing().getStatus()).isEqualTo(403);
    assertThat(outgoing.deliveries(null).getStatus()).isEqualTo(403);
    assertThat(outgoing.decide("{\"allowedHosts\":[],\"plainMail\":true}").getStatus())
        .isEqualTo(403);
    verify(settings, never()).save(any());
  }

  @Test
  public void tellsWhatWasCalledForAnyKpi() {
    Deliveries.Delivery call =
        new Deliveries.Delivery(
            3,
            7,
            Happening.OPENED,
            "https://e/h",
            Instant.EPOCH,
            12,
            new Network.Answer(Optional.empty(), "no such host"));
    when(deliveries.all(9, SeeingToActs.PAGE)).thenReturn(List.of(new Deliveries.Entry(4, call)));
    assertThat(json(outgoing.deliveries("9")))
        .isEqualTo(
            json(
                "{'deliveries':[{'id':4,'kpiId':7,'delivery':3,'happening':'OPENED',"
                    + "'url':'https://e/h','at':'1970-01-01T00:00:00Z','millis':12,'status':null,"
                    + "'note':'no such host'}],'next':null}"));
    assertThat(outgoing.deliveries("x").getStatus()).isEqualTo(400);
  }

  private void act(long unitId) {
    when(sheets.sheet(8))
        .thenReturn(Optional.of(new KpiSheet(8, unitId, KpiContent.of("Calm", "bert"), false, 1)));
    when(acts.act(3))
        .thenReturn(
            Optional.of(
                new Act(
                    3,
                    8,
                    5,
                    0,
                    Happening.OPENED,
                    "bert",
                    new Deed.Comment("OPS-1", "Red"),
                    ActState.REFUSED,
                    "",
                    1,
                    Optional.empty(),
                    Instant.EPOCH)));
  }

  @Test
  public void whoMayChangeAKpiHasAnActTriedAgain() {
    act(3);
    when(acts.again(3, ActState.REFUSED, site.clock.instant())).thenReturn(true, false);
    assertThat(breachActs.again(request(), "3").getStatus()).isEqualTo(200);
    assertThat(breachActs.again(request(), "3").getStatus()).isEqualTo(400);
    assertThat(breachActs.again(request(), "99").getStatus()).isEqualTo(404);
    assertThat(breachActs.again(request(), "x").getStatus()).isEqualTo(404);
  }

  @Test
  public void whoMayNotIsRefused() {
    act(5);
    assertThat(breachActs.again(request(), "3").getStatus()).isEqualTo(403);
    act(77);
    assertThat(breachActs.again(request(), "3").getStatus()).isEqualTo(404);
    verify(acts, never()).again(3, ActState.REFUSED, site.clock.instant());
  }
}
