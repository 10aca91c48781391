package io.bearings.jira;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.WorkSearch;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Jira's search for the work of key results, with the rights of whoever asks: what a query counts
 * would else tell of issues that its author may not browse.
 */
@Component
class JiraWorkSearch implements WorkSearch {
  private final HostService services;
  private final JiraPeople people;

  @Inject
  JiraWorkSearch(HostService services, JiraPeople people) {
    this.services = services;
    this.people = people;
  }

  @Override
  public Answer find(Person who, String jql, int most) {
    return ask(who, user -> QuerySearch.as(user, services).find(jql, most));
  }

  @Override
  public Answer findAmong(Person who, String jql, Collection<Long> issueIds) {
    String condition = withoutOrder(jql);
    List<Long> all = List.copyOf(issueIds);
    return ask(who, user -> QuerySearch.as(user, services).among(condition, all));
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

  private Answer ask(Person who, Function<ApplicationUser, Answer> question) {
    Optional<ApplicationUser> user = people.user(who).filter(ApplicationUser::isActive);
    if (user.isEmpty()) {
      return new NobodyAsks();
    }
    try {
      // Our own functions refuse in here, also behind a saved filter: they would ask themselves.
      return OwnQueries.search(() -> question.apply(user.get()));
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }
}
