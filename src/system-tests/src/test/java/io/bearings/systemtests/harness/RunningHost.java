package io.bearings.systemtests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host process that is ready to answer. Its output is kept in {@code target/logs}. */
public final class RunningHost implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Pattern READY = Pattern.compile("^Host ready: (http://\\S+)$");

  private final Process process;
  private final HostOptions options;
  private final Path errors;
  private final URI base;
  private final Duration startTime;
  private final CompletableFuture<List<String>> output;

  private RunningHost(
      Process process,
      HostOptions options,
      Path errors,
      URI base,
      Duration startTime,
      CompletableFuture<List<String>> output) {
    this.process = process;
    this.options = options;
    this.errors = errors;
    this.base = base;
    this.startTime = startTime;
    this.output = output;
  }

  /** A start that ended by itself: its exit code and what it wrote. */
  public record Ended(int exitCode, String standardOutput, String standardError) {}

  /** Starts a host and waits until it answers; an error with the log's tail when it does not. */
  public static RunningHost start(HostOptions options) {
    Instant begun = Instant.now();
    Launch launch = Launch.of(options);
    CompletableFuture<URI> ready = new CompletableFuture<>();
    CompletableFuture<List<String>> output = launch.read(ready);
    try {
      URI base = ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      Duration took = Duration.between(begun, Instant.now());
      return new RunningHost(launch.process, options, launch.errors, base, took, output);
    } catch (ExecutionException | TimeoutException e) {
      launch.process.destroyForcibly();
      throw new AssertionError(
          "The host did not start: " + options.command() + "\n" + tail(launch.errors), e);
    } catch (InterruptedException e) {
      launch.process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a host that is expected to refuse; an error when it starts or hangs instead. */
  public static Ended startAndFail(HostOptions options) {
    Launch launch = Launch.of(options);
    CompletableFuture<List<String>> output = launch.read(new CompletableFuture<>());
    try {
      if (!launch.process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The host neither failed nor ended:\n" + tail(launch.errors));
      }
      return new Ended(
          launch.process.exitValue(),
          String.join("\n", output.get()),
          Files.readString(launch.errors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      launch.process.destroyForcibly();
    }
  }

  /** The address with the context path, without a slash at its end. */
  public URI base() {
    return base;
  }

  /** How it was started. */
  public HostOptions options() {
    return options;
  }

  /** From the start of the process until it was ready. */
  public Duration startTime() {
    return startTime;
  }

  /** What it wrote to standard error so far. */
  public String standardError() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new session, not logged in. */
  public Session anonymous() {
    return new Session(base);
  }

  /** A new session of one of the host's users, whose password is the name. */
  public Session as(String user) {
    return anonymous().logIn(user, user);
  }

  /** Ends it as an administrator would, and returns its exit code. */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The host did not end within " + STOP_LIMIT + "\n" + tail(errors));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  /** Ends it at once, as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    output.join();
  }

  private static String tail(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Launch(Process process, Path errors) {
    static Launch of(HostOptions options) {
      try {
        Path errors =
            Artifacts.output("logs").resolve(options.home().getFileName() + "-" + stamp() + ".txt");
        Process process =
            new ProcessBuilder(options.command()).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        // A test run that is interrupted must not leave hosts behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Launch(process, errors);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Reads standard output to its end; tells when the line comes that says it is ready. */
    CompletableFuture<List<String>> read(CompletableFuture<URI> ready) {
      CompletableFuture<List<String>> all = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                List<String> lines = new ArrayList<>();
                try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
                  for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                    Matcher matcher = READY.matcher(line);
                    if (matcher.matches()) {
                      ready.complete(URI.create(matcher.group(1)));
                    }
                  }
                } catch (IOException e) {
                  lines.add("(standard output ended: " + e.getMessage() + ")");
                }
                ready.completeExceptionally(new IllegalStateException("It ended: " + lines));
                all.complete(lines);
              },
              "host-output");
      reader.setDaemon(true);
      reader.start();
      return all;
    }

    private static String stamp() {
      return Long.toString(System.nanoTime(), 36);
    }
  }
}
