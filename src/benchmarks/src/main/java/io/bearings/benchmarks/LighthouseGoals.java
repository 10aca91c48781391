package io.bearings.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.systemtests.harness.Artifacts;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * What Lighthouse says of the project page in the demonstration company, beside a page of the same
 * project on which the add-on shows nothing; and what the add-on makes pages load.
 */
final class LighthouseGoals {
  private static final int RUNS = 5;
  private static final int WARM_UP = 100;
  private static final int ACCESSIBLE = 95;
  private static final int SLOWER_BY = 3;
  private static final long SCRIPT_KIB = 350;
  private static final String WITH = "/projects/DEMO?selectedItem=io.bearings:project-page-item";
  private static final String WITHOUT = "/projects/DEMO";

  /** What is the add-on's among addresses: its resources and its REST. */
  private static final List<String> OWN = List.of("/resources/io.bearings", "/rest/bearings/");

  private final Report report;

  LighthouseGoals(Report report) {
    this.report = report;
  }

  void run() {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("bench-lighthouse").demo())) {
      Session lead = host.as("lead");
      // A host that has just started answers slowly, whatever a page shows.
      for (int i = 0; i < WARM_UP; i++) {
        lead.get(WITH);
        lead.get(WITHOUT);
      }
      JsonNode pages = measure(host, lead);
      JsonNode with = pages.path(0);
      JsonNode without = pages.path(1);
      require(pages);
      report.heading(
          "Lighthouse "
              + with.path("version").asText()
              + ", desktop, median of "
              + RUNS
              + ", "
              + with.path("browser").asText());
      report.atLeast(
          "project page, accessibility", with.path("accessibility").asLong(), ACCESSIBLE);
      report.note("the same page without the add-on, performance", points(without));
      report.atLeast("project page, performance", points(with), points(without) - SLOWER_BY);
      report.count(
          "requests of the add-on on a page without it", own(without, "requests").size(), 0);
      List<String> scripts = own(with, "scripts");
      Set<String> once = new HashSet<>(scripts);
      report.count("scripts of the add-on loaded twice", scripts.size() - once.size(), 0);
      report.count("scripts of the add-on, KiB gzipped", gzipped(host, lead, once), SCRIPT_KIB);
      with.path("failed").forEach(each -> report.heading("not accessible: " + each.asText()));
    }
  }

  private static long points(JsonNode page) {
    return page.path("performance").asLong();
  }

  private static void require(JsonNode pages) {
    for (JsonNode page : pages) {
      if (page.path("shown").asText().contains("login")) {
        throw new IllegalStateException("Lighthouse was not logged in: " + page);
      }
    }
  }

  private static List<String> own(JsonNode page, String field) {
    List<String> own = new ArrayList<>();
    page.path(field)
        .forEach(
            each -> {
              if (OWN.stream().anyMatch(each.asText()::contains)) {
                own.add(each.asText());
              }
            });
    return own;
  }

  private static long gzipped(RunningHost host, Session who, Set<String> addresses) {
    long bytes = 0;
    for (String address : addresses) {
      String script = who.get(address.substring(host.base().toString().length())).body();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(script.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bytes += packed.size();
    }
    return (bytes + 1023) / 1024;
  }

  private static JsonNode measure(RunningHost host, Session who) {
    String cookie =
        who.cookies().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("; "));
    ProcessBuilder node =
        new ProcessBuilder(
                "node",
                Artifacts.sources("src/main/lighthouse/measure.mjs").toString(),
                Optional.ofNullable(System.getenv("BEARINGS_CHROMIUM")).orElse("/usr/bin/chromium"),
                cookie,
                String.valueOf(RUNS),
                host.base() + WITH,
                host.base() + WITHOUT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = node.start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Lighthouse ended with " + process.exitValue());
      }
      return new ObjectMapper().readTree(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
