package io.bearings.okr;

import java.util.Optional;

/**
 * One field of a form that may be left out, which changes nothing, or be emptied.
 *
 * @param given whether it was there at all
 * @param value absent when it was emptied or left out
 */
public record Field<T>(boolean given, Optional<T> value) {

  /** A field that was left out. */
  public static <T> Field<T> absent() {
    return new Field<>(false, Optional.empty());
  }

  /** A field that was emptied. */
  public static <T> Field<T> emptied() {
    return new Field<>(true, Optional.empty());
  }

  /** A field that was filled. */
  public static <T> Field<T> of(T value) {
    return new Field<>(true, Optional.of(value));
  }

  /** What holds afterwards. */
  public Optional<T> over(Optional<T> before) {
    return given ? value : before;
  }
}
