package io.bearings.host.runtime;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The site that an add-on is installed in.
 *
 * @param home the data directory
 * @param contextPath where the site is mounted, such as {@code /jira}; empty for the root
 * @param baseUrl the address with context path; asked late, because the port may be chosen at start
 * @param unminified whether {@code name.js} is served although there is a {@code name-min.js}
 */
public record HostSite(
    Path home, String contextPath, Supplier<String> baseUrl, boolean unminified) {}
