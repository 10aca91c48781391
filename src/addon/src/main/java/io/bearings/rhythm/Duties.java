package io.bearings.rhythm;

import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.function.Consumer;

/** Where it is kept who has to check in. */
public interface Duties {

  /**
   * Hands over all duties, one after the other, those of one owner behind each other: one statement
   * however many there are, of which no more than a few are held at once.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  void each(Consumer<Duty> taker);

  /**
   * The same for the duties of some people, and for those in the units that they lead.
   *
   * @param personKeys 1 to 50
   * @throws Refusal.Unavailable while the database cannot be used
   */
  void eachOf(Collection<String> personKeys, Consumer<Duty> taker);

  /**
   * The same for the duties in some units that everybody may read who sees the unit.
   *
   * @param unitIds 1 or more
   * @throws Refusal.Unavailable while the database cannot be used
   */
  void eachOpenIn(Collection<Long> unitIds, Consumer<Duty> taker);
}
