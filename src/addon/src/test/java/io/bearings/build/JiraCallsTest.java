package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.platform.build.linkage.Call;
import io.bearings.platform.build.linkage.CallCollector;
import io.bearings.platform.build.linkage.JiraCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.Test;

/** What the add-on calls is what was reviewed. {@code bin/check-jira --accept} reviews it. */
public class JiraCallsTest {
  private static final Path REVIEWED = Path.of("jira-calls.txt");
  private static final Path SHIPPED = AddOn.BUILT.file("META-INF/jira-calls.txt");

  @Test
  public void everyCallOutsideTheJarIsReviewed() throws IOException {
    SortedSet<Call> found =
        CallCollector.collect(
            AddOn.BUILT.classes(), Thread.currentThread().getContextClassLoader());
    if (System.getProperty("jira-calls.accept") != null) {
      JiraCalls.write(REVIEWED, found);
      JiraCalls.write(SHIPPED, found);
    }

    assertThat(JiraCalls.difference(JiraCalls.read(REVIEWED), found))
        .as(
            "calls that jira-calls.txt does not have (+) or has in vain (-); check each against the"
                + " documentation of Jira's API, then accept them with: bin/check-jira --accept")
        .isEmpty();
  }

  @Test
  public void theListInTheJarIsTheReviewedOne() throws IOException {
    assertThat(JiraCalls.read(SHIPPED)).isEqualTo(JiraCalls.read(REVIEWED));
  }
}
