package io.bearings.systemtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** What Chromium recorded of the tasks of its threads. */
final class TaskTrace {
  private static final long MICROSECONDS = 1_000;

  private final JsonNode events;

  /**
   * @param json as the browser's tracing ends with
   */
  TaskTrace(byte[] json) {
    try {
      events = new ObjectMapper().readTree(json).path("traceEvents");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The processor time of the longest task of a page's main thread, in milliseconds.
   *
   * @throws IllegalStateException when no such task was recorded
   */
  long longestOnMainThread() {
    Set<String> mainThreads = new HashSet<>();
    for (JsonNode event : events) {
      if (event.path("name").asText().equals("thread_name")
          && event.path("args").path("name").asText().equals("CrRendererMain")) {
        mainThreads.add(thread(event));
      }
    }
    long longest = -1;
    for (JsonNode event : events) {
      if (event.path("name").asText().equals("RunTask")
          && event.has("tdur")
          && mainThreads.contains(thread(event))) {
        longest = Math.max(longest, event.path("tdur").asLong());
      }
    }
    if (longest < 0) {
      throw new IllegalStateException("No task of a page was recorded");
    }
    return longest / MICROSECONDS;
  }

  private static String thread(JsonNode event) {
    return event.path("pid").asText() + ":" + event.path("tid").asText();
  }
}
