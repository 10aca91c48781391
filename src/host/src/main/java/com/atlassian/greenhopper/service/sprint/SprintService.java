package com.atlassian.greenhopper.service.sprint;

import com.atlassian.greenhopper.model.rapid.RapidView;
import com.atlassian.greenhopper.service.Page;
import com.atlassian.greenhopper.service.PageRequest;
import com.atlassian.greenhopper.service.ServiceOutcome;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Sprints that a user may see.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1 and apps for Jira 8; H for the names, M
 * for the parameters.
 */
public interface SprintService {
  ServiceOutcome<Sprint> getSprint(ApplicationUser user, long sprintId);

  ServiceOutcome<Page<Sprint>> getSprints(
      ApplicationUser user, RapidView view, PageRequest page, SprintQuery query);
}
