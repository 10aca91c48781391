package io.bearings.progress;

import io.bearings.okr.Refusal;
import java.util.Optional;

/**
 * What jobs remember from one run to the next, on whatever node they run. Every call is one
 * transaction, and throws {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Remembered {

  /** What was written under a name, at most 60 characters, last. */
  Optional<Note> read(String name);

  /**
   * Writes under a name, if nobody else did since it was read.
   *
   * @param before what was read; absent where there was nothing
   * @return what is remembered now; absent when somebody else wrote, and nothing was written
   */
  Optional<Note> write(String name, Optional<Note> before, String text);

  /**
   * What is remembered.
   *
   * @param stamp grows with each write
   */
  record Note(String text, long stamp) {}
}
