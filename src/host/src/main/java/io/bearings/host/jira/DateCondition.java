package io.bearings.host.jira;

import com.atlassian.jira.util.MessageSet;
import io.bearings.host.jira.jql.JqlDates;
import io.bearings.host.jira.jql.JqlQuery;
import io.bearings.host.jira.jql.JqlQuery.Comparison;
import java.sql.Date;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Conditions on the dates of an issue. */
final class DateCondition {
  /** The fields, each called like its column in the index. */
  static final Set<String> FIELDS = Set.of("created", "updated", "resolutiondate", "duedate");

  private static final String NOTHING = "1 = 0";

  private final JqlDates dates;
  private final ZoneId zone;
  private final MessageSet problems;
  private final List<Object> arguments;

  /**
   * @param problems takes what is wrong with a date
   * @param arguments takes the arguments for question marks
   */
  DateCondition(JqlDates dates, ZoneId zone, MessageSet problems, List<Object> arguments) {
    this.dates = dates;
    this.zone = zone;
    this.problems = problems;
    this.arguments = arguments;
  }

  String of(Comparison comparison, String column) {
    return switch (comparison.operator()) {
      case IS -> column + " is null";
      case IS_NOT -> column + " is not null";
      case EQUALS, NOT_EQUALS, IN, NOT_IN -> oneOf(comparison, column);
      default ->
          moment(comparison, comparison.operands().get(0))
              .map(
                  moment -> {
                    arguments.add(argument(column, moment));
                    return column + " " + comparison.operator() + " ?";
                  })
              .orElse(NOTHING);
    };
  }

  private String oneOf(Comparison comparison, String column) {
    List<Instant> moments = new ArrayList<>();
    comparison.operands().forEach(operand -> moment(comparison, operand).ifPresent(moments::add));
    moments.forEach(moment -> arguments.add(argument(column, moment)));
    String list = moments.stream().map(moment -> "?").collect(Collectors.joining(", "));
    if (comparison.operator().negative()) {
      String present = column + " is not null";
      return moments.isEmpty()
          ? present
          : "(" + present + " and " + column + " not in (" + list + "))";
    }
    return moments.isEmpty() ? NOTHING : column + " in (" + list + ")";
  }

  private Object argument(String column, Instant moment) {
    return column.equals("duedate")
        ? Date.valueOf(moment.atZone(zone).toLocalDate())
        : IssueRow.timestamp(moment);
  }

  private Optional<Instant> moment(Comparison comparison, JqlQuery.Operand operand) {
    if (operand instanceof JqlQuery.Value value) {
      Optional<Instant> moment = dates.moment(value.text());
      if (moment.isEmpty()) {
        problems.addErrorMessage(
            "Date value '"
                + value.text()
                + "' for field '"
                + comparison.field()
                + "' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm',"
                + " 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
      }
      return moment;
    }
    if (operand instanceof JqlQuery.Function function) {
      Optional<Instant> moment = dates.moment(function);
      if (moment.isEmpty()) {
        problems.addErrorMessage(
            "Unable to find JQL function '"
                + function.name()
                + "("
                + String.join(", ", function.arguments())
                + ")' for the field '"
                + comparison.field()
                + "'.");
      }
      return moment;
    }
    problems.addErrorMessage(
        "The operator '"
            + comparison.operator()
            + "' does not support searching for an empty value in the field '"
            + comparison.field()
            + "'.");
    return Optional.empty();
  }
}
