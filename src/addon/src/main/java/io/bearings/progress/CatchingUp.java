package io.bearings.progress;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.flow.StatusCategory;
import io.bearings.progress.Remembered.Note;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Brings what is copied of issues in line with Jira without having been told: an event is lost when
 * its node ends between the change and the event, and some changes have none. A round looks at what
 * changed since the round before, for linked issues that are gone, for statuses that got another
 * category, and whether issues are to be read by other settings than before. A round that fails is
 * made up for by the next one; two rounds at a time do no harm.
 */
@Named
public final class CatchingUp {
  /** How far a round looks back behind the one before: indexes lag, and clocks of nodes differ. */
  static final Duration OVERLAP = Duration.ofMinutes(5);

  /** How often a round asks for what changed, where the answers come too late. */
  static final int MOST_TRIES = 3;

  /** Issues that are asked for at once. */
  static final int PAGE = 1_000;

  /** Less than a page, because issues that change while pages are read move to the end. */
  static final int STEP = 900;

  /** How many pages of linked issues a round looks for. */
  static final int PAGES_LOOKED_FOR = 10;

  /** Issues whose past is read anew in one go. */
  static final int READ_AT_ONCE = 100;

  /** How long a round reads the past of issues anew; the next one goes on. */
  static final Duration READING = Duration.ofSeconds(40);

  private static final String UNTIL = "caughtUpUntil";
  private static final String LOOKED_UNTIL = "existenceLookedUntil";
  private static final String CATEGORIES = "statusCategories";
  private static final String READ_BY = "issuesReadBy";
  private static final String READ_UNTIL = "issuesReadUntil";

  private final RecentIssues recent;
  private final Followed followed;
  private final IssueFollowing following;
  private final IssueWatch watch;
  private final Queries queries;
  private final Links links;
  private final Issues issues;
  private final Histories histories;
  private final Backfill backfill;
  private final Workflows workflows;
  private final SiteSettings settings;
  private final Remembered remembered;
  private final Rebuilding rebuilding;
  private final Clock clock;

  @Inject
  public CatchingUp(
      RecentIssues recent,
      Followed followed,
      IssueFollowing following,
      IssueWatch watch,
      Queries queries,
      Links links,
      Issues issues,
      Histories histories,
      Backfill backfill,
      Workflows workflows,
      SiteSettings settings,
      Remembered remembered,
      Rebuilding rebuilding,
      Clock clock) {
    this.recent = recent;
    this.followed = followed;
    this.following = following;
    this.watch = watch;
    this.queries = queries;
    this.links = links;
    this.issues = issues;
    this.histories = histories;
    this.backfill = backfill;
    this.workflows = workflows;
    this.settings = settings;
    this.remembered = remembered;
    this.rebuilding = rebuilding;
    this.clock = clock;
  }

  /**
   * What a round found.
   *
   * @param changed issues whose changes nobody was known to have followed
   * @param gone linked issues that are not there any more
   * @param recategorised kept states and copies whose status has another category now
   * @param readAnew issues that were read by settings that changed
   */
  public record Round(int changed, int gone, int recategorised, int readAnew) {
    /** Whether there was nothing to be done. */
    public boolean isQuiet() {
      return changed + gone + recategorised + readAnew == 0;
    }
  }

  /** A part of a round; returns how much there was to do. */
  private interface Part {
    int run();
  }

  /**
   * One round. A part that fails does not keep the others from being done.
   *
   * @throws RuntimeException the first failure, with the others suppressed, after all parts
   */
  public Round round() {
    List<RuntimeException> failures = new ArrayList<>();
    Round round =
        new Round(
            run(this::changed, failures),
            run(this::gone, failures),
            run(this::recategorised, failures),
            run(this::readAnew, failures));
    if (!failures.isEmpty()) {
      RuntimeException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return round;
  }

  private static int run(Part part, List<RuntimeException> failures) {
    try {
      return part.run();
    } catch (RuntimeException e) {
      failures.add(e);
      return 0;
    }
  }

  /** Until when all changes are known to be followed; absent before the first round. */
  public Optional<Instant> until() {
    return remembered.read(UNTIL).map(note -> Instant.ofEpochMilli(Long.parseLong(note.text())));
  }

  private int changed() {
    Optional<Note> note = remembered.read(UNTIL);
    Instant begun = clock.instant();
    int changed =
        note.map(Note::text)
            .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
            .map(until -> changedSince(until.minus(OVERLAP)))
            .orElse(0);
    remembered.write(UNTIL, note, String.valueOf(begun.toEpochMilli()));
    return changed;
  }

  private int changedSince(Instant since) {
    int changed = 0;
    int total = 1;
    for (int from = 0; from < total; from += STEP) {
      RecentIssues.Page page = page(since, from);
      total = page.total();
      List<RecentIssues.Found> missed =
          page.issues().stream().filter(each -> !followed.covers(each)).toList();
      follow(missed);
      changed += missed.size();
    }
    return changed;
  }

  /**
   * Jira counts the minutes back from when it searches. Where that was much later than when they
   * were counted (a node that stood still, a clock that was set), what changed in between is asked
   * for again.
   */
  private RecentIssues.Page page(Instant since, int from) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Instant asked = clock.instant();
      long minutes = Math.max(0, Duration.between(since, asked).toMinutes()) + 1;
      RecentIssues.Page page = recent.changedWithin(minutes, from, PAGE);
      if (Duration.between(asked, clock.instant()).compareTo(OVERLAP) < 0) {
        return page;
      }
    }
    throw new IllegalStateException("What changed since " + since + " was not found in time");
  }

  private void follow(List<RecentIssues.Found> missed) {
    Set<Long> issueIds = missed.stream().map(RecentIssues.Found::issueId).collect(toSet());
    issueIds.forEach(following::changed);
    following.renewPast(issueIds);
    watch.changed(issueIds.stream().collect(toMap(Function.identity(), id -> Set.of())));
    queries.changed(issueIds);
    missed.forEach(each -> followed.add(each.issueId(), each.updated()));
  }

  /** A search cannot tell what is not there any more. */
  private int gone() {
    Optional<Note> note = remembered.read(LOOKED_UNTIL);
    long after = note.map(Note::text).map(Long::parseLong).orElse(0L);
    int gone = 0;
    for (int i = 0; i < PAGES_LOOKED_FOR; i++) {
      Set<Long> linked = links.linkedIssuesAfter(after, PAGE).keySet();
      if (!linked.isEmpty()) {
        Set<Long> there = issues.existing(linked);
        List<Long> missing = linked.stream().filter(id -> !there.contains(id)).toList();
        missing.forEach(following::gone);
        gone += missing.size();
      }
      if (linked.size() < PAGE) {
        after = 0;
        break;
      }
      after = linked.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
    remembered.write(LOOKED_UNTIL, note, String.valueOf(after));
    return gone;
  }

  private int recategorised() {
    Map<String, StatusCategory> now = workflows.categories();
    if (now.isEmpty()) {
      return 0;
    }
    Optional<Note> note = remembered.read(CATEGORIES);
    String text =
        new TreeMap<>(now)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(joining(";"));
    if (note.map(Note::text).filter(text::equals).isPresent()) {
      return 0;
    }
    Map<String, StatusCategory> changed = new HashMap<>();
    categories(note)
        .forEach(
            (statusId, before) -> {
              // A status that is gone counts as not begun.
              StatusCategory after = now.getOrDefault(statusId, StatusCategory.TO_DO);
              if (after != before) {
                changed.put(statusId, after);
              }
            });
    int recategorised = changed.isEmpty() ? 0 : histories.recategorise(changed);
    if (recategorised > 0) {
      rebuilding.start();
    }
    remembered.write(CATEGORIES, note, text);
    return recategorised;
  }

  private static Map<String, StatusCategory> categories(Optional<Note> note) {
    Map<String, StatusCategory> categories = new HashMap<>();
    for (String each : note.map(Note::text).orElse("").split(";")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        categories.put(
            each.substring(0, equals), StatusCategory.valueOf(each.substring(equals + 1)));
      }
    }
    return categories;
  }

  /**
   * Numbers of another field stand in no state that is kept, and when a resolution is deleted its
   * issues get another one without a trace.
   */
  private int readAnew() {
    Optional<Note> by = remembered.read(READ_BY);
    String now = readBy();
    if (by.map(Note::text).filter(now::equals).isEmpty()) {
      Optional<Note> position = remembered.read(READ_UNTIL);
      boolean again = by.filter(note -> isReadAnew(note.text(), now)).isPresent();
      if (again && remembered.write(READ_UNTIL, position, "0").isEmpty()) {
        return 0;
      }
      remembered.write(READ_BY, by, now);
    }
    return goOnReading();
  }

  private String readBy() {
    return settings.current().storyPointField().orElse("")
        + ";"
        + settings.resolutions().stream()
            .map(SiteSettings.Choice::id)
            .sorted()
            .collect(joining(","))
        + ";"
        + String.join(",", new TreeSet<>(settings.current().numberFields()));
  }

  /** Another field, or a resolution less; a new resolution changes nothing, nor a field less. */
  private static boolean isReadAnew(String before, String now) {
    String[] then = before.split(";", -1);
    String[] today = now.split(";", -1);
    return !then[0].equals(today[0])
        || !listed(today[1]).containsAll(listed(then[1]))
        || !listed(then.length > 2 ? then[2] : "").containsAll(listed(today[2]));
  }

  private static Set<String> listed(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(","));
  }

  private int goOnReading() {
    Instant end = clock.instant().plus(READING);
    int read = 0;
    Optional<Note> position = remembered.read(READ_UNTIL).filter(note -> !note.text().isEmpty());
    while (position.isPresent() && clock.instant().isBefore(end)) {
      List<Long> page = histories.keptAfter(Long.parseLong(position.get().text()), READ_AT_ONCE);
      page.forEach(following::changed);
      backfill.read(Set.copyOf(page));
      read += page.size();
      String next = page.size() < READ_AT_ONCE ? "" : String.valueOf(page.get(page.size() - 1));
      position = remembered.write(READ_UNTIL, position, next).filter(note -> !next.isEmpty());
    }
    return read;
  }
}
