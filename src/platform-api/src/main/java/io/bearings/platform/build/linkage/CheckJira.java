package io.bearings.platform.build.linkage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells whether a Jira installation has everything that the add-on calls. */
public final class CheckJira {
  private static final int WHOLE = 0;
  private static final int FINDINGS = 1;
  private static final int USAGE = 2;

  private CheckJira() {}

  /** See {@link #run}. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.out, System.err));
  }

  /**
   * Checks the list given as first argument against the folder given as second.
   *
   * @return 0 when everything is there, 1 when something is not (it is printed), 2 when the
   *     arguments are wrong
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
    if (arguments.length != 2) {
      err.println("Usage: check-jira DIR, where DIR is the folder of a Jira installation.");
      return USAGE;
    }
    Path folder = Path.of(arguments[1]);
    if (!Files.isDirectory(folder)) {
      err.println("There is no folder " + folder);
      return USAGE;
    }
    SortedSet<Call> calls;
    try {
      calls = JiraCalls.read(Path.of(arguments[0]));
    } catch (NoSuchFileException | IllegalArgumentException e) {
      err.println("Cannot read the list of calls: " + e.getMessage());
      return USAGE;
    }
    Installation installation = Installation.scan(folder);
    if (installation.size() == 0) {
      err.println("There is no class below " + folder);
      return USAGE;
    }
    return report(installation, calls, out, err);
  }

  private static int report(
      Installation installation, SortedSet<Call> calls, PrintStream out, PrintStream err) {
    installation.unreadable().forEach(archive -> err.println("Cannot read " + archive));
    SortedSet<Call> checked = new TreeSet<>(calls);
    List<Call> ofLibraries = calls.stream().filter(call -> !isAtlassians(call)).toList();
    if (!ofLibraries.isEmpty()
        && ofLibraries.stream().allMatch(call -> isMissing(installation, call))) {
      ofLibraries.forEach(checked::remove);
      out.printf(
          "Below this folder is no library, only Atlassian's API: %d calls are not checked.%n",
          ofLibraries.size());
    }
    List<String> findings = new Linkage(installation).findings(checked);
    if (findings.isEmpty()) {
      out.printf(
          "Whole: all %d calls of the add-on are in these %d classes.%n",
          checked.size(), installation.size());
      return WHOLE;
    }
    findings.forEach(out::println);
    out.printf("%d of %d calls would fail in this Jira.%n", findings.size(), checked.size());
    return FINDINGS;
  }

  /** Workflows speak the language of a library that Jira keeps a copy of. */
  private static boolean isAtlassians(Call call) {
    return call.type().startsWith("com.atlassian.") || call.type().startsWith("com.opensymphony.");
  }

  private static boolean isMissing(Installation installation, Call call) {
    return installation.copiesOf(call.type()).isEmpty();
  }
}
