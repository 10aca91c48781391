package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.Health;
import io.bearings.jira.HealthReport;
import io.bearings.jira.JobStates;
import io.bearings.jira.NodeHealth;
import io.bearings.jira.SignedIn;
import io.bearings.jira.Storage;
import io.bearings.okr.ErrorLog;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.site.Warning;
import io.bearings.site.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class BearingsHealthTest {
  private static final Person ADMIN = new Person("admin");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Health health = mock(Health.class);
  private final NodeHealth node = mock(NodeHealth.class);
  private final Warnings warnings = mock(Warnings.class);
  private final BearingsHealth action =
      new BearingsHealth(
          signedIn, health, node, warnings, TestTexts.english(), TestTexts.moments(ZoneOffset.UTC));

  @Before
  public void anAdministratorIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(ADMIN));
    when(node.report(ADMIN)).thenReturn(new NodeHealth.Report("node1", List.of(), List.of()));
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
  public void saysWhatToLookAtAndWhereItIsMended() {
    when(health.report(ADMIN)).thenReturn(report(HealthReport.State.UP, List.of("a.B#c")));
    when(warnings.all(ADMIN))
        .thenReturn(
            Arrays.stream(Warning.Kind.values())
                .map(kind -> new Warning(kind, List.of(new Warning.Subject("7", "Name")), 30))
                .toList());
    when(node.report(ADMIN))
        .thenReturn(
            new NodeHealth.Report(
                "node1",
                List.of(
                    new JobStates.State(
                        "bearings-kpis",
                        Duration.ofMinutes(1),
                        JobStates.Result.FAILED,
                        Optional.of(Instant.EPOCH),
                        Optional.of(Duration.ofMillis(12))),
                    new JobStates.State(
                        "bearings-mail",
                        Duration.ofMinutes(1),
                        JobStates.Result.NEVER,
                        Optional.empty(),
                        Optional.empty())),
                List.of(new ErrorLog.Entry(Instant.EPOCH, "Job x", "java.lang.Error", 3))));

    action.doDefault();

    HealthPage page = action.getPage();
    assertThat(page.getWarnings())
        .hasSize(Warning.Kind.values().length + 3)
        .allSatisfy(each -> assertThat(each.getLink() + each.getPath()).isNotEmpty())
        .allSatisfy(each -> assertThat(each.getText()).isNotEmpty());
    assertThat(page.getJobs()).extracting(JobRow::isFailed).containsExactly(true, false);
    assertThat(page.getJobs().get(0).getNext()).isEqualTo("1 Jan 1970, 00:01:00");
    assertThat(page.getJobs().get(1).getBegan()).isEmpty();
    assertThat(page.getErrors()).extracting(ErrorRow::getTimes).containsExactly("3");
    assertThat(page.isWithoutWarnings()).isFalse();
  }

  @Test
  public void nothingIsLookedForWhileTheDatabaseDoesNotAnswer() {
    when(health.report(ADMIN)).thenReturn(report(HealthReport.State.DOWN, List.of()));
    action.doDefault();
    verifyNoInteractions(warnings);
    assertThat(action.getPage().isWithoutWarnings()).isTrue();
    assertThat(action.getPage().isWithoutJobs()).isTrue();
  }

  private static HealthReport report(HealthReport.State state, List<String> missing) {
    return new HealthReport(
        "11.3.1",
        "0.1.0",
        "",
        state,
        Optional.empty(),
        HealthReport.Software.THERE,
        missing,
        Map.of());
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
