package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Doing;
import io.bearings.connect.acts.Mailing;
import io.bearings.connect.acts.OutgoingSettings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The acts and the mail that breaches bring, each minute, once in the whole cluster. Without Jira's
 * scheduler acts are done when a breach is noticed, and what failed is not tried again.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class ActJobs extends RepeatedJobs {
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
  private static final Duration EVERY_DAY = Duration.ofDays(1);

  private final Doing doing;
  private final Mailing mailing;
  private final Deliveries deliveries;
  private final OutgoingSettings settings;
  private final Clock clock;

  @Inject
  public ActJobs(
      HostService services,
      JobStates states,
      Doing doing,
      Mailing mailing,
      Deliveries deliveries,
      OutgoingSettings settings,
      Clock clock) {
    super(services, states);
    this.doing = doing;
    this.mailing = mailing;
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  List<Job> jobs() {
    return List.of(
        new Job("bearings-acts", EVERY_MINUTE, () -> doing.round(this::stops)),
        new Job("bearings-mail", EVERY_MINUTE, () -> mailing.round(this::stops)),
        new Job("bearings-call-log", EVERY_DAY, this::forget));
  }

  private void forget() {
    deliveries.forget(clock.instant().minus(Duration.ofDays(settings.current().callLogDays())));
  }
}
