package io.bearings.connect.acts;

import io.bearings.okr.Refusal;

/** Keeps texts from whoever reads the database alone. */
public interface Seal {

  /**
   * A text that only this site can open.
   *
   * @throws Refusal.Unavailable when the site's key cannot be read or made
   */
  String seal(String text);

  /**
   * What was sealed.
   *
   * @throws Refusal.Unavailable when it was sealed with another key, or changed
   */
  String open(String sealed);
}
