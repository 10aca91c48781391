package io.bearings.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Starts that must not succeed: each ends with one line and leaves nothing behind. */
public class HostTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path notAnAddOn;
  private Path home;

  @Before
  public void files() throws IOException {
    notAnAddOn = Files.writeString(folder.getRoot().toPath().resolve("no-add-on.jar"), "text");
    home = folder.getRoot().toPath().resolve("home");
  }

  @Test
  public void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refuses(
          "Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used",
          "--port",
          String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  public void aDatabaseThatIsDownIsNamedWithoutItsPassword() {
    assertThat(
            refuses(
                "The database at jdbc:postgresql://127.0.0.1:1/none",
                "--db",
                "jdbc:postgresql://127.0.0.1:1/none?user=u&password=secret"))
        .doesNotContain("secret");
  }

  @Test
  public void aJarThatIsNoAddOnIsRefusedAndNothingStaysOpen() {
    String first = refuses("");
    String second = refuses("");

    assertThat(first).contains("no-add-on.jar");
    assertThat(second).as("the data directory was released").isEqualTo(first);
  }

  @Test
  public void aBadImportFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.getRoot().toPath().resolve("projects.json"), "{\"pro");

    assertThat(refuses("", "--import", file.toString())).contains("projects.json");
  }

  @Test
  public void aHomeThatCannotBeMadeIsNamed() throws IOException {
    Path file = folder.newFile("a-file").toPath();
    home = file.resolve("below");

    refuses("The data directory " + home + " cannot be made");
  }

  @Test
  public void theCommandLineAnswersWithOneLineAndAnExitStatus() {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run(List.of("--speed"))).isEqualTo(2);
      assertThat(written.toString(StandardCharsets.UTF_8))
          .startsWith("Host cannot start: option --speed: not known; usage:")
          .hasLineCount(1);
      written.reset();
      assertThat(Main.run(arguments("--lab"))).isEqualTo(1);
      assertThat(written.toString(StandardCharsets.UTF_8)).contains("Host cannot start: ");
    } finally {
      System.setErr(before);
    }
  }

  private String refuses(String message, String... more) {
    Options options = Options.parse(arguments(more));
    CannotStart[] refusal = new CannotStart[1];
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Host.start(options, Optional.empty()))
        .withMessageStartingWith(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"))
        .satisfies(e -> refusal[0] = e);
    return refusal[0].getMessage();
  }

  private List<String> arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--addon", notAnAddOn.toString(), "--home", home.toString(), "--port", "0"));
    arguments.addAll(List.of(more));
    return arguments;
  }
}
