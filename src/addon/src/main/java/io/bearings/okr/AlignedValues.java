package io.bearings.okr;

import java.time.LocalDate;
import java.util.List;

/** What a key result reached that is fed by objectives, which writes no values down. */
public interface AlignedValues {

  /**
   * The key result's score, 0 to 1, when each of some days was over, by effective date; in as many
   * statements however many days there are. Days on which it had no data are left out.
   *
   * @param days ascending, none in the future
   * @throws Refusal.NotFound when the person may not read its objective, or there is none
   * @throws Refusal.Unavailable while the database cannot be used
   */
  List<Readings.Valued> onDays(Person who, KeyResult keyResult, List<LocalDate> days);
}
