package io.bearings.progress;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds our own JQL functions in a query. A key result's query must not use them: it would ask for
 * what it is to answer.
 */
public final class OwnFunctions {
  /** The names, as the descriptor gives them to Jira. */
  public static final List<String> NAMES =
      List.of("issuesOfKeyResult", "issuesOfObjective", "issuesOfUnit", "issuesWithObjective");

  /** A quoted text, or a word, and whether a parenthesis follows it. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?:\"((?:\\\\.|[^\"\\\\])*)\"|'((?:\\\\.|[^'\\\\])*)'|((?:\\\\.|[^\\s\"'(),=!~<>&|])+))"
              + "(\\s*\\()?",
          Pattern.DOTALL);

  /** What JQL lets stand for a character. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  private OwnFunctions() {}

  /**
   * Our functions that a query calls, in the order in which they first stand there. What is only a
   * value or a name of a field is no call.
   *
   * @param jql a query, or a text that is none
   */
  public static Set<String> calledIn(String jql) {
    return PIECE
        .matcher(jql)
        .results()
        .filter(piece -> piece.group(4) != null)
        .map(piece -> first(piece.group(1), piece.group(2), piece.group(3)))
        .map(OwnFunctions::plain)
        .flatMap(name -> NAMES.stream().filter(name::equalsIgnoreCase))
        .collect(toCollection(LinkedHashSet::new));
  }

  private static String first(String... groups) {
    for (String group : groups) {
      if (group != null) {
        return group;
      }
    }
    return "";
  }

  private static String plain(String written) {
    return ESCAPE
        .matcher(written)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? escape.group(2)
                        : String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
