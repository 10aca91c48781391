package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.platform.build.linkage.Call;
import io.bearings.platform.build.linkage.JiraCalls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;

public class ManifestCheckTest {
  private static final Path REVIEWED = Path.of("src/test/resources/io/bearings/build/manifest.txt");

  private static final String WHOLE =
      """
      Manifest-Version: 1.0
      Atlassian-Plugin-Key: made.up
      Bundle-SymbolicName: made.up
      Spring-Context: *
      Import-Package: a.b,c.d;resolution:=optional
      """;

  @Rule public final MadeUpAddOn made = new MadeUpAddOn();

  /** After a change was looked at, {@code bin/check-jira --accept} writes the file anew. */
  @Test
  public void theManifestIsTheReviewedOne() throws IOException {
    List<String> lines = ManifestCheck.of(AddOn.BUILT).lines();
    if (System.getProperty("jira-calls.accept") != null) {
      Files.writeString(REVIEWED, String.join("\n", lines) + "\n");
    }

    assertThat(lines)
        .as("the manifest; accept a change with bin/check-jira --accept")
        .containsExactlyElementsOf(Files.readAllLines(REVIEWED));
  }

  @Test
  public void jiraCanStartTheAddOn() throws IOException {
    assertThat(
            ManifestCheck.of(AddOn.BUILT)
                .findings("io.bearings", JiraCalls.read(Path.of("jira-calls.txt")), evident()))
        .isEmpty();
  }

  @Test
  public void nothingOfJiraIsInTheJar() {
    assertThat(AddOn.BUILT.filesEndingWith(""))
        .noneMatch(path -> path.startsWith("com/atlassian/") || path.endsWith(".jar"));
  }

  @Test
  public void acceptsAWholeManifest() {
    assertThat(findings(WHOLE, "interface a.b.Known")).isEmpty();
  }

  @Test
  public void namesAPackageThatIsUsedButNotImported() {
    assertThat(findings(WHOLE, "interface a.b.Known", "class x.y.Type", "enum x.y.Zone"))
        .containsExactly("x.y is not imported, but x.y.Type is used");
  }

  @Test
  public void namesAMandatoryImportWithoutEvidence() {
    assertThat(findings(WHOLE.replace(";resolution:=optional", "")))
        .containsExactly(
            "c.d is imported as mandatory, but no add-on is known to import it on Jira 11.3");
  }

  @Test
  public void namesAnImportWithAVersion() {
    assertThat(findings(WHOLE.replace("a.b,", "a.b;version=\"[2.1,3)\",")))
        .containsExactly("the import of a.b asks for a version");
  }

  @Test
  public void namesAnotherKeyAndHeadersThatAreNotWanted() {
    assertThat(
            findings(
                WHOLE
                        .replace("Bundle-SymbolicName: made.up", "Bundle-SymbolicName: other")
                        .replace("Spring-Context: *", "Spring-Context: none")
                    + "Require-Capability: osgi.ee\nExport-Package: a.b\n"))
        .containsExactly(
            "Bundle-SymbolicName is other, but the descriptor's key is made.up",
            "Spring-Context is not *, so Jira would read no beans",
            "Export-Package is not wanted",
            "Require-Capability is not wanted");
  }

  private List<String> findings(String manifest, String... calls) {
    made.file("META-INF/MANIFEST.MF", manifest);
    SortedSet<Call> all =
        List.of(calls).stream().map(Call::parse).collect(Collectors.toCollection(TreeSet::new));
    return ManifestCheck.of(made.addOn()).findings("made.up", all, Set.of("a.b"));
  }

  private static Set<String> evident() throws IOException {
    try (InputStream file =
        ManifestCheckTest.class.getResourceAsStream("imported-on-jira-11.3.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toSet());
    }
  }
}
