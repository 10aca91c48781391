package io.bearings.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** Prints what was measured, beside its goal and the machine that it was measured on. */
final class Report {
  private boolean missed;

  Report() {
    System.out.printf(
        "%s %s, %d processors, %d MiB for the host, Java %s, embedded PostgreSQL%n",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.getRuntime().availableProcessors(),
        256,
        System.getProperty("java.version"));
  }

  /** Begins a part. */
  void heading(String text) {
    System.out.println();
    System.out.println(text);
  }

  /** Notes times, for orientation only. */
  void times(String what, Duration whole, Duration empty, Duration floor, int bytes) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %-58s %8.2f ms, empty page %.2f ms, floor %.2f ms, %d KiB",
            what,
            millis(whole),
            millis(empty),
            millis(floor),
            bytes / 1024));
  }

  /** Notes times, for orientation only. */
  void times(String what, Duration own, Duration without, Duration floor) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %-58s %8.2f ms, beside %.2f ms without, floor %.2f ms",
            what,
            millis(own),
            millis(without),
            millis(floor)));
  }

  /** Notes a ratio that must not be above a limit. */
  void ratio(String what, double ratio, double limit) {
    goal(what, String.format(Locale.ROOT, "%8.2f", ratio), "" + limit, ratio <= limit);
  }

  /** Notes a ratio that must not be below a limit. */
  void ratioAtLeast(String what, double ratio, double limit) {
    missed |= ratio < limit;
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %-58s %8.2f (at least %s)%s",
            what,
            ratio,
            limit,
            ratio < limit ? "  MISSED" : ""));
  }

  /** Notes a number that must not be below a limit. */
  void atLeast(String what, long number, long limit) {
    missed |= number < limit;
    System.out.println(
        "  %-58s %8d (at least %d)%s"
            .formatted(what, number, limit, number < limit ? "  MISSED" : ""));
  }

  /** Notes a number for orientation only. */
  void note(String what, long number) {
    System.out.println("  %-58s %8d".formatted(what, number));
  }

  /** Notes a ratio for orientation only. */
  void ratio(String what, double ratio) {
    System.out.println(String.format(Locale.ROOT, "  %-58s %8.2f", what, ratio));
  }

  /** Notes a count that must not be above a limit. */
  void count(String what, long count, long limit) {
    goal(what, String.format(Locale.ROOT, "%8d", count), "" + limit, count >= 0 && count <= limit);
  }

  private void goal(String what, String value, String limit, boolean met) {
    missed |= !met;
    System.out.println(
        "  %-58s %s (at most %s)%s".formatted(what, value, limit, met ? "" : "  MISSED"));
  }

  /** Whether a goal was missed. */
  boolean missed() {
    return missed;
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
