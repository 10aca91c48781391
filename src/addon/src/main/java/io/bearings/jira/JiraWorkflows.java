package io.bearings.jira;

import io.bearings.flow.StatusCategory;
import io.bearings.progress.Workflows;
import jakarta.inject.Inject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The statuses of Jira. */
@Component
class JiraWorkflows implements Workflows {
  private final HostService services;

  @Inject
  JiraWorkflows(HostService services) {
    this.services = services;
  }

  @Override
  public Map<String, StatusCategory> categories() {
    return StatusSource.categories(services);
  }
}
