package io.bearings.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** What a host wrote into its log about the add-on. */
public final class AddOnLog {
  private static final Pattern ADD_ON_LOGGER =
      Pattern.compile("^io\\.bearings(?!\\.host|\\.platform)(\\..*)?$");
  private static final Pattern ADD_ON_LINE =
      Pattern.compile(".* (WARN|ERROR) io\\.bearings(?!\\.host)\\b.*");

  private AddOnLog() {}

  /**
   * No warning and no error came from the add-on, no template called what is not allowlisted, and
   * nobody's stack trace went through the add-on's classes.
   */
  public static void assertNoWarnings(RunningHost host) {
    List<JsonNode> entries = host.anonymous().get("/host/log").json(200).valueStream().toList();
    assertThat(entries)
        .filteredOn(entry -> ADD_ON_LOGGER.matcher(entry.path("logger").asText()).matches())
        .as("warnings of the add-on")
        .isEmpty();
    assertThat(host.standardError().lines())
        .filteredOn(
            line ->
                ADD_ON_LINE.matcher(line).matches()
                    || line.contains("needs allowlisting")
                    || line.matches("\\s+at io\\.bearings\\.(?!host).*"))
        .as("log of %s", host.options().home())
        .isEmpty();
  }
}
