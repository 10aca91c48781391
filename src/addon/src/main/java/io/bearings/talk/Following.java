package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Who follows an objective: is told what happens with it, and sees it even when it is private. So
 * others are let in by those who may edit it only.
 */
@Named
public final class Following {
  private final Sight sight;
  private final Followers followers;
  private final People people;
  private final Clock clock;

  @Inject
  public Following(Sight sight, Followers followers, People people, Clock clock) {
    this.sight = sight;
    this.followers = followers;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Follows an objective.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   * @throws Refusal.Forbidden when the person may not follow
   */
  public void follow(Person who, long objectiveId) {
    sight.item(who, Subject.objective(objectiveId)).require(Operation.FOLLOW);
    followers.add(objectiveId, who, edit(who));
  }

  /**
   * Follows an objective no longer.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   */
  public void unfollow(Person who, long objectiveId) {
    sight.item(who, Subject.objective(objectiveId));
    followers.remove(objectiveId, who);
  }

  /**
   * The user keys of those who follow an objective, in alphabetical order.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   */
  public List<String> followers(Person who, long objectiveId) {
    sight.item(who, Subject.objective(objectiveId));
    return followers.of(objectiveId).stream().sorted().toList();
  }

  /**
   * Lets somebody else follow an objective.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   * @throws Refusal.Invalid when there is no such other person, or that person may not see the unit
   */
  public void letFollow(Person who, long objectiveId, Person other) {
    Item item =
        sight.item(who, Subject.objective(objectiveId)).require(Operation.EDIT_OBJECTIVE).item();
    boolean may =
        people.nameOf(other.key()).isPresent()
            && item.audience().followed(true).includes(sight.of(other));
    if (!may) {
      throw new Refusal.Invalid(
          Map.of("person", Message.of("bearings.error.mayNotSee", other.key())));
    }
    followers.add(objectiveId, other, edit(who));
  }

  /**
   * Lets somebody else follow an objective no longer.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   */
  public void letGo(Person who, long objectiveId, Person other) {
    sight.item(who, Subject.objective(objectiveId)).require(Operation.EDIT_OBJECTIVE);
    followers.remove(objectiveId, other);
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
