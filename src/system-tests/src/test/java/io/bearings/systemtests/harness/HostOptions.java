package io.bearings.systemtests.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a host process is started. A value: every method returns a changed copy.
 *
 * @param jdk home of the JDK that runs it
 * @param addOn the add-on's jar
 * @param home its data directory
 * @param port 0 for any that is free
 * @param database JDBC address; empty for an H2 file in the data directory
 * @param arguments further options, in order
 */
public record HostOptions(
    Path jdk, Path addOn, Path home, int port, Optional<String> database, List<String> arguments) {

  /** Heap of every host process, as the project promises it. */
  static final String HEAP = "-Xmx256m";

  /** An empty data directory, the built jar, an H2 file, the test's own switches on. */
  public static HostOptions fresh(String name) {
    return new HostOptions(
        Artifacts.thisJdk(),
        Artifacts.addOn(),
        Artifacts.freshDirectory(name),
        0,
        Optional.empty(),
        List.of("--lab"));
  }

  /** With another JDK. */
  public HostOptions jdk(Path other) {
    return new HostOptions(other, addOn, home, port, database, arguments);
  }

  /** With another jar. */
  public HostOptions addOn(Path other) {
    return new HostOptions(jdk, other, home, port, database, arguments);
  }

  /** On a port. */
  public HostOptions port(int other) {
    return new HostOptions(jdk, addOn, home, other, database, arguments);
  }

  /** On a database other than H2 in the data directory. */
  public HostOptions database(Optional<String> jdbcUrl) {
    return new HostOptions(jdk, addOn, home, port, jdbcUrl, arguments);
  }

  /** With the temper {@code kind} or {@code harsh}. */
  public HostOptions temper(Temper temper) {
    return with("--temper", temper.option());
  }

  /** With an import file. */
  public HostOptions importing(Path file) {
    return with("--import", file.toString());
  }

  /** With the demonstration data. */
  public HostOptions demo() {
    return with("--demo");
  }

  /** With further options. */
  public HostOptions with(String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new HostOptions(jdk, addOn, home, port, database, List.copyOf(all));
  }

  /** Without an option that takes no value. */
  public HostOptions without(String option) {
    return new HostOptions(
        jdk,
        addOn,
        home,
        port,
        database,
        arguments.stream().filter(a -> !a.equals(option)).toList());
  }

  List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.resolve("bin/java").toString(),
                HEAP,
                "-jar",
                Artifacts.host().toString(),
                "--addon",
                addOn.toString(),
                "--home",
                home.toString(),
                "--port",
                String.valueOf(port)));
    database.ifPresent(
        jdbcUrl -> {
          command.add("--db");
          command.add(jdbcUrl);
        });
    command.addAll(arguments);
    return command;
  }
}
