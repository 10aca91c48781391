package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.systemtests.harness.Artifacts;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.RunningHost.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** A host that cannot start says in one line what is wrong, and ends. */
public class StartRefusalIT {
  private final HostOptions options = HostOptions.fresh("refused");

  @Test
  public void anOptionThatItDoesNotKnowIsNamed() {
    assertRefused(options.with("--colour", "blue"), 2, "--colour");
  }

  @Test
  public void aTemperThatItDoesNotKnowIsNamed() {
    assertRefused(options.with("--temper", "mild"), 2, "--temper", "mild");
  }

  @Test
  public void anOptionWithoutItsValueIsNamed() {
    assertRefused(options.with("--import"), 2, "--import");
  }

  @Test
  public void anAddOnThatIsNotThereIsNamed() {
    Ended ended = RunningHost.startAndFail(options.addOn(Path.of("/nowhere/add-on.jar")));
    assertThat(ended.exitCode()).isIn(1, 2);
    assertThat(ended.standardError()).contains("/nowhere/add-on.jar");
  }

  @Test
  public void aPortThatIsInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertRefused(
          options.port(taken.getLocalPort()),
          1,
          "Port " + taken.getLocalPort(),
          "Another program may have it");
    }
  }

  @Test
  public void aDatabaseThatIsDownIsNamed() throws IOException {
    int closed;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      closed = probe.getLocalPort();
    }
    String address = "jdbc:postgresql://localhost:" + closed + "/jira?user=jira&password=hush-hush";
    Ended ended = assertRefused(options.database(Optional.of(address)), 1, "localhost:" + closed);
    assertThat(ended.standardError()).as("the password is nobody's").doesNotContain("hush-hush");
  }

  @Test
  public void aFileThatIsNoJsonIsNamedWithItsLine() throws IOException {
    Path file = Artifacts.output("imports").resolve("cut-off.json");
    Files.writeString(file, "{\"projects\": [\n  {\"key\": \"CUT\", \"name\": \"Cut o");
    assertRefused(options.importing(file), 1, "cut-off.json", "line 2");
  }

  @Test
  public void aFileThatIsNotThereIsNamed() {
    assertRefused(options.importing(Path.of("/nowhere/import.json")), 2, "/nowhere/import.json");
  }

  @Test
  public void aFieldThatTheImporterDoesNotKnowIsNamedWithItsPlace() {
    ImportFile file = twoIssues();
    issue(file, 1).put("colour", "blue");
    assertRefused(
        options.importing(file.write("unknown-field")),
        1,
        "unknown-field.json",
        "colour",
        "issues[1]");
  }

  @Test
  public void aStatusThatJiraDoesNotHaveIsNamedWithItsPlace() {
    ImportFile file = twoIssues();
    issue(file, 1).put("status", "Melting");
    assertRefused(
        options.importing(file.write("unknown-status")), 1, "Melting", "issues[1]", "status");
  }

  @Test
  public void aRefusedImportLeavesNothingBehind() {
    ImportFile broken = twoIssues();
    issue(broken, 1).put("colour", "blue");
    assertRefused(options.importing(broken.write("half")), 1, "colour");

    // The same directory takes the mended file, although its project has the same key.
    try (RunningHost host = RunningHost.start(options.importing(twoIssues().write("whole")))) {
      assertThat(host.as("lead").get("/rest/api/2/issue/HALF-2").json(200).path("key").asText())
          .isEqualTo("HALF-2");
    }
  }

  private static ImportFile twoIssues() {
    return new ImportFile()
        .people()
        .project("HALF", "Half", List.of(Work.open("First"), Work.open("Second")));
  }

  private static ObjectNode issue(ImportFile file, int place) {
    return (ObjectNode) file.tree().path("projects").path(0).path("issues").path(place);
  }

  /** One line on standard error that holds all the words, the exit code, and no other noise. */
  private static Ended assertRefused(HostOptions options, int exitCode, String... words) {
    Ended ended = RunningHost.startAndFail(options);
    List<String> causes =
        ended
            .standardError()
            .lines()
            .filter(line -> line.startsWith("Host cannot start: "))
            .toList();
    assertThat(causes).as("standard error:\n%s", ended.standardError()).hasSize(1);
    assertThat(causes.get(0)).contains(words);
    assertThat(ended.exitCode()).isEqualTo(exitCode);
    assertThat(ended.standardOutput()).doesNotContain("Host ready");
    assertThat(ended.standardError()).as("no stack trace").doesNotContain("\tat ");
    return ended;
  }
}
