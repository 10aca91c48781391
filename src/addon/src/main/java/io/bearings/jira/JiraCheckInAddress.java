package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.connect.reminders.CheckInAddress;
import io.bearings.okr.KeyResult;
import jakarta.inject.Inject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form of the workspace, at the address that an administrator gave this Jira. */
@Component
class JiraCheckInAddress implements CheckInAddress {
  private final ApplicationProperties properties;

  @Inject
  JiraCheckInAddress(@ComponentImport ApplicationProperties properties) {
    this.properties = properties;
  }

  @Override
  public String of(long unitId, long keyResultId) {
    return properties.getBaseUrl(UrlMode.CANONICAL)
        + PagePaths.workspace(unitId, Optional.empty())
        + "#"
        + KeyResult.keyOf(keyResultId)
        + ".check-in";
  }
}
