package com.atlassian.greenhopper.service.rapid.view;

import com.atlassian.greenhopper.model.rapid.RapidView;
import com.atlassian.greenhopper.service.Page;
import com.atlassian.greenhopper.service.PageRequest;
import com.atlassian.greenhopper.service.ServiceOutcome;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Boards that a user may see.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public interface RapidViewService {
  ServiceOutcome<RapidView> getRapidView(ApplicationUser user, Long id);

  ServiceOutcome<Page<RapidView>> getRapidViews(
      ApplicationUser user, PageRequest page, RapidViewQuery query);
}
