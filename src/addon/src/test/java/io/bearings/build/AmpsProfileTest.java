package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;

/** Without the profile amps nothing of Atlassian's is asked for, so anybody can build this. */
public class AmpsProfileTest {
  private static final Pattern AMPS =
      Pattern.compile("<profile>\\s*<id>amps</id>.*?</profile>", Pattern.DOTALL);
  private static final Path ROOT = Path.of("..", "..");

  @Test
  public void onlyTheProfileNamesAtlassiansArtifactsAndRepository() throws IOException {
    for (String pom :
        List.of(
            "pom.xml",
            "src/platform-api/pom.xml",
            "src/addon/pom.xml",
            "src/host/pom.xml",
            "src/system-tests/pom.xml")) {
      assertThat(withoutProfile(Files.readString(ROOT.resolve(pom))))
          .as(pom)
          .doesNotContain("<groupId>com.atlassian", "atlassian.com", "jenkins-ci.org");
    }
  }

  @Test
  public void theProfileBindsNoGoal() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(AMPS.matcher(pom).find()).isTrue();
    assertThat(pom.length() - withoutProfile(pom).length()).isGreaterThan(1_000);
    assertThat(AMPS.matcher(pom).results().findFirst().orElseThrow().group())
        .contains("jira-maven-plugin")
        .doesNotContain("<execution>", "<extensions>");
  }

  @Test
  public void noArtifactOfAtlassiansIsOnTheClassPath() {
    assertThat(System.getProperty("java.class.path").replace('\\', '/'))
        .contains("platform-api")
        .doesNotContain("/com/atlassian/");
  }

  private static String withoutProfile(String pom) {
    return AMPS.matcher(pom).replaceAll("");
  }
}
