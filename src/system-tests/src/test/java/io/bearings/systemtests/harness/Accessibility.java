package io.bearings.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What axe finds on a page: nothing in what the add-on renders. */
public final class Accessibility {
  private static final String ADD_ON = "[class*='bearings-']";

  /**
   * A finding in markup that AUI makes inside the add-on's elements.
   *
   * @param part what the finding's HTML contains
   */
  private record Known(String rule, String part, String reason) {}

  private static final List<Known> KNOWN = List.of();

  private Accessibility() {}

  /** Checks the add-on's elements of a page, and notes what axe says about the rest of it. */
  public static void assertNoViolations(Page page, String where) {
    List<String> found = new ArrayList<>();
    for (Rule rule : new AxeBuilder(page).include(ADD_ON).analyze().getViolations()) {
      for (CheckedNode node : rule.getNodes()) {
        if (!isKnown(rule, node)) {
          found.add(rule.getId() + ": " + node.getHtml() + "\n" + node.getFailureSummary());
        }
      }
    }
    note(page, where);
    assertThat(found).as("axe on %s", where).isEmpty();
  }

  private static boolean isKnown(Rule rule, CheckedNode node) {
    return KNOWN.stream()
        .anyMatch(
            known -> known.rule().equals(rule.getId()) && node.getHtml().contains(known.part()));
  }

  /** Keeps what is found outside of the add-on: not its business, but worth knowing. */
  private static void note(Page page, String where) {
    Set<String> others = new TreeSet<>();
    for (Rule rule : new AxeBuilder(page).exclude(ADD_ON).analyze().getViolations()) {
      rule.getNodes().forEach(node -> others.add(rule.getId() + ": " + node.getTarget()));
    }
    Path file = Artifacts.output(".").normalize().resolve("accessibility-of-the-host.txt");
    try {
      Files.writeString(
          file,
          where + "\n  " + String.join("\n  ", others) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
