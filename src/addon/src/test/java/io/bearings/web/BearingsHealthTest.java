package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.Health;
import io.bearings.jira.HealthReport;
import io.bearings.jira.SignedIn;
import io.bearings.jira.Storage;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class BearingsHealthTest {
  private static final Person ADMIN = new Person("admin");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Health health = mock(Health.class);
  private final BearingsHealth action = new BearingsHealth(signedIn, health, TestTexts.english());

  @Before
  public void anAdministratorIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(ADMIN));
  }

  @Test
  public void showsTheReport() {
    when(health.report(ADMIN))
        .thenReturn(
            new HealthReport(
                "11.3.1",
                "0.1.0",
                "PostgreSQL 15",
                HealthReport.State.UP,
                Optional.empty(),
                HealthReport.Software.THERE,
                List.of(),
                Map.of("LINK", new Storage.Size(20, true))));

    assertThat(action.doDefault()).isEqualTo("success");

    assertThat(action.getPage().isUp()).isTrue();
    assertThat(action.getPage().getReason()).isEmpty();
    assertThat(action.getPage().getTables())
        .singleElement()
        .satisfies(table -> assertThat(table.getRows()).isEqualTo("20"));
  }

  @Test
  public void whoIsNoAdministratorIsRefused() {
    when(health.report(ADMIN)).thenThrow(new Refusal.Forbidden());

    assertThat(action.doExecute()).isEqualTo("error");
    assertThat(action.getPage()).isNull();
    assertThat(action.getRefusal()).isNotEmpty();
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(action.doDefault()).isEqualTo("error");
    verifyNoInteractions(health);
  }

  @Test
  public void administratorsProveThatTheyAre() {
    assertThat(BearingsHealth.class.isAnnotationPresent(WebSudoRequired.class)).isTrue();
  }
}
