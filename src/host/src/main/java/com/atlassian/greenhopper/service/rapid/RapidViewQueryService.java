package com.atlassian.greenhopper.service.rapid;

import com.atlassian.greenhopper.model.rapid.RapidView;
import com.atlassian.greenhopper.service.ServiceOutcome;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;

/**
 * The filter behind a board.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public interface RapidViewQueryService {
  ServiceOutcome<Query> getRapidViewQuery(ApplicationUser user, RapidView view);
}
