package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.Test;

public class QueryScopeTest {
  private static final QueryNames.Names NAMES =
      new QueryNames.Names(
          Map.of(
              "demo", Set.of(1L),
              "1", Set.of(1L),
              "ops", Set.of(2L, 3L),
              "security team", Set.of(3L)),
          Map.of(
              "benefit", Set.of("benefit"),
              "cf[10]", Set.of("benefit"),
              "sprint", Set.of("sprint", "parent"),
              "assignee", Set.of("assignee"),
              "team", Set.of("team"),
              "comment", Set.of("comment")),
          Set.of("progress", "team", "priority"));

  private static QueryScope of(String jql) {
    return QueryScope.of(jql, NAMES);
  }

  @Test
  public void tellsTheFieldsThatAQueryAsksFor() {
    assertThat(of("status = Done").fields()).contains(Set.of("status"));
    assertThat(of("").fields()).contains(Set.of());
    assertThat(of("ORDER BY created DESC").fields()).contains(Set.of());
    assertThat(
            of("statusCategory!=Done&&Labels in(a,\"b c\")||NOT(fixVersion is not EMPTY)").fields())
        .contains(Set.of("status", "labels", "fix version"));
    assertThat(of("Benefit >= 5 and cf[10] < 9 and sprint = 4 order by status, key").fields())
        .contains(Set.of("benefit", "sprint", "parent"));
    assertThat(of("assignee = currentUser() and created > 2026-01-01").fields())
        .contains(Set.of("assignee"));
    assertThat(of("resolved >= \"2026/01/31 10:00\" and due is empty").fields())
        .contains(Set.of("resolution", "status", "duedate"));
  }

  @Test
  public void whatDependsOnAnythingElseIsNotKnown() {
    for (String jql :
        List.of(
            "created > -7d",
            "due < \"1w 2d\"",
            "due < now()",
            "due < startOfDay(-1)",
            "updated > 2026-01-01",
            "sprint in openSprints()",
            "fixVersion in unreleasedVersions()",
            "issue in linkedIssues(DEMO-1)",
            "text ~ word",
            "comment ~ word",
            "filter = \"My bugs\"",
            "issue.property[a].b = 1",
            "status was Done",
            "status changed after 2026-01-01",
            "watchers = currentUser()",
            "progress > 5",
            "team = Red",
            "gone = 5",
            "status = \"a \\\" b\"",
            "status = Done AND",
            "status Done",
            "(status = Done",
            "status = Done) OR (status = Open",
            "status in (Done",
            "status = Done order",
            "status not = Done",
            "= Done",
            "and = Done",
            "status = (a, b)",
            "status = f(a",
            "status = f((a))",
            "status = Done; key = 1",
            "(".repeat(200) + "status = Done" + ")".repeat(200))) {
      assertThat(of(jql).fields()).as(jql).isEmpty();
      assertThat(of(jql).isUnsteady()).as(jql).isTrue();
    }
  }

  @Test
  public void tellsTheProjectsInWhichAQueryFindsAnything() {
    assertThat(of("project = Demo").projects()).contains(Set.of(1L));
    assertThat(of("project in (1, OPS) and filter = x").projects()).contains(Set.of(1L, 2L, 3L));
    assertThat(of("project = ops and project = \"Security Team\"").projects()).contains(Set.of(3L));
    assertThat(of("(project = demo and status = Done) or (text ~ a and project = 1)").projects())
        .contains(Set.of(1L));
    for (String jql :
        List.of(
            "",
            "status = Done",
            "project != demo",
            "project not in (demo)",
            "not project = demo",
            "project = demo or status = Done",
            "project = unknown",
            "project in (demo, unknown)",
            "project is empty",
            "project in projectsLeadByUser()",
            "project = demo and status was Done")) {
      assertThat(of(jql).projects()).as(jql).isEmpty();
    }
  }

  @Test
  public void whatMayGiveRightsOrIsNotKnownAlwaysMatters() {
    QueryScope scope = of("status = Done");
    assertThat(scope.canMatter(changed("labels", "benefit"), true, NAMES)).isFalse();
    for (String field :
        List.of(
            "status",
            "security",
            "assignee",
            "reporter",
            "project",
            "key",
            "progress",
            "team",
            "priority",
            "gone",
            "workflow")) {
      assertThat(scope.canMatter(changed("labels", field), false, NAMES)).as(field).isTrue();
    }
    assertThat(scope.canMatter(WhatChanged.UNKNOWN, false, NAMES)).isTrue();
    assertThat(of("gone = 1").canMatter(changed("labels"), false, NAMES)).isTrue();
  }

  private static WhatChanged changed(String... fields) {
    return new WhatChanged(Optional.of(Set.of(1L)), Optional.of(Set.of(fields)));
  }

  /** An issue of a site whose people see only what has no level, or is theirs. */
  private record Issue(
      long project,
      String status,
      String priority,
      Set<String> labels,
      Optional<Integer> benefit,
      String assignee,
      boolean secret) {
    boolean isSeen() {
      return !secret || assignee.equals("anna");
    }

    /** A field that is calculated and has no changes of its own. */
    int progress() {
      return status.equals("done") ? 100 : labels.size();
    }
  }

  /** A query with what it means; what it means may be another thing at another time. */
  private record Query(String jql, Predicate<Issue> meaning) {}

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  public void aQueryThatIsNotAskedHasTheSameAnswer() {
    int skipped = 0;
    for (int i = 0; i < 60_000; i++) {
      Query query = query(3);
      Issue before = issue();
      Set<String> recorded = new HashSet<>();
      Issue after = change(before, recorded);
      boolean was = before.isSeen() && query.meaning().test(before);
      boolean is = after.isSeen() && query.meaning().test(after);
      WhatChanged change =
          new WhatChanged(
              some(Set.of(after.project())),
              recorded.isEmpty() ? Optional.empty() : some(recorded));
      if (!of(query.jql()).canMatter(change, was, NAMES)) {
        skipped++;
        assertThat(is)
            .as("seed %s: %s, %s, from %s to %s", seed, query.jql(), change, before, after)
            .isEqualTo(was);
      }
    }
    assertThat(skipped).as("seed %s", seed).isGreaterThan(5_000);
  }

  private <T> Optional<Set<T>> some(Set<T> all) {
    return Optional.of(all).filter(known -> random.nextInt(5) > 0);
  }

  private Issue issue() {
    return new Issue(
        1 + random.nextInt(3),
        one("open", "done"),
        one("high", "low"),
        labels(),
        number(),
        one("anna", "bert"),
        random.nextBoolean());
  }

  private Set<String> labels() {
    return Set.of("x", "y", "z").stream()
        .filter(each -> random.nextBoolean())
        .collect(Collectors.toSet());
  }

  private Optional<Integer> number() {
    return Optional.of(random.nextInt(4)).filter(each -> random.nextBoolean());
  }

  private String one(String... values) {
    return values[random.nextInt(values.length)];
  }

  /** Another state of an issue, and under what Jira records how it came about. */
  private Issue change(Issue before, Set<String> recorded) {
    Issue other = issue();
    boolean often = random.nextInt(4) == 0;
    boolean project = often && take(recorded, other.project() != before.project(), "project");
    boolean rights = random.nextInt(6) == 0;
    return new Issue(
        project ? other.project() : before.project(),
        take(recorded, !other.status().equals(before.status()), "status")
            ? other.status()
            : before.status(),
        take(recorded, !other.priority().equals(before.priority()), "priority")
            ? other.priority()
            : before.priority(),
        take(recorded, !other.labels().equals(before.labels()), "labels")
            ? other.labels()
            : before.labels(),
        take(recorded, !other.benefit().equals(before.benefit()), "benefit")
            ? other.benefit()
            : before.benefit(),
        rights && take(recorded, !other.assignee().equals(before.assignee()), "assignee")
            ? other.assignee()
            : before.assignee(),
        rights && take(recorded, other.secret() != before.secret(), "security")
            ? other.secret()
            : before.secret());
  }

  private boolean take(Set<String> recorded, boolean different, String field) {
    boolean taken = different && random.nextInt(3) == 0;
    if (taken) {
      recorded.add(field);
    }
    return taken;
  }

  private Query query(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return comparison();
    }
    switch (random.nextInt(5)) {
      case 0:
        Query part = query(depth - 1);
        return new Query(
            word(one("not ", "! ", "not")) + "(" + part.jql() + ")", part.meaning().negate());
      case 1:
        return joined(depth, one(" or ", "||", " | "), false);
      default:
        return joined(depth, one(" and ", "&&", " & "), true);
    }
  }

  private Query joined(int depth, String operator, boolean all) {
    List<Query> parts = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add(query(depth - 1));
    }
    String jql =
        parts.stream()
            .map(each -> "(" + each.jql() + ")")
            .collect(Collectors.joining(word(operator)));
    return new Query(
        jql,
        all
            ? issue -> parts.stream().allMatch(each -> each.meaning().test(issue))
            : issue -> parts.stream().anyMatch(each -> each.meaning().test(issue)));
  }

  private Query comparison() {
    String value = one("x", "y", "z");
    int number = random.nextInt(4);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        String name = one("demo", "ops", "1", "\"security team\"");
        Set<Long> ids = NAMES.projects().get(name.replace("\"", ""));
        yield new Query(word("project") + "=" + word(name), it -> ids.contains(it.project()));
      }
      case 3 -> new Query("project != demo", it -> it.project() != 1);
      case 4 -> new Query(word("status = done"), it -> it.status().equals("done"));
      case 5 ->
          new Query(
              word("statuscategory") + " in (done, 'other')", it -> it.status().equals("done"));
      case 6 -> new Query(word("priority") + "!=high", it -> !it.priority().equals("high"));
      case 7 -> new Query(word("labels = ") + value, it -> it.labels().contains(value));
      case 8 ->
          new Query(
              one("benefit", "CF[10]") + " >= " + number,
              it -> it.benefit().filter(each -> each >= number).isPresent());
      case 9 ->
          new Query(
              one("assignee = currentUser()", "assignee in (anna)"),
              it -> it.assignee().equals("anna"));
      case 10 -> new Query("progress > " + number, it -> it.progress() > number);
      default ->
          new Query(
              one("due < 7d", "text ~ a", "issue in linkedIssues(A-1)", "status was open"),
              it -> random.nextBoolean());
    };
  }

  private String word(String text) {
    return random.nextBoolean() ? text : text.toUpperCase(Locale.ROOT);
  }
}
