package io.bearings.progress;

import io.bearings.okr.Refusal;

/** What is reckoned by weeks. */
public interface Weeks {

  /**
   * Weeks begin on another day from now on, so that all that was reckoned by them is reckoned anew
   * soon.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  void changed();
}
