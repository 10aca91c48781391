package io.bearings.progress;

import io.bearings.okr.CheckingIn;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;

/** What a check-in opens with: what happened to the linked work since the last one. */
@Named
public final class OpeningCheckIn {
  private final CheckingIn checkingIn;
  private final WorkHistory work;

  @Inject
  public OpeningCheckIn(CheckingIn checkingIn, WorkHistory work) {
    this.checkingIn = checkingIn;
    this.work = work;
  }

  /**
   * What happened.
   *
   * @param since when the last check-in was entered; absent where this is the first, which looks
   *     back to when the key result was published
   */
  public record Opening(Optional<Instant> since, WorkHistory.Happened happened) {}

  /**
   * What happened to the work of a key result since somebody last checked in.
   *
   * @throws io.bearings.okr.Refusal.NotFound when the person may not see the key result, or there
   *     is none
   */
  public Opening of(Person who, long keyResultId) {
    CheckingIn.Said last = checkingIn.lastSaid(who, keyResultId);
    Instant after = last.entered().or(last::published).orElse(Instant.EPOCH);
    return new Opening(last.entered(), work.since(who, keyResultId, after));
  }
}
