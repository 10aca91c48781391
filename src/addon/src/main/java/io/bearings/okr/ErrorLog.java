package io.bearings.okr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong lately without anybody seeing it, on this node. It holds neither secrets nor what
 * people wrote: of what was thrown, only its types and the place are kept.
 */
public interface ErrorLog {

  /**
   * Keeps that something failed; the oldest gives way where there are too many.
   *
   * @param what what failed, in words of our own, without anything that people wrote
   */
  void add(String what, Throwable cause);

  /** What is kept, the newest first. */
  List<Entry> entries();

  /**
   * Something that failed.
   *
   * @param cause the types of what was thrown, each with what caused it behind it, and the place in
   *     this add-on where the last of them passed
   * @param times how often in a row
   */
  record Entry(Instant at, String what, String cause, int times) {

    /** The same failure once more. */
    public Optional<Entry> again(Instant now, String failed, String why) {
      return what.equals(failed) && cause.equals(why)
          ? Optional.of(new Entry(now, what, cause, times + 1))
          : Optional.empty();
    }
  }
}
