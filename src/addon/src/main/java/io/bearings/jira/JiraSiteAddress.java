package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.connect.acts.SiteAddress;
import io.bearings.kpi.KpiSheet;
import jakarta.inject.Inject;
import org.springframework.stereotype.Component;

/** The address that an administrator gave this Jira. */
@Component
class JiraSiteAddress implements SiteAddress {
  private static final String WORKSPACE = "/secure/BearingsWorkspace.jspa#";

  private final ApplicationProperties properties;

  @Inject
  JiraSiteAddress(@ComponentImport ApplicationProperties properties) {
    this.properties = properties;
  }

  @Override
  public String ofKpi(long kpiId) {
    return properties.getBaseUrl(UrlMode.CANONICAL) + WORKSPACE + KpiSheet.keyOf(kpiId);
  }
}
