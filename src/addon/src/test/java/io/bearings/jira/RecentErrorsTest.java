package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.ErrorLog;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class RecentErrorsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Person ADMIN = new Person("admin");

  private final RecentErrors errors = new RecentErrors(CLOCK);
  private final JobStates states = new JobStates(CLOCK, errors);

  @Test
  public void keepsWhatFailedAndWhyButNoMessage() {
    errors.add(
        "Job x",
        new IllegalStateException("secret of anna", new IllegalArgumentException("her password")));
    ErrorLog.Entry entry = errors.entries().get(0);
    assertThat(entry.at()).isEqualTo(NOW);
    assertThat(entry.what()).isEqualTo("Job x");
    assertThat(entry.cause())
        .startsWith("java.lang.IllegalStateException < java.lang.IllegalArgumentException at io.")
        .contains("RecentErrorsTest:")
        .doesNotContain("secret", "password", "anna");
    errors.add("Job y", new Refusal.Unavailable(Message.of("bearings.error.database", "anna")));
    assertThat(errors.entries().get(0).cause())
        .startsWith("Unavailable bearings.error.database")
        .doesNotContain("anna");
  }

  @Test
  public void theSameOnceMoreIsCountedAndTheOldestGivesWay() {
    Error failure = new AssertionError("1");
    errors.add("a", failure);
    errors.add("a", failure);
    assertThat(errors.entries()).extracting(ErrorLog.Entry::times).containsExactly(2);
    for (int i = 0; i < RecentErrors.MOST; i++) {
      errors.add("b" + i, failure);
    }
    assertThat(errors.entries())
        .hasSize(RecentErrors.MOST)
        .extracting(ErrorLog.Entry::what)
        .startsWith("b199")
        .doesNotContain("a");
  }

  @Test
  public void whatCausesItselfEnds() {
    Throwable first = new Throwable();
    Throwable second = new Throwable(first);
    first.initCause(second);
    errors.add("round", first);
    assertThat(errors.entries()).hasSize(1);
  }

  @Test
  public void tellsHowJobsWent() {
    RepeatedJobs.Job good = new RepeatedJobs.Job("good", Duration.ofMinutes(1), () -> {});
    RepeatedJobs.Job bad =
        new RepeatedJobs.Job(
            "bad",
            Duration.ofHours(1),
            () -> {
              throw new IllegalStateException();
            });
    states.scheduled(good);
    states.scheduled(bad);
    assertThat(states.all())
        .extracting(JobStates.State::result)
        .containsOnly(JobStates.Result.NEVER);
    assertThat(states.all().get(0).next()).isEmpty();

    states.run(good);
    assertThatThrownBy(() -> states.run(bad)).isInstanceOf(IllegalStateException.class);

    assertThat(states.all())
        .containsExactly(
            new JobStates.State(
                "bad",
                Duration.ofHours(1),
                JobStates.Result.FAILED,
                Optional.of(NOW),
                Optional.of(Duration.ZERO)),
            new JobStates.State(
                "good",
                Duration.ofMinutes(1),
                JobStates.Result.DONE,
                Optional.of(NOW),
                Optional.of(Duration.ZERO)));
    assertThat(states.all().get(0).next()).contains(NOW.plusSeconds(3_600));
    assertThat(errors.entries()).extracting(ErrorLog.Entry::what).containsExactly("Job bad");
  }

  @Test
  public void onlyAdministratorsAreTold() {
    Access access = mock(Access.class);
    NodeHealth health = new NodeHealth(access, states, errors);
    assertThatThrownBy(() -> health.report(ADMIN)).isInstanceOf(Refusal.Forbidden.class);
    when(access.administers(ADMIN)).thenReturn(true);
    assertThat(health.report(ADMIN).jobs()).isEqualTo(List.of());
    assertThat(health.report(ADMIN).errors()).isEmpty();
  }
}
