package com.atlassian.sal.api;

import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;

/**
 * What the host says about itself.
 *
 * <p>Source and confidence: BA: H for the home directories; M for the rest.
 */
public interface ApplicationProperties {
  String getBaseUrl(UrlMode mode);

  String getDisplayName();

  String getPlatformId();

  String getVersion();

  Date getBuildDate();

  String getBuildNumber();

  String getApplicationFileEncoding();

  Optional<Path> getLocalHomeDirectory();

  Optional<Path> getSharedHomeDirectory();
}
