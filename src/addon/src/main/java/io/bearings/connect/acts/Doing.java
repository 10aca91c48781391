package io.bearings.connect.acts;

import io.bearings.okr.Person;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Does the acts whose time has come, each for itself: one that fails holds up no other, and one
 * that somebody else took is left alone.
 */
@Named
public final class Doing {
  /** How many acts one round does at most. */
  static final int ROUND = 200;

  /** How often a call is tried. */
  static final int TRIES = 10;

  /** After how long an act that was taken counts as abandoned; no act takes that long. */
  static final Duration ABANDONED_AFTER = Duration.ofMinutes(15);

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  private final Acts acts;
  private final IssueDesk desk;
  private final Calling calling;
  private final Clock clock;

  @Inject
  public Doing(Acts acts, IssueDesk desk, Calling calling, Clock clock) {
    this.acts = acts;
    this.desk = desk;
    this.calling = calling;
    this.clock = clock;
  }

  /**
   * Does what is due now.
   *
   * @param stopping whether to begin nothing more
   * @return how many acts were begun
   */
  public int round(BooleanSupplier stopping) {
    Instant now = clock.instant();
    acts.settleAbandoned(now.minus(ABANDONED_AFTER), now);
    Set<String> deaf = new HashSet<>();
    Set<Long> done = new HashSet<>();
    Optional<RuntimeException> failure = Optional.empty();
    for (Act act : acts.due(now, ROUND)) {
      if (stopping.getAsBoolean()) {
        break;
      }
      try {
        if (!isDeaf(act, deaf) && acts.take(act, clock.instant())) {
          done.add(act.id());
          settle(act, outcome(act), deaf);
        }
      } catch (RuntimeException e) {
        failure.ifPresent(e::addSuppressed);
        failure = Optional.of(e);
      }
    }
    failure.ifPresent(
        e -> {
          throw e;
        });
    return done.size();
  }

  private void settle(Act act, Outcome outcome, Set<String> deaf) {
    if (outcome instanceof Outcome.Later || outcome instanceof Outcome.GivenUp) {
      // Who does not answer costs a while; the rest of what it is to hear waits for the next round.
      deaf.add(host(act));
    }
    acts.settle(act.id(), outcome, clock.instant());
  }

  private static boolean isDeaf(Act act, Set<String> deaf) {
    return act.deed() instanceof Deed.Call && deaf.contains(host(act));
  }

  private static String host(Act act) {
    return act.deed() instanceof Deed.Call call ? call.host() : "";
  }

  private Outcome outcome(Act act) {
    Person as = new Person(act.asKey());
    if (act.deed() instanceof Deed.CreateIssue issue) {
      return carefully(() -> desk.create(as, issue));
    }
    if (act.deed() instanceof Deed.Comment comment) {
      return carefully(() -> desk.comment(as, comment));
    }
    return act.deed() instanceof Deed.Call call ? call(act, call) : new Outcome.Done("");
  }

  private interface Attempt {
    Outcome make();
  }

  private static Outcome carefully(Attempt attempt) {
    try {
      return attempt.make();
    } catch (RuntimeException | LinkageError e) {
      return new Outcome.Unclear(String.valueOf(e.getMessage()));
    }
  }

  /** Whoever is called knows a call that is repeated by its number, so it may be. */
  private Outcome call(Act act, Deed.Call call) {
    Calling.Answer answer = calling.call(act, call);
    if (answer.accepted()) {
      return new Outcome.Done(answer.note());
    }
    int tries = act.tries() + 1;
    return tries >= TRIES
        ? new Outcome.GivenUp(answer.note())
        : new Outcome.Later(answer.note(), clock.instant().plus(wait(tries)));
  }

  /** Twice as long after each try: a minute, two, four, at most six hours. */
  static Duration wait(int tries) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, TRIES));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
