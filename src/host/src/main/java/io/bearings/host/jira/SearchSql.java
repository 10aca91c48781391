package io.bearings.host.jira;

import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import io.bearings.host.jira.jql.JqlDates;
import io.bearings.host.jira.jql.JqlQuery;
import io.bearings.host.jira.jql.JqlQuery.Comparison;
import io.bearings.host.jira.jql.JqlQuery.Condition;
import io.bearings.host.jira.jql.JqlQuery.Operand;
import io.bearings.host.jira.jql.JqlQuery.Operator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates a JQL query into a condition on the search index. What a query names and the site does
 * not have is a problem for whoever validates the query, and matches nothing in a search, as in
 * Jira.
 */
final class SearchSql {
  private static final String NOTHING = "1 = 0";
  private static final Pattern KEY = Pattern.compile("(.+)-([1-9][0-9]{0,17})");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> SAME =
      Map.of(
          "key", "issuekey",
          "id", "issuekey",
          "issue", "issuekey",
          "type", "issuetype",
          "resolved", "resolutiondate",
          "due", "duedate");
  private static final Map<String, String> TEXTS =
      Map.of("summary", "title_words", "text", "all_words", "description", "all_words");

  private final Site site;
  private final ApplicationUser user;
  private final JqlFunctions functions;
  private final PlaceCondition places;
  private final boolean validating;
  private final boolean overridden;
  private final MessageSet problems = new MessageSetImpl();
  private final List<Object> arguments = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final Map<String, Set<Long>> given = new LinkedHashMap<>();
  private final DateCondition dates;

  private SearchSql(
      Site site,
      ApplicationUser user,
      JqlFunctions functions,
      PlaceCondition places,
      Clock clock,
      boolean validating,
      boolean overridden) {
    this.site = site;
    this.user = user;
    this.functions = functions;
    this.places = places;
    this.validating = validating;
    this.overridden = overridden;
    this.dates = new DateCondition(new JqlDates(clock), clock.getZone(), problems, arguments);
  }

  /** For somebody who wants to know what is wrong with a query. */
  static SearchSql validating(
      Site site, ApplicationUser user, JqlFunctions functions, PlaceCondition places, Clock clock) {
    return new SearchSql(site, user, functions, places, clock, true, false);
  }

  /**
   * For somebody who searches.
   *
   * @param overridden whether functions are told that permissions do not count
   */
  static SearchSql searching(
      Site site,
      ApplicationUser user,
      JqlFunctions functions,
      PlaceCondition places,
      Clock clock,
      boolean overridden) {
    return new SearchSql(site, user, functions, places, clock, false, overridden);
  }

  /** The ids of issues that functions gave, by the function's name. */
  Map<String, Set<Long>> given() {
    return given;
  }

  /** What the query names although the site has no such thing. */
  MessageSet problems() {
    return problems;
  }

  /** The issue keys that the query names. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /** The arguments for the question marks, in the order in which conditions were asked for. */
  Object[] arguments() {
    return arguments.toArray();
  }

  String condition(JqlQuery query) {
    return query.where().map(this::condition).orElse("1 = 1");
  }

  private String condition(Condition condition) {
    if (condition instanceof JqlQuery.And and) {
      return joined(and.parts(), " and ");
    }
    if (condition instanceof JqlQuery.Or or) {
      return joined(or.parts(), " or ");
    }
    if (condition instanceof JqlQuery.Not not) {
      return "not (" + condition(not.part()) + ")";
    }
    return comparison((Comparison) condition);
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
  }

  private static String field(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SAME.getOrDefault(lower, lower);
  }

  private String comparison(Comparison comparison) {
    String field = field(comparison.field());
    if (TEXTS.containsKey(field)) {
      return text(comparison, TEXTS.get(field));
    }
    Operator operator = comparison.operator();
    if (operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS) {
      return isKnown(comparison, field) ? unsupported(comparison) : NOTHING;
    }
    if (DateCondition.FIELDS.contains(field)) {
      return dates.of(comparison, field);
    }
    if (operator.ordering()) {
      return isKnown(comparison, field) ? unsupported(comparison) : NOTHING;
    }
    Optional<PlaceCondition.Kind> place = places.kind(field);
    if (place.isPresent()) {
      return places.of(comparison, place.get(), problems);
    }
    return switch (field) {
      case "issuekey" -> issues(comparison);
      case "project" -> choice(comparison, "project", this::project);
      case "status" -> choice(comparison, "issuestatus", name -> ids(site.statuses(), name));
      case "statuscategory" -> choice(comparison, "issuestatus", this::statusesOfCategory);
      case "resolution" -> choice(comparison, "resolution", name -> ids(site.resolutions(), name));
      case "priority" -> choice(comparison, "priority", name -> ids(site.priorities(), name));
      case "issuetype" -> choice(comparison, "issuetype", name -> ids(site.issueTypes(), name));
      case "assignee" -> choice(comparison, "assignee", this::person);
      case "reporter" -> choice(comparison, "reporter", this::person);
      default -> {
        isKnown(comparison, field);
        yield NOTHING;
      }
    };
  }

  private boolean isKnown(Comparison comparison, String field) {
    boolean known =
        DateCondition.FIELDS.contains(field)
            || places.kind(field).isPresent()
            || Stream.of(
                    "issuekey",
                    "project",
                    "status",
                    "statuscategory",
                    "resolution",
                    "priority",
                    "issuetype",
                    "assignee",
                    "reporter")
                .anyMatch(field::equals);
    if (!known) {
      problems.addErrorMessage(
          "Field '"
              + comparison.field()
              + "' does not exist or you do not have permission to view it.");
    }
    return known;
  }

  private String unsupported(Comparison comparison) {
    problems.addErrorMessage(
        "The operator '"
            + comparison.operator()
            + "' is not supported by the '"
            + comparison.field()
            + "' field.");
    return NOTHING;
  }

  private String text(Comparison comparison, String column) {
    Operator operator = comparison.operator();
    boolean contains = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    if (!contains || !(comparison.operands().get(0) instanceof JqlQuery.Value value)) {
      return unsupported(comparison);
    }
    List<String> words =
        NOT_A_WORD
            .splitAsStream(value.text().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      problems.addErrorMessage(
          "The text '"
              + value.text()
              + "' for the field '"
              + comparison.field()
              + "' has no word.");
      return NOTHING;
    }
    words.forEach(word -> arguments.add("% " + word + "%"));
    String all =
        words.stream().map(word -> column + " like ?").collect(Collectors.joining(" and "));
    return operator.negative() ? "not (" + all + ")" : "(" + all + ")";
  }

  /**
   * A field that holds one of the site's ids, or nothing. An empty list: there is no such value.
   */
  private String choice(
      Comparison comparison, String column, Function<String, List<?>> idsOfValue) {
    List<Object> ids = new ArrayList<>();
    boolean orEmpty = false;
    for (Operand operand : comparison.operands()) {
      if (operand instanceof JqlQuery.Empty || isUnresolved(column, operand)) {
        orEmpty = true;
      } else {
        typesOf(column, operand)
            .or(() -> value(comparison, operand).map(text -> found(comparison, text, idsOfValue)))
            .ifPresent(ids::addAll);
      }
    }
    arguments.addAll(ids);
    String list = "?, ".repeat(Math.max(0, ids.size() - 1)) + "?";
    if (comparison.operator().negative()) {
      String present = column + " is not null";
      return ids.isEmpty() ? present : "(" + present + " and " + column + " not in (" + list + "))";
    }
    String isOne = ids.isEmpty() ? NOTHING : column + " in (" + list + ")";
    return orEmpty ? "(" + isOne + " or " + column + " is null)" : isOne;
  }

  private static boolean isUnresolved(String column, Operand operand) {
    return column.equals("resolution")
        && operand instanceof JqlQuery.Value value
        && value.text().equalsIgnoreCase("unresolved");
  }

  /** The ids of issue types that a function stands for. */
  private Optional<List<?>> typesOf(String column, Operand operand) {
    if (!column.equals("issuetype") || !(operand instanceof JqlQuery.Function function)) {
      return Optional.empty();
    }
    boolean subTasks = function.name().equalsIgnoreCase("subTaskIssueTypes");
    return subTasks || function.name().equalsIgnoreCase("standardIssueTypes")
        ? Optional.of(
            site.issueTypes().values().stream()
                .filter(type -> type.isSubTask() == subTasks)
                .map(HostConstant::getId)
                .toList())
        : Optional.empty();
  }

  /** A value's text, or what its function gives. */
  private Optional<String> value(Comparison comparison, Operand operand) {
    if (operand instanceof JqlQuery.Value value) {
      return Optional.of(value.text());
    }
    JqlQuery.Function function = (JqlQuery.Function) operand;
    boolean people =
        field(comparison.field()).equals("assignee")
            || field(comparison.field()).equals("reporter");
    if (people && function.name().equalsIgnoreCase("currentUser")) {
      return Optional.ofNullable(user).map(ApplicationUser::getName);
    }
    unknown(comparison, function);
    return Optional.empty();
  }

  private void unknown(Comparison comparison, JqlQuery.Function function) {
    problems.addErrorMessage(
        "Unable to find JQL function '"
            + written(function)
            + "' for the field '"
            + comparison.field()
            + "'.");
  }

  private static String written(JqlQuery.Function function) {
    return function.name() + "(" + String.join(", ", function.arguments()) + ")";
  }

  /** What an add-on's function stands for; nothing when it is unknown or says what is wrong. */
  private List<QueryLiteral> values(Comparison comparison, JqlQuery.Function written) {
    Optional<JqlFunction> function = functions.named(written.name());
    if (function.isEmpty()) {
      unknown(comparison, written);
      return List.of();
    }
    boolean several =
        comparison.operator() == Operator.IN || comparison.operator() == Operator.NOT_IN;
    if (function.get().isList() && !several) {
      problems.addErrorMessage(
          "Operator '"
              + comparison.operator()
              + "' does not support the list given by the function '"
              + written(written)
              + "' for field '"
              + comparison.field()
              + "'.");
      return List.of();
    }
    JqlFunctions.Use use = new JqlFunctions.Use(function.get(), comparison.field(), written);
    if (validating) {
      MessageSet found = use.problems(user);
      problems.addMessageSet(found);
      if (found.hasAnyErrors()) {
        return List.of();
      }
    }
    return use.values(user, overridden);
  }

  private List<?> found(Comparison comparison, String text, Function<String, List<?>> idsOfValue) {
    List<?> ids = idsOfValue.apply(text);
    if (ids.isEmpty()) {
      problems.addErrorMessage(
          "The value '" + text + "' does not exist for the field '" + comparison.field() + "'.");
    }
    return ids;
  }

  private static List<String> ids(Map<String, ? extends HostConstant> constants, String name) {
    return Site.find(constants, name).map(HostConstant::getId).stream().toList();
  }

  private List<String> statusesOfCategory(String name) {
    return site.statuses().values().stream()
        .filter(status -> isCategory(status.category(), name))
        .map(HostConstant::getId)
        .toList();
  }

  private static boolean isCategory(HostStatusCategory category, String name) {
    return Stream.of(category.getName(), category.getKey(), category.getId().toString())
        .anyMatch(name::equalsIgnoreCase);
  }

  private List<Long> project(String keyNameOrId) {
    return site.projects().values().stream()
        .filter(
            project ->
                project.key().equalsIgnoreCase(keyNameOrId)
                    || project.name().equalsIgnoreCase(keyNameOrId)
                    || project.id().toString().equals(keyNameOrId))
        .map(HostProject::id)
        .toList();
  }

  private List<String> person(String nameOrKey) {
    return site.userByName(nameOrKey).or(() -> site.user(nameOrKey)).map(HostUser::key).stream()
        .toList();
  }

  private String issues(Comparison comparison) {
    List<String> ids = new ArrayList<>();
    Map<Long, List<String>> numbers = new TreeMap<>();
    List<String> named = new ArrayList<>();
    for (Operand operand : comparison.operands()) {
      if (operand instanceof JqlQuery.Empty) {
        return comparison.operator().negative() ? "1 = 1" : NOTHING;
      }
      if (operand instanceof JqlQuery.Function function) {
        List<Long> values =
            values(comparison, function).stream()
                .map(QueryLiteral::getLongValue)
                .filter(Objects::nonNull)
                .toList();
        given.computeIfAbsent(function.name(), name -> new TreeSet<>()).addAll(values);
        values.forEach(id -> ids.add(id.toString()));
      } else {
        issue(comparison, ((JqlQuery.Value) operand).text(), ids, numbers, named);
      }
    }
    keys.addAll(named);
    String any = any(ids, numbers, named);
    return comparison.operator().negative() ? "not " + any : any;
  }

  /** An issue named by its id or key. */
  private void issue(
      Comparison comparison,
      String text,
      List<String> ids,
      Map<Long, List<String>> numbers,
      List<String> named) {
    Matcher parts = KEY.matcher(text.toUpperCase(Locale.ROOT));
    if (NUMBER.matcher(text).matches()) {
      ids.add(text);
    } else if (parts.matches()) {
      named.add(parts.group());
      site.projectByKey(parts.group(1))
          .ifPresent(
              project ->
                  numbers
                      .computeIfAbsent(project.id(), id -> new ArrayList<>())
                      .add(parts.group(2)));
    } else {
      problems.addErrorMessage(
          "The issue key '" + text + "' for field '" + comparison.field() + "' is invalid.");
    }
  }

  private String any(List<String> ids, Map<Long, List<String>> numbers, List<String> named) {
    List<String> either = new ArrayList<>(List.of(NOTHING));
    if (!ids.isEmpty()) {
      either.add("id in (" + String.join(", ", ids) + ")");
    }
    numbers.forEach(
        (project, list) ->
            either.add(
                "(project = " + project + " and issuenum in (" + String.join(", ", list) + "))"));
    if (!named.isEmpty()) {
      arguments.addAll(named);
      either.add(
          "id in (select issue_id from moved_issue_key where old_issue_key in ("
              + "?, ".repeat(named.size() - 1)
              + "?))");
    }
    return "(" + String.join(" or ", either) + ")";
  }

  /** The condition that only what the user may browse is found. */
  String visible() {
    String either =
        site.projects().values().stream()
            .filter(project -> site.allows("BROWSE_PROJECTS", project, user))
            .collect(
                Collectors.groupingBy(
                    project -> List.copyOf(new TreeSet<>(site.levelsOf(user, project)))))
            .entrySet()
            .stream()
            .map(entry -> visible(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(" or "));
    return either.isEmpty() ? NOTHING : "(" + either + ")";
  }

  private static String visible(List<Long> levels, List<HostProject> projects) {
    String level =
        levels.isEmpty()
            ? "security is null"
            : "(security is null or security in (" + numbers(levels.stream()) + "))";
    return "(project in ("
        + numbers(projects.stream().map(HostProject::id))
        + ") and "
        + level
        + ")";
  }

  private static String numbers(Stream<Long> numbers) {
    return numbers.sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** The order of the hits; without one the last key comes first, as in Jira. */
  String order(JqlQuery query) {
    List<JqlQuery.Sort> sorts =
        query.order().isEmpty() ? List.of(new JqlQuery.Sort("key", true)) : query.order();
    return Stream.concat(sorts.stream().flatMap(this::order), Stream.of("id"))
        .collect(Collectors.joining(", "));
  }

  private Stream<String> order(JqlQuery.Sort sort) {
    String direction = sort.descending() ? " desc nulls first" : " asc nulls last";
    return expressions(sort).map(expression -> expression + direction);
  }

  private Stream<String> expressions(JqlQuery.Sort sort) {
    String field = field(sort.field());
    return switch (field) {
      case "issuekey" -> Stream.of(inOrderOf("project", projectsByKey()), "issuenum");
      case "project" -> Stream.of(inOrderOf("project", projectsByKey()));
      case "status" -> Stream.of(inOrderOf("issuestatus", quoted(site.statuses())));
      case "priority" -> Stream.of(inOrderOf("priority", quoted(site.priorities())));
      case "issuetype" -> Stream.of(inOrderOf("issuetype", quoted(site.issueTypes())));
      case "resolution" -> Stream.of(inOrderOf("resolution", quoted(site.resolutions())));
      case "assignee", "reporter" ->
          Stream.of(
              "(select lower(u.display_name) from cwd_user u where u.user_key = issue_index."
                  + field
                  + ")");
      case "created", "updated", "duedate", "resolutiondate" -> Stream.of(field);
      case "summary" -> Stream.of("lower(summary)");
      default -> {
        problems.addErrorMessage("Not able to sort using field '" + sort.field() + "'.");
        yield Stream.of();
      }
    };
  }

  private List<String> projectsByKey() {
    return site.projects().values().stream()
        .sorted(Comparator.comparing(HostProject::key))
        .map(project -> project.id().toString())
        .toList();
  }

  private static List<String> quoted(Map<String, ? extends HostConstant> constants) {
    return constants.keySet().stream().map(id -> "'" + id.replace("'", "''") + "'").toList();
  }

  private static String inOrderOf(String column, List<String> values) {
    StringBuilder expression = new StringBuilder("case " + column);
    for (int i = 0; i < values.size(); i++) {
      expression.append(" when ").append(values.get(i)).append(" then ").append(i);
    }
    return expression.append(" end").toString();
  }
}
