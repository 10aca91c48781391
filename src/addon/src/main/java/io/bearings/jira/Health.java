package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells administrators whether the add-on can work, and why not. */
@Component
public class Health {
  private static final String EVENTS = "com.atlassian.event.api.EventPublisher";
  private static final String SCHEDULER = "com.atlassian.scheduler.SchedulerService";

  private final ApplicationProperties jira;
  private final HostService services;
  private final Storage storage;
  private final SelfCheck selfCheck;
  private final Access access;
  private final Listening listening;
  private final JiraBoards boards;
  private final UpkeepJobs jobs;

  @Inject
  public Health(
      @ComponentImport ApplicationProperties jira,
      HostService services,
      Storage storage,
      SelfCheck selfCheck,
      Access access,
      Listening listening,
      JiraBoards boards,
      UpkeepJobs jobs) {
    this.jira = jira;
    this.services = services;
    this.storage = storage;
    this.selfCheck = selfCheck;
    this.access = access;
    this.listening = listening;
    this.boards = boards;
    this.jobs = jobs;
  }

  /**
   * The state of the add-on on this node. It answers also when nothing else does.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public HealthReport report(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
    String product = "";
    Map<String, Storage.Size> tables = Map.of();
    Optional<Message> reason = Optional.empty();
    try {
      product = storage.productName();
      tables = storage.sizes();
    } catch (Refusal.Unavailable e) {
      reason = Optional.of(e.text());
    }
    return new HealthReport(
        jira.getVersion(),
        services.addOnVersion(),
        product,
        reason.isPresent() ? HealthReport.State.DOWN : HealthReport.State.UP,
        reason,
        software(),
        missing(),
        tables);
  }

  private HealthReport.Software software() {
    return switch (boards.presence()) {
      case ABSENT -> HealthReport.Software.ABSENT;
      case UNREADABLE -> HealthReport.Software.UNREADABLE;
      case THERE ->
          boards.tellsColumns()
              ? HealthReport.Software.THERE
              : HealthReport.Software.WITHOUT_COLUMNS;
    };
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>(selfCheck.missing());
    if (!listening.isListening()) {
      missing.add(EVENTS);
    }
    if (!jobs.isScheduled()) {
      missing.add(SCHEDULER);
    }
    boards.mismatch().ifPresent(missing::add);
    return missing;
  }
}
