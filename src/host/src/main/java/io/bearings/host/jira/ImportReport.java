package io.bearings.host.jira;

import java.util.List;

/**
 * What an import did.
 *
 * @param imported false when nothing was to be done; the notices say why
 * @param notices what the file has and the host does not keep
 */
public record ImportReport(
    boolean imported, int projects, int issues, int users, List<String> notices) {
  static ImportReport nothing(String why) {
    return new ImportReport(false, 0, 0, 0, List.of(why));
  }
}
