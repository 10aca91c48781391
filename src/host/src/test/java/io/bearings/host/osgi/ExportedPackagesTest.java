package io.bearings.host.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.Test;

public class ExportedPackagesTest {
  private static ExportedPackages read(String lines) throws IOException {
    return ExportedPackages.read(new BufferedReader(new StringReader(lines)));
  }

  @Test
  public void theListOfJiraHasEvidenceInEveryLine() {
    assertThat(ExportedPackages.ofJira().systemPackages().split(","))
        .contains("com.atlassian.jira.issue", "net.java.ao", "org.slf4j")
        .doesNotContain("org.springframework.jdbc.core", "com.zaxxer.hikari")
        .allMatch(name -> !name.startsWith("io.bearings"));
  }

  @Test
  public void commentsAndEmptyLinesAreNotPackages() throws IOException {
    assertThat(read("# why\n\nb.c  M  seen in b\na  H  seen\n").systemPackages())
        .isEqualTo("a,b.c");
  }

  @Test
  public void aLineWithoutEvidenceIsRefused() {
    assertThatThrownBy(() -> read("a.b  H\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.b");
    assertThatThrownBy(() -> read("a.b  X  evidence\n")).hasMessageContaining("a.b");
    assertThatThrownBy(() -> read("a.b  H  x\na.b  H  y\n")).hasMessageContaining("twice");
  }
}
