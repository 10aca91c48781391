package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class BearingsKpiTest {
  private final SignedIn signedIn = mock(SignedIn.class);
  private final BearingsKpi action = new BearingsKpi(signedIn);

  @Before
  public void somebodyIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(new Person("member")));
  }

  @Test
  public void theAddressNamesTheKpiByItsKeyOrItsId() {
    for (String kpi : new String[] {"KPI-12", "12", " KPI-12 "}) {
      action.setKpi(kpi);

      assertThat(action.doDefault()).as(kpi).isEqualTo("success");
      assertThat(html())
          .as(kpi)
          .contains("data-kpi=\"12\"", "KPI KPI-12", "bearings-skeleton")
          .doesNotContain("aui-message");
    }
  }

  @Test
  public void whateverElseItNamesIsToldApart() {
    for (String kpi :
        new String[] {"", "KPI-0", "KPI-x", "O-12", "9999999999999999999", "\"><script>"}) {
      action.setKpi(kpi);

      assertThat(action.doExecute()).as(kpi).isEqualTo("error");
      assertThat(html())
          .as(kpi)
          .contains("There is no such KPI")
          .doesNotContain("bearings-kpi-page", "<script>");
    }
  }

  @Test
  public void anAnonymousVisitorIsAskedToLogIn() {
    when(signedIn.person()).thenReturn(Optional.empty());
    action.setKpi("KPI-12");

    assertThat(action.doExecute()).isEqualTo("error");

    assertThat(html()).contains("Log in first").doesNotContain("bearings-kpi-page");
  }

  private String html() {
    return Rendering.html("kpi.vm", Map.of("page", action.getPage()));
  }
}
