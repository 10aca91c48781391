package io.bearings.host;

import io.bearings.host.pages.lab.LogTap;
import java.util.List;
import java.util.Optional;

/** Starts the host from the command line. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_OPTION = 2;

  private Main() {}

  /** Runs until the process is told to end. */
  public static void main(String[] arguments) {
    int status = run(List.of(arguments));
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The exit status of a start: 0 when the host runs now. */
  static int run(List<String> arguments) {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (WrongOption e) {
      return refuse(e.getMessage(), WRONG_OPTION);
    }
    Optional<LogTap> lab = options.lab() ? Optional.of(new LogTap()) : Optional.empty();
    lab.ifPresent(tap -> System.setErr(tap.over(System.err)));
    try {
      Host host = Host.start(options, lab);
      Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
      System.out.println("Host ready: " + host.baseUrl());
      return 0;
    } catch (CannotStart e) {
      return refuse(e.getMessage(), FAILED);
    }
  }

  private static int refuse(String cause, int status) {
    System.err.println("Host cannot start: " + cause);
    return status;
  }
}
