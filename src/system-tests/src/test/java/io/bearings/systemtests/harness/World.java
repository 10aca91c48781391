package io.bearings.systemtests.harness;

import io.bearings.systemtests.harness.ImportFile.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The Jira data that every shared host starts with: made by a rule, so that each run has the same.
 * Each test class works in projects of its own.
 */
public final class World {
  /** How many issues the large project has. */
  public static final int MANY = 5_000;

  /** The number of the issue in APP that only leads may see. */
  public static final int CONFIDENTIAL = 12;

  /** A summary that would run if somebody forgot to escape it. */
  private static final String HOSTILE =
      "Issue \"'><script>window.hacked=1</script><img src=x"
          + " onerror=\"window.hacked=1\">{{7*7}}$a&lt;";

  private static final String[] STATUSES = {"To Do", "In Progress", "Done", "In Review"};
  private static final int[] POINTS = {1, 2, 3, 5, 8, 13, 0};

  private World() {}

  /** The import file of the shared hosts. */
  public static Path file() {
    return new ImportFile()
        .people()
        .project("APP", "Shop app", stories())
        .project(
            "BIG",
            "Everything we ever did",
            IntStream.rangeClosed(1, MANY).mapToObj(World::issue)::iterator)
        .project("WIDE", "Fifty objectives", List.of())
        .project("SLIM", "Five objectives", List.of())
        .project("LEAN", "A team with one objective", List.of())
        .project("FULL", "A team with twenty objectives", List.of())
        .project("BUSY", "One issue serves many", List.of())
        .project("BAD", "Wrong requests", open("Wrong", 5))
        .project("EASY", "Keyboard and readers", open("Easy", 6))
        .project("SAFE", "<i>Safe</i> & sound", List.of(Work.open(HOSTILE), Work.open("Plain")))
        .closedProject("SECRET", "Nobody knows", open("Secret", 3))
        .project("EMPTY", "Nothing yet", List.of())
        .project("FIND", "Found by what it serves", open("Find", 8))
        .project("GONE", "Deleted during the tests", open("Gone", 4))
        .project("FLOW", "Attached by a transition", open("Flow", 8))
        .project("SEEN", "Found by a query", open("Seen", 4))
        .closedProject("MARK", "Says what a number does not", open("Mark", 4))
        .project("PLAN", "Linked by epic and sprint", open("Plan", 6))
        .versions("1.0", "2.0")
        .write("world");
  }

  /** The keys of issues of the large project, from the first to the last number. */
  public static List<String> big(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(number -> "BIG-" + number).toList();
  }

  /** The issue with a number in the large project. */
  static Work issue(int number) {
    String status = STATUSES[number * 7 % 11 % 4];
    Optional<String> resolution =
        status.equals("Done")
            ? Optional.of(number % 13 == 0 ? "Won't Do" : "Done")
            : Optional.empty();
    Optional<Integer> points =
        number % 5 == 0 ? Optional.empty() : Optional.of(POINTS[number % POINTS.length]);
    return new Work("Piece of work " + number, status, resolution, points, Optional.empty());
  }

  private static List<Work> stories() {
    List<Work> stories = new ArrayList<>(open("Story", CONFIDENTIAL - 1));
    stories.add(
        new Work(
            "Confidential: the breach of May",
            "To Do",
            Optional.empty(),
            Optional.empty(),
            Optional.of("Leads only")));
    return stories;
  }

  private static List<Work> open(String title, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> Work.open(title + " " + n)).toList();
  }
}
