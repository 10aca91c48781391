package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.connect.reminders.Posting;
import io.bearings.rhythm.Reminding;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reminds people of their check-ins, once in the whole cluster; nothing is done while reminders are
 * off. Without Jira's scheduler nobody is reminded.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class ReminderJobs extends RepeatedJobs {
  private static final Duration EVERY_FEW_MINUTES = Duration.ofMinutes(5);
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
  private static final Duration EVERY_DAY = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(ReminderJobs.class);

  private final Reminding reminding;
  private final Posting posting;

  @Inject
  public ReminderJobs(
      HostService services, JobStates states, Reminding reminding, Posting posting) {
    super(services, states);
    this.reminding = reminding;
    this.posting = posting;
  }

  @Override
  List<Job> jobs() {
    return List.of(
        new Job("bearings-reminders", EVERY_FEW_MINUTES, this::round),
        new Job("bearings-reminders-again", EVERY_MINUTE, this::retry),
        new Job("bearings-chats", EVERY_MINUTE, this::post),
        new Job("bearings-reminders-log", EVERY_DAY, this::forget));
  }

  private void round() {
    int reminded = reminding.round(this::stops).reminded();
    if (reminded > 0) {
      LOG.info("People reminded of their check-ins: {}", reminded);
    }
  }

  private void retry() {
    reminding.retry(this::stops);
  }

  private void post() {
    posting.round(this::stops);
  }

  private void forget() {
    reminding.forget();
    posting.forget();
  }
}
