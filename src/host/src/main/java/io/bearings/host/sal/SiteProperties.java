package io.bearings.host.sal;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.host.runtime.HostSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** What the site says of itself: a Jira 11.3, so that an add-on's checks of the version hold. */
public final class SiteProperties implements ApplicationProperties {
  private static final String VERSION = "11.3.1";
  private static final String BUILD = "1130001";
  private static final Instant BUILT = Instant.parse("2025-12-01T00:00:00Z");

  private final HostSite site;

  /** Of one site. */
  public SiteProperties(HostSite site) {
    this.site = site;
  }

  @Override
  public String getBaseUrl(UrlMode mode) {
    return switch (mode) {
      case CANONICAL, ABSOLUTE -> site.baseUrl().get();
      case RELATIVE, RELATIVE_CANONICAL, AUTO -> site.contextPath();
    };
  }

  @Override
  public String getDisplayName() {
    return "Bearings host";
  }

  @Override
  public String getPlatformId() {
    return "jira";
  }

  @Override
  public String getVersion() {
    return VERSION;
  }

  @Override
  public Date getBuildDate() {
    return Date.from(BUILT);
  }

  @Override
  public String getBuildNumber() {
    return BUILD;
  }

  @Override
  public String getApplicationFileEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public Optional<Path> getLocalHomeDirectory() {
    return Optional.of(site.home());
  }

  @Override
  public Optional<Path> getSharedHomeDirectory() {
    return Optional.of(site.home());
  }
}
