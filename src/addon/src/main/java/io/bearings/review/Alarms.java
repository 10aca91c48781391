package io.bearings.review;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;

/** Where it is kept what rings in units. */
public interface Alarms {

  /**
   * The KPIs of some units that are not as they should be, and the blockers that still block their
   * objectives, without what was put away: one statement. The objectives are not checked for
   * whether the person may read them.
   *
   * @param who decides which objectives are followed
   * @throws Refusal.Unavailable while the database cannot be used
   */
  List<Alarm> of(Collection<Long> unitIds, Person who);
}
