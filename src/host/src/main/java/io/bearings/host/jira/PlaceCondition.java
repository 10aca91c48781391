package io.bearings.host.jira;

import com.atlassian.jira.util.MessageSet;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.jql.JqlQuery;
import io.bearings.host.jira.jql.JqlQuery.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Conditions on where an issue belongs: sprints, epic, parent and versions. */
final class PlaceCondition {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final String NOTHING = "1 = 0";

  /** Where issues can belong. */
  enum Kind {
    SPRINT("select id from ao_60db71_sprint where "),
    EPIC(""),
    PARENT(""),
    FIXVERSION("select id from projectversion where "),
    AFFECTEDVERSION("select id from projectversion where ");

    private final String targets;

    Kind(String targets) {
      this.targets = targets;
    }
  }

  private static final Map<String, Kind> FIELDS =
      Map.of(
          "sprint", Kind.SPRINT,
          "epic link", Kind.EPIC,
          "parent", Kind.PARENT,
          "fixversion", Kind.FIXVERSION,
          "affectedversion", Kind.AFFECTEDVERSION);

  /** Functions that stand for targets, in lower case. */
  private static final Map<String, String> SPRINTS =
      Map.of(
          "opensprints", "sprint_state = 'ACTIVE'",
          "closedsprints", "sprint_state = 'CLOSED'",
          "futuresprints", "sprint_state = 'FUTURE'");

  private static final Map<String, String> VERSIONS =
      Map.of("releasedversions", "released", "unreleasedversions", "not released");

  private final JdbcTemplate jdbc;
  private final Issues issues;
  private final Software software;

  PlaceCondition(JdbcTemplate jdbc, Issues issues, Software software) {
    this.jdbc = jdbc;
    this.issues = issues;
    this.software = software;
  }

  /** What a field asks for; without Jira Software there is neither sprint nor epic. */
  Optional<Kind> kind(String field) {
    return Optional.ofNullable(FIELDS.get(field))
        .filter(kind -> kind != Kind.SPRINT && kind != Kind.EPIC || software.shapes().isPresent());
  }

  /**
   * The condition.
   *
   * @param problems takes what the site does not have
   */
  String of(Comparison comparison, Kind kind, MessageSet problems) {
    List<String> targets = new ArrayList<>();
    boolean orNowhere = false;
    for (JqlQuery.Operand operand : comparison.operands()) {
      if (operand instanceof JqlQuery.Empty) {
        orNowhere = true;
      } else {
        Optional<String> found =
            operand instanceof JqlQuery.Function function
                ? function(kind, function)
                : value(kind, ((JqlQuery.Value) operand).text());
        found.ifPresentOrElse(
            targets::add, () -> problems.addErrorMessage(missing(comparison, operand)));
      }
    }
    String places = "select issue from issue_index_place where kind = '" + column(kind) + "'";
    String nowhere = "id not in (" + places + ")";
    String there =
        targets.isEmpty()
            ? NOTHING
            : targets.stream()
                .map(each -> "target in (" + each + ")")
                .collect(Collectors.joining(" or ", "id in (" + places + " and (", "))"));
    if (comparison.operator().negative()) {
      // Whoever belongs nowhere is not found by "not in" either, as in Jira.
      return "(not (" + nowhere + ") and not (" + there + "))";
    }
    return orNowhere ? "(" + there + " or " + nowhere + ")" : there;
  }

  private static String column(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> function(Kind kind, JqlQuery.Function function) {
    String name = function.name().toLowerCase(Locale.ROOT);
    Optional<String> condition =
        switch (kind) {
          case SPRINT -> Optional.ofNullable(SPRINTS.get(name));
          case FIXVERSION, AFFECTEDVERSION -> Optional.ofNullable(VERSIONS.get(name));
          case EPIC, PARENT -> Optional.empty();
        };
    return condition.map(each -> kind.targets + each);
  }

  /** The ids of what is called so, or has this id. */
  private Optional<String> value(Kind kind, String text) {
    // Jira asks its index and its caches.
    List<Long> ids = StatementCount.free(() -> ids(kind, text));
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private List<Long> ids(Kind kind, String text) {
    return switch (kind) {
      case EPIC, PARENT -> issue(text).stream().toList();
      case SPRINT -> named("ao_60db71_sprint", "name", text);
      case FIXVERSION, AFFECTEDVERSION -> named("projectversion", "vname", text);
    };
  }

  private Optional<Long> issue(String keyOrId) {
    return NUMBER.matcher(keyOrId).matches()
        ? issues.byId(Long.parseLong(keyOrId)).map(HostIssue::getId)
        : issues.byKey(keyOrId.toUpperCase(Locale.ROOT)).map(HostIssue::getId);
  }

  private List<Long> named(String table, String column, String text) {
    List<Long> ids =
        jdbc.queryForList(
            "select id from " + table + " where lower(" + column + ") = ? order by id",
            Long.class,
            text.toLowerCase(Locale.ROOT));
    return ids.isEmpty() && NUMBER.matcher(text).matches()
        ? jdbc.queryForList(
            "select id from " + table + " where id = ?", Long.class, Long.parseLong(text))
        : ids;
  }

  private static String missing(Comparison comparison, JqlQuery.Operand operand) {
    return operand instanceof JqlQuery.Function function
        ? "Unable to find JQL function '"
            + function.name()
            + "("
            + String.join(", ", function.arguments())
            + ")' for the field '"
            + comparison.field()
            + "'."
        : "The value '"
            + ((JqlQuery.Value) operand).text()
            + "' does not exist for the field '"
            + comparison.field()
            + "'.";
  }
}
