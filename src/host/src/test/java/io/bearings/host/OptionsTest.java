package io.bearings.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bearings.host.mail.SmtpAddress;
import io.bearings.host.software.JiraSoftware.Presence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OptionsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path jar;

  @Before
  public void aJar() throws IOException {
    jar = folder.newFile("add-on.jar").toPath().toAbsolutePath();
  }

  @Test
  public void everythingButTheAddOnHasADefault() {
    Options options = parse();

    assertThat(options.addOn()).isEqualTo(jar);
    assertThat(options.port()).isEqualTo(2990);
    assertThat(options.contextPath()).isEqualTo("/jira");
    assertThat(options.temper()).isEqualTo(Temper.KIND);
    assertThat(options.importFile()).isEmpty();
    assertThat(options.demo()).isFalse();
    assertThat(options.lab()).isFalse();
    assertThat(options.clock()).isEmpty();
    assertThat(options.language()).isEqualTo(Locale.UK);
    assertThat(options.bind().isLoopbackAddress()).isTrue();
    assertThat(options.smtp()).isEmpty();
    assertThat(options.database()).asString().startsWith("jdbc:h2:file:").contains("home");
  }

  @Test
  public void theDatabaseIsAFileInTheHomeWhateverTheOrderOfOptions() {
    Path home = folder.getRoot().toPath().resolve("data");

    assertThat(parse("--home", home.toString()).database()).asString().contains(home.toString());
  }

  @Test
  public void everyOptionIsRead() {
    Options options =
        parse(
            "--port",
            "0",
            "--context",
            "/",
            "--db",
            "jdbc:postgresql://db/jira?user=u&password=secret",
            "--temper",
            "harsh",
            "--import",
            jar.toString(),
            "--demo",
            "--lab",
            "--clock",
            "2026-05-13T09:30+02:00[Europe/Berlin]",
            "--language",
            "de",
            "--bind",
            "127.0.0.1",
            "--smtp",
            "mail.example.com:25");

    assertThat(options.port()).isZero();
    assertThat(options.contextPath()).isEmpty();
    assertThat(options.database()).asString().contains("postgresql").doesNotContain("secret");
    assertThat(options.temper()).isEqualTo(Temper.HARSH);
    assertThat(options.importFile()).contains(jar);
    assertThat(options.demo()).isTrue();
    assertThat(options.lab()).isTrue();
    assertThat(options.clock())
        .contains(ZonedDateTime.of(2026, 5, 13, 9, 30, 0, 0, ZoneId.of("Europe/Berlin")));
    assertThat(options.language()).isEqualTo(Locale.GERMAN);
    assertThat(options.smtp()).contains(new SmtpAddress("mail.example.com", 25));
  }

  @Test
  public void aMailServerHasANameAndAPort() {
    for (String wrong : List.of("mail.example.com", ":25", "mail:", "mail:0", "mail:x")) {
      assertThatExceptionOfType(WrongOption.class)
          .isThrownBy(() -> parse("--smtp", wrong))
          .withMessageContaining("--smtp");
    }
  }

  @Test
  public void jiraSoftwareIsThereUnlessTheTemperIsHarsh() {
    assertThat(parse().jiraSoftware()).isEqualTo(Presence.PRESENT);
    assertThat(parse("--temper", "harsh").jiraSoftware()).isEqualTo(Presence.LATE);
    assertThat(parse("--temper", "harsh", "--jira-software", "present").jiraSoftware())
        .isEqualTo(Presence.PRESENT);
    assertThat(parse("--jira-software", "absent").jiraSoftware()).isEqualTo(Presence.ABSENT);
    refuses("--jira-software", "--jira-software", "sometimes");
  }

  @Test
  public void whatIsWrongIsNamed() throws IOException {
    String file = folder.newFile("a-file").getPath();

    refuses("--speed", "--speed");
    refuses("--port", "--port");
    refuses("--port: not a port from 0 to 65535: many", "--port", "many");
    refuses("--port: not a port from 0 to 65535: 65536", "--port", "65536");
    refuses("--port: not a port from 0 to 65535: -1", "--port", "-1");
    refuses("--context: not a path such as /jira: jira", "--context", "jira");
    refuses("--db: Only jdbc:postgresql: and jdbc:h2:", "--db", "jdbc:oracle:thin");
    refuses("--temper: one of kind, harsh, not mild", "--temper", "mild");
    refuses("--import: no such file", "--import", file + "-not");
    refuses("--addon: no such file", "--addon", file + "-not");
    refuses("--home: not a directory", "--home", file);
    refuses("--home: not a path", "--home", "a\0b");
    refuses("--bind: not an address", "--bind", "no such host");
    refuses("--lab: opens the database", "--lab", "--bind", "0.0.0.0");
    refuses("--language: not a language", "--language", "d_");
    refuses("--clock: not a time", "--lab", "--clock", "yesterday");
    refuses("--clock: shows a wrong time", "--clock", "2026-05-13T09:30Z");
  }

  @Test
  public void withoutAnAddOnThereIsNothingToRun() {
    assertThatExceptionOfType(WrongOption.class)
        .isThrownBy(() -> Options.parse(List.of("--demo")))
        .withMessageStartingWith("option --addon: missing; usage:");
  }

  private Options parse(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--addon", jar.toString()));
    arguments.addAll(List.of(more));
    return Options.parse(arguments);
  }

  private void refuses(String message, String... arguments) {
    assertThatExceptionOfType(WrongOption.class)
        .isThrownBy(() -> parse(arguments))
        .withMessageStartingWith("option " + message);
  }
}
