package io.bearings.talk;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import java.util.Set;

/** Where it is kept who follows what. Every call costs one statement, a new follower two. */
public interface Followers {
  /** The user keys of those who follow an objective. */
  Set<String> of(long objectiveId);

  /** Lets a person follow an objective; nothing changes for one who does already. */
  void add(long objectiveId, Person follower, Edit by);

  /** Lets a person no longer follow an objective; nothing changes for one who does not. */
  void remove(long objectiveId, Person follower);
}
