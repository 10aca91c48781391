package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Message;
import io.bearings.okr.Organisation;
import io.bearings.okr.OrganisationInMemory;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class BearingsUnitTest {
  private static final Person LEAD = new Person("lead");
  private static final Person MEMBER = new Person("member");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Access access = mock(Access.class);
  private final OrganisationInMemory store = new OrganisationInMemory(access);
  private final Organisation organisation =
      new Organisation(
          store, store, access, mock(BoardNames.class), key -> Optional.of(key), Clock.systemUTC());
  private final BearingsUnit action = new BearingsUnit(signedIn, organisation, TestTexts.english());
  private final BearingsUnits all = new BearingsUnits(signedIn, organisation, TestTexts.english());

  @Before
  public void aTeamWithALead() {
    Unit team = store.unit("Mobile", UnitLevel.TEAM, Optional.empty());
    store.grant(team, Role.LEAD, LEAD);
    store.grant(team, Role.CONTRIBUTOR, MEMBER);
    when(signedIn.person()).thenReturn(Optional.of(LEAD));
  }

  @Test
  public void aLeadGetsTheFrameOfTheUnit() {
    action.setUnit("1");
    assertThat(action.doDefault()).isEqualTo("success");
    assertThat(html()).contains("data-unit=\"1\"", "role=\"status\"").doesNotContain("aui-message");
  }

  @Test
  public void whoMayNotManageItIsToldSo() {
    action.setUnit("1");
    when(signedIn.person()).thenReturn(Optional.of(MEMBER));
    assertThat(action.doExecute()).isEqualTo("error");
    assertThat(html())
        .contains("You may see this, but not change it.")
        .doesNotContain("bearings-organisation");
  }

  @Test
  public void aUnitThatOneMayNotSeeDoesNotExist() {
    for (String unit : List.of("99", "", "<b>")) {
      action.setUnit(unit);
      assertThat(action.doExecute()).isEqualTo("error");
      assertThat(html()).contains("does not exist, or you may not see it").doesNotContain("<b>");
    }
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(signedIn.person()).thenReturn(Optional.empty());
    action.setUnit("1");
    assertThat(action.doExecute()).isEqualTo("error");
    assertThat(all.doExecute()).isEqualTo("error");
  }

  @Test
  public void onlyAdministratorsGetTheTree() {
    assertThat(all.doDefault()).isEqualTo("error");
    assertThat(all.getRefusal()).isEqualTo("You may see this, but not change it.");
    when(access.administers(LEAD)).thenReturn(true);
    BearingsUnits allowed = new BearingsUnits(signedIn, organisation, TestTexts.english());
    assertThat(allowed.doDefault()).isEqualTo("success");
    assertThat(Rendering.html("units.vm", Map.of())).contains("data-page=\"units\"");
    assertThat(BearingsUnits.class).hasAnnotation(WebSudoRequired.class);
  }

  @Test
  public void aDatabaseThatDoesNotAnswerIsSaid() {
    when(access.administers(LEAD))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));
    action.setUnit("1");
    assertThat(List.of(action.doExecute(), all.doExecute())).containsOnly("error");
    assertThat(action.getRefusal()).startsWith("The database does not answer.");
    assertThat(all.getRefusal()).startsWith("The database does not answer.");
  }

  @Test
  public void bothPagesAreOnlyRead() throws NoSuchMethodException {
    for (Class<?> type : List.of(BearingsUnit.class, BearingsUnits.class)) {
      for (String name : List.of("doDefault", "doExecute")) {
        assertThat(type.getDeclaredMethod(name).getAnnotation(SupportedMethods.class).value())
            .containsExactly(RequestMethod.GET);
      }
    }
  }

  private String html() {
    return Rendering.html(
        "unit.vm", Map.of("unit", action.getUnit(), "refusal", action.getRefusal()));
  }
}
