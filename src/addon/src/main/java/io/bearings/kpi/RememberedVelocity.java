package io.bearings.kpi;

import io.bearings.okr.Person;
import io.bearings.okr.TeamBoards;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Velocities that were told lately. Each person has their own, because boards are looked at as that
 * person; other projects or boards of a unit are another question, so nobody is told of what the
 * unit no longer has.
 */
final class RememberedVelocity {
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** The one that was asked for longest ago makes room for a further one. */
  private static final int MOST = 500;

  private final Clock clock;
  private final Map<Asked, Told> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Told> eldest) {
          return size() > MOST;
        }
      };

  RememberedVelocity(Clock clock) {
    this.clock = clock;
  }

  /** Who asked, for which unit, and which Jira projects and boards its branch has. */
  record Asked(Person who, long unitId, Set<Long> projectIds, TeamBoards boards) {}

  private record Told(KpiWork.TeamVelocity velocity, Instant at) {}

  /** What was told at most five minutes ago. */
  synchronized Optional<KpiWork.TeamVelocity> of(Asked asked) {
    Instant now = clock.instant();
    return Optional.ofNullable(told.get(asked))
        // A clock that was put back must not keep an answer for as long.
        .filter(each -> !now.isBefore(each.at()) && !now.isAfter(each.at().plus(FRESH)))
        .map(Told::velocity);
  }

  synchronized void put(Asked asked, KpiWork.TeamVelocity velocity) {
    told.remove(asked);
    told.put(asked, new Told(velocity, clock.instant()));
  }
}
