package com.atlassian.jira.config;

import com.atlassian.jira.issue.resolution.Resolution;
import java.util.List;

/**
 * The resolutions of this Jira.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface ResolutionManager {
  List<Resolution> getResolutions();

  Resolution getResolution(String id);

  Resolution getDefaultResolution();
}
