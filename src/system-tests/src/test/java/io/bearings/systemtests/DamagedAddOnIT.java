package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.systemtests.harness.DamagedJar;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.RunningHost.Ended;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/**
 * A jar with one thing wrong does not start, and the message names the thing. Most of these slip
 * through a build unseen; in Jira they show as modules that silently do nothing.
 */
public class DamagedAddOnIT {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String DESCRIPTOR = "atlassian-plugin.xml";
  private static final String BEANS = "META-INF/plugin-components/component";

  @Test
  public void anImportRemovedFromTheManifest() {
    Path jar =
        DamagedJar.with(
            "import-removed",
            MANIFEST,
            manifest -> folded(without(unfolded(manifest), "com.atlassian.jira.project")));
    assertDoesNotStart(jar, "com.atlassian.jira.project");
  }

  @Test
  public void anImportThatNobodyExports() {
    Path jar =
        DamagedJar.with(
            "import-invented",
            MANIFEST,
            manifest ->
                folded(
                    unfolded(manifest)
                        .replace("Import-Package: ", "Import-Package: com.atlassian.invented,")));
    assertDoesNotStart(jar, "com.atlassian.invented");
  }

  @Test
  public void aBeanNameDoubledInTheIndex() {
    String first = DamagedJar.text(BEANS).lines().findFirst().orElseThrow();
    String second = DamagedJar.text(BEANS).lines().skip(1).findFirst().orElseThrow();
    String name = beanName(first);
    Path jar =
        DamagedJar.with(
            "bean-doubled",
            BEANS,
            index -> index.replace(second, second.replaceFirst("#.*", "") + "#" + name));
    assertDoesNotStart(jar, name);
  }

  @Test
  public void aClassThatIsMissing() {
    Path jar =
        DamagedJar.with(
            "class-missing",
            DESCRIPTOR,
            xml ->
                xml.replaceFirst("class=\"io\\.bearings\\.[^\"]+\"", "class=\"io.bearings.Gone\""));
    assertDoesNotStart(jar, "io.bearings.Gone");
  }

  @Test
  public void aModuleTypeThatJiraDoesNotKnow() {
    Path jar =
        DamagedJar.with(
            "module-unknown",
            DESCRIPTOR,
            xml ->
                xml.replace(
                    "</atlassian-plugin>",
                    "<web-pannel key=\"misspelt\" location=\"atl.jira.view.issue.right.context\"/>\n"
                        + "</atlassian-plugin>"));
    assertDoesNotStart(jar, "web-pannel", "misspelt");
  }

  @Test
  public void aKeyThatIsNotTheBundlesName() {
    Path jar =
        DamagedJar.with(
            "key-differs",
            DESCRIPTOR,
            xml -> xml.replaceFirst("key=\"io\\.bearings\"", "key=\"io.bearings.other\""));
    assertDoesNotStart(jar, "io.bearings.other");
  }

  private static void assertDoesNotStart(Path jar, String... words) {
    Ended ended = RunningHost.startAndFail(HostOptions.fresh("damaged").addOn(jar).demo());
    List<String> causes =
        ended.standardError().lines().filter(l -> l.startsWith("Host cannot start: ")).toList();
    assertThat(causes).as("standard error:\n%s", ended.standardError()).hasSize(1);
    assertThat(causes.get(0)).contains(words);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.standardOutput()).doesNotContain("Host ready");
  }

  /** The name of a line of the index, given or made from the class as the scanner makes it. */
  private static String beanName(String line) {
    if (line.contains("#")) {
      return line.substring(line.indexOf('#') + 1);
    }
    String simple = line.substring(line.lastIndexOf('.') + 1);
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }

  private static String without(String manifest, String importedPackage) {
    return manifest
        .lines()
        .map(
            line ->
                line.startsWith("Import-Package: ")
                    ? "Import-Package: "
                        + Arrays.stream(line.substring("Import-Package: ".length()).split(","))
                            .filter(part -> !part.split(";")[0].equals(importedPackage))
                            .collect(Collectors.joining(","))
                    : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String unfolded(String manifest) {
    return manifest.replace("\r\n", "\n").replace("\n ", "");
  }

  /** A line of a manifest has at most 72 bytes. */
  private static String folded(String manifest) {
    return manifest
        .lines()
        .map(line -> line.replaceAll("(.{70})(?=.)", "$1\r\n "))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
