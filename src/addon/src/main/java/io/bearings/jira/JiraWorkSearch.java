package io.bearings.jira;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.WorkSearch;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jira's search without regard to who may see an issue, because a figure counts all of them. */
@Component
class JiraWorkSearch implements WorkSearch {
  /** Issues that one search asks for. */
  private static final int PAGE = 1_000;

  private final HostService services;
  private final JiraPeople people;

  @Inject
  JiraWorkSearch(HostService services, JiraPeople people) {
    this.services = services;
    this.people = people;
  }

  @Override
  public Answer find(Person who, String jql, int most) {
    return ask(who, jql, most);
  }

  @Override
  public Answer findAmong(Person who, String jql, Collection<Long> issueIds) {
    List<Long> all = List.copyOf(issueIds);
    String condition = withoutOrder(jql);
    String among = condition.isEmpty() ? "id in (" : "(" + condition + ") AND id in (";
    Set<Long> found = new LinkedHashSet<>();
    for (int from = 0; from < all.size(); from += PAGE) {
      List<Long> page = all.subList(from, Math.min(from + PAGE, all.size()));
      String ids = page.stream().map(String::valueOf).collect(Collectors.joining(", "));
      Answer answer = ask(who, among + ids + ")", page.size());
      if (answer instanceof Hits hits) {
        found.addAll(hits.issueIds());
      } else {
        return answer;
      }
    }
    return new Hits(found, found.size());
  }

  /** An order cannot stand inside of parentheses; a quoted text that names one stays. */
  static String withoutOrder(String jql) {
    boolean quoted = false;
    char quote = 0;
    for (int i = 0; i < jql.length(); i++) {
      char each = jql.charAt(i);
      if (each == '\\') {
        i++;
      } else if (quoted) {
        quoted = each != quote;
      } else if (each == '"' || each == '\'') {
        quoted = true;
        quote = each;
      } else if (isOrder(jql, i)) {
        return jql.substring(0, i).strip();
      }
    }
    return jql.strip();
  }

  private static boolean isOrder(String jql, int at) {
    boolean begins =
        at == 0 || Character.isWhitespace(jql.charAt(at - 1)) || jql.charAt(at - 1) == ')';
    return begins && jql.substring(at).matches("(?is)order\\s+by\\s.*");
  }

  private Answer ask(Person who, String jql, int most) {
    try {
      // Our own functions refuse in here, also behind a saved filter: they would ask themselves.
      return OwnQueries.search(
          () -> UnrestrictedSearch.find(services, people.user(who).orElse(null), jql, most));
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }
}
