package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import io.bearings.flow.Boards.Presence;
import io.bearings.jira.HealthReport.Software;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class HealthTest {
  private static final Person ADMIN = new Person("admin");
  private static final Message REASON = Message.of("bearings.error.database");

  private final ApplicationProperties jira = mock(ApplicationProperties.class);
  private final HostService services = mock(HostService.class);
  private final Storage storage = mock(Storage.class);
  private final Access access = mock(Access.class);
  private final Listening listening = mock(Listening.class);
  private final JiraBoards boards = mock(JiraBoards.class);
  private final UpkeepJobs jobs = mock(UpkeepJobs.class);
  private final SelfCheck selfCheck =
      new SelfCheck(
          List.of(
              "# a comment",
              "",
              "interface java.util.List",
              "method java.util.List add (Ljava/lang/Object;)Z instance"),
          getClass().getClassLoader());
  private final Health health =
      new Health(jira, services, storage, selfCheck, access, listening, boards, jobs);

  @Before
  public void aSite() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(jira.getVersion()).thenReturn("11.3.1");
    when(services.addOnVersion()).thenReturn("0.1.0");
    when(storage.productName()).thenReturn("H2 2.3");
    when(storage.sizes()).thenReturn(Map.of("LINK", new Storage.Size(7, true)));
    when(listening.isListening()).thenReturn(true);
    when(jobs.isScheduled()).thenReturn(true);
    when(boards.presence()).thenReturn(Presence.THERE);
    when(boards.tellsColumns()).thenReturn(true);
    when(boards.mismatch()).thenReturn(Optional.empty());
  }

  @Test
  public void saysThatAllIsWell() {
    HealthReport report = health.report(ADMIN);
    assertThat(report.state()).isEqualTo(HealthReport.State.UP);
    assertThat(report.reason()).isEmpty();
    assertThat(report.jiraVersion()).isEqualTo("11.3.1");
    assertThat(report.addOnVersion()).isEqualTo("0.1.0");
    assertThat(report.database()).isEqualTo("H2 2.3");
    assertThat(report.missing()).isEmpty();
    assertThat(report.tables()).isEqualTo(Map.of("LINK", new Storage.Size(7, true)));
  }

  @Test
  public void saysWhyTheAddOnIsDown() {
    when(storage.productName()).thenThrow(new Refusal.Unavailable(REASON));
    HealthReport report = health.report(ADMIN);
    assertThat(report.state()).isEqualTo(HealthReport.State.DOWN);
    assertThat(report.reason()).contains(REASON);
    assertThat(report.database()).isEmpty();
    assertThat(report.tables()).isEmpty();
  }

  @Test
  public void namesTheDatabaseWhenOnlyTheTablesAreMissing() {
    when(storage.sizes()).thenThrow(new Refusal.Unavailable(REASON));
    HealthReport report = health.report(ADMIN);
    assertThat(report.state()).isEqualTo(HealthReport.State.DOWN);
    assertThat(report.database()).isEqualTo("H2 2.3");
  }

  @Test
  public void saysThatChangesOfIssuesAreNotFollowed() {
    when(listening.isListening()).thenReturn(false);
    assertThat(health.report(ADMIN).missing())
        .containsExactly("com.atlassian.event.api.EventPublisher");
  }

  @Test
  public void saysThatLostEventsStayLost() {
    when(jobs.isScheduled()).thenReturn(false);
    assertThat(health.report(ADMIN).missing())
        .containsExactly("com.atlassian.scheduler.SchedulerService");
  }

  @Test
  public void saysWhetherBoardsCanBeRead() {
    assertThat(health.report(ADMIN).software()).isEqualTo(Software.THERE);
    when(boards.tellsColumns()).thenReturn(false);
    assertThat(health.report(ADMIN).software()).isEqualTo(Software.WITHOUT_COLUMNS);
    when(boards.presence()).thenReturn(Presence.ABSENT);
    assertThat(health.report(ADMIN).software()).isEqualTo(Software.ABSENT);
    when(boards.presence()).thenReturn(Presence.UNREADABLE);
    when(boards.mismatch()).thenReturn(Optional.of("com.example.Gone#method"));
    assertThat(health.report(ADMIN).software()).isEqualTo(Software.UNREADABLE);
    assertThat(health.report(ADMIN).missing()).containsExactly("com.example.Gone#method");
  }

  @Test
  public void refusesEverybodyElse() {
    assertThatThrownBy(() -> health.report(new Person("member")))
        .isInstanceOf(Refusal.Forbidden.class);
  }
}
