package io.bearings.flow.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Sprint;
import io.bearings.flow.SprintReport;
import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;

/**
 * Exact replay: sprints are made up over the real status history of a site, with issues that join,
 * leave, are carried over and estimated anew, and every sum is compared with plain counting over
 * the list of what happened.
 */
public class ConstructedSprintsRealDataTest {
  private static final long SEED = 20261122;
  private static final Instant FIRST = Instant.parse("2009-01-05T09:00:00Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final int SPRINTS = 120;

  /** What happened to an issue: exactly one of the three is there. */
  private record Happening(
      Instant at, Optional<String> status, Optional<Set<Long>> sprints, Optional<Long> points) {
    static Happening status(Instant at, String to) {
      return new Happening(at, Optional.of(to), Optional.empty(), Optional.empty());
    }

    static Happening sprints(Instant at, Set<Long> in) {
      return new Happening(at, Optional.empty(), Optional.of(Set.copyOf(in)), Optional.empty());
    }

    static Happening points(Instant at, long now) {
      return new Happening(at, Optional.empty(), Optional.empty(), Optional.of(now));
    }
  }

  /** An issue with all that happened to it, in order; the first three say what it was made with. */
  private record Life(String key, Instant created, List<Happening> happenings) {
    private String statusAt(Instant at) {
      return happenings.stream()
          .filter(each -> !each.at().isAfter(at))
          .flatMap(each -> each.status().stream())
          .reduce((one, next) -> next)
          .orElse("");
    }

    private boolean isIn(long sprint, Instant at) {
      return sprintsAt(at).contains(sprint);
    }

    private Set<Long> sprintsAt(Instant at) {
      return happenings.stream()
          .filter(each -> !each.at().isAfter(at))
          .flatMap(each -> each.sprints().stream())
          .reduce((one, next) -> next)
          .orElse(Set.of());
    }

    private Optional<Long> pointsAt(Instant at) {
      return happenings.stream()
          .filter(each -> !each.at().isAfter(at))
          .flatMap(each -> each.points().stream())
          .reduce((one, next) -> next);
    }
  }

  private Duraspace site;
  private final List<Life> lives = new ArrayList<>();
  private final Random random = new Random(SEED);

  @Before
  public void makeUp() {
    site = new Duraspace(RealData.of("duraspace"));
    for (Map<String, String> issue : site.issues) {
      lives.add(life(issue));
    }
  }

  private static Instant start(long sprint) {
    return FIRST.plus(FORTNIGHT.multipliedBy(sprint));
  }

  /** A sprint is completed some hours before the next one starts. */
  private static Instant complete(long sprint) {
    return start(sprint + 1).minus(Duration.ofHours(3));
  }

  private Life life(Map<String, String> issue) {
    Instant created = Instant.parse(issue.get("created"));
    List<Happening> happenings = new ArrayList<>();
    happenings.add(Happening.status(created, site.takenBackTo(issue, Instant.MIN).status()));
    site.changesOf(issue.get("key"), "status")
        .forEach(
            row -> happenings.add(Happening.status(Instant.parse(row.get("at")), row.get("to"))));
    if (random.nextInt(4) > 0) {
      happenings.add(Happening.points(created, 1 + random.nextInt(8)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      happenings.add(Happening.points(after(created), 1 + random.nextInt(13)));
    }
    plan(created, happenings);
    happenings.sort((one, other) -> one.at().compareTo(other.at()));
    return new Life(issue.get("key"), created, happenings);
  }

  private Instant after(Instant created) {
    return created.plus(Duration.ofHours(1 + random.nextInt(24 * 60)));
  }

  /** Joins a sprint at some moment; leaves it, is carried over, or neither; several times. */
  private void plan(Instant created, List<Happening> happenings) {
    Set<Long> in = new HashSet<>();
    Instant now = created;
    for (int i = random.nextInt(4); i > 0; i--) {
      now = after(now);
      long sprint = Math.max(0, Duration.between(FIRST, now).toDays() / 14);
      in.add(sprint);
      happenings.add(Happening.sprints(now, in));
      switch (random.nextInt(3)) {
        case 0 -> {
          now = now.plus(Duration.ofHours(1 + random.nextInt(100)));
          in.remove(sprint);
          happenings.add(Happening.sprints(now, in));
        }
        case 1 -> {
          now = complete(sprint).isAfter(now) ? complete(sprint) : now;
          in.add(sprint + 1);
          happenings.add(Happening.sprints(now, in));
        }
        default -> now = now.plus(Duration.ofHours(2));
      }
    }
  }

  private IssueHistory history(Life life) {
    Set<Instant> moments = new TreeSet<>();
    life.happenings().forEach(each -> moments.add(each.at()));
    List<IssueHistory.Moment> states = new ArrayList<>();
    for (Instant at : moments) {
      IssueSnapshot state =
          site.snapshot(
              new Duraspace.Fields(life.statusAt(at), "", Set.of(), Set.of()), life.pointsAt(at));
      states.add(
          new IssueHistory.Moment(
              at,
              new IssueSnapshot(
                  state.projectId(),
                  state.statusId(),
                  state.category(),
                  state.resolutionId(),
                  state.points(),
                  state.originalEstimate(),
                  life.sprintsAt(at),
                  state.versionIds(),
                  state.epicId(),
                  state.parentId())));
    }
    return new IssueHistory(Math.abs((long) life.key().hashCode()), states, Optional.empty());
  }

  /** The sums of a sprint, counted. */
  private static final class Counted {
    private long commitment;
    private long added;
    private long velocity;
    private long notCompleted;
    private long removed;
    private long elsewhere;
    private boolean estimated;
  }

  private static final Set<String> DONE = Set.of("Closed");

  private Counted count(long sprint) {
    Counted sums = new Counted();
    Instant start = lastOfSecond(start(sprint));
    Instant end = lastOfSecond(complete(sprint));
    for (Life life : lives) {
      boolean atStart = !life.created().isAfter(start) && life.isIn(sprint, start);
      Optional<Instant> joined =
          life.happenings().stream()
              .filter(each -> each.sprints().filter(in -> in.contains(sprint)).isPresent())
              .map(Happening::at)
              .filter(at -> at.isAfter(start) && !at.isAfter(end))
              .findFirst();
      if (!atStart && joined.isEmpty()) {
        continue;
      }
      boolean atEnd = life.isIn(sprint, end);
      boolean done = DONE.contains(life.statusAt(end));
      if (atStart && !DONE.contains(life.statusAt(start))) {
        sums.commitment += estimate(sums, life, start);
      }
      if (!atStart) {
        sums.added += estimate(sums, life, joined.orElseThrow());
      }
      long atLast = estimate(sums, life, end);
      if (!atEnd) {
        sums.removed += atLast;
      } else if (!done) {
        sums.notCompleted += atLast;
      } else if (before(life, sprint, start, end)) {
        sums.elsewhere += atLast;
      } else {
        sums.velocity += atLast;
      }
    }
    return sums;
  }

  private static long estimate(Counted sums, Life life, Instant at) {
    Optional<Long> points = life.pointsAt(at);
    sums.estimated |= points.isPresent();
    return points.orElse(0L);
  }

  /** Whether it was done last before the sprint, or before it joined last. */
  private static boolean before(Life life, long sprint, Instant start, Instant end) {
    Instant done = life.created();
    Instant in = life.created();
    boolean wasDone = false;
    boolean wasIn = false;
    for (Happening each : life.happenings()) {
      if (each.at().isAfter(end)) {
        break;
      }
      boolean isDone = DONE.contains(life.statusAt(each.at()));
      boolean isIn = life.isIn(sprint, each.at());
      done = isDone && !wasDone ? each.at() : done;
      in = isIn && !wasIn ? each.at() : in;
      wasDone = isDone;
      wasIn = isIn;
    }
    return !done.isAfter(start) || done.isBefore(in);
  }

  private static Instant lastOfSecond(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).plusSeconds(1).minusNanos(1);
  }

  @Test
  public void everySumIsTheOneThatIsCounted() {
    List<IssueHistory> histories = lives.stream().map(this::history).toList();
    DoneColumn done = DoneColumn.of(DONE);
    int busy = 0;
    for (long sprint = 0; sprint < SPRINTS; sprint++) {
      Sprint of = new Sprint(sprint, start(sprint), Optional.of(complete(sprint)));
      SprintReport report = SprintReport.of(of, histories, done, complete(sprint));
      Counted counted = count(sprint);
      assertThat(report.basis()).isEqualTo(DoneColumn.Basis.RIGHTMOST_COLUMN);
      assertThat(report.estimated()).as("sprint %s", sprint).isEqualTo(counted.estimated);
      if (!counted.estimated) {
        continue;
      }
      assertThat(
              List.of(
                  points(report.commitment()),
                  points(report.added()),
                  points(report.velocity()),
                  points(report.notCompleted()),
                  points(report.removed()),
                  points(report.completedElsewhere())))
          .as("sprint %s, seed %s", sprint, SEED)
          .containsExactly(
              counted.commitment,
              counted.added,
              counted.velocity,
              counted.notCompleted,
              counted.removed,
              counted.elsewhere);
      busy += counted.velocity > 0 && counted.notCompleted > 0 ? 1 : 0;
    }
    assertThat(busy)
        .as("sprints in which something was done and something was not")
        .isGreaterThan(20);
  }

  private static long points(SprintReport.Sum sum) {
    return sum.points().map(BigDecimal::longValueExact).orElseThrow();
  }

  @Test
  public void theCategoryIsNotTheColumn() {
    List<IssueHistory> histories = lives.stream().map(this::history).toList();
    long differing = 0;
    for (long sprint = 0; sprint < SPRINTS; sprint++) {
      Sprint of = new Sprint(sprint, start(sprint), Optional.of(complete(sprint)));
      SprintReport column = SprintReport.of(of, histories, DoneColumn.of(DONE), complete(sprint));
      SprintReport category =
          SprintReport.of(of, histories, DoneColumn.UNREADABLE, complete(sprint));
      assertThat(category.basis()).isEqualTo(DoneColumn.Basis.CATEGORY_DONE);
      differing += column.velocity().equals(category.velocity()) ? 0 : 1;
    }
    assertThat(differing)
        .as("Resolved is of category Done, but not in the last column")
        .isPositive();
    assertThat(histories)
        .anyMatch(
            history ->
                history.moments().stream()
                    .anyMatch(
                        each ->
                            each.state().statusId().equals("Resolved")
                                && each.state().category() == StatusCategory.DONE));
  }
}
