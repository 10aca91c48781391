package io.bearings.okr;

import java.util.Collection;
import java.util.Map;

/** The boards of Jira Software, as far as units name them. */
public interface BoardNames {

  /** Whether there is Jira Software, so that boards can be asked for. */
  boolean canTell();

  /** The names of all boards that the person may see, by id. */
  Map<Long, String> namesOfAll(Person who);

  /** The names of those of some boards that the person may see, by id. */
  Map<Long, String> names(Person who, Collection<Long> boardIds);
}
