package io.bearings.progress;

/** From where a past day is looked at. */
public enum Knowledge {
  /**
   * With what is known today: a link made later counts for the days before, because the work was
   * the same then; one that was ended counts until its end.
   */
  BY_EFFECTIVE_DATE,
  /** As anybody saw it on that day: a link counts from the moment it was made until its end. */
  AS_KNOWN_THEN
}
