package io.bearings.jira;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueState;
import io.bearings.progress.IssueText;
import io.bearings.progress.Issues;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jira's issues, read through its own services. */
@Component
class JiraIssues implements Issues {
  /** Issues that one search asks for. */
  private static final int PAGE = 500;

  /** Issues that the search index does not know yet and that are asked for one by one. */
  private static final int NOT_INDEXED = 20;

  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_]{1,255}-\\d{1,18}");

  private final IssueManager issueManager;
  private final CustomFieldManager customFields;
  private final PermissionManager permissions;
  private final HostService services;
  private final JiraPeople people;
  private final SiteSettings settings;

  @Inject
  JiraIssues(
      @ComponentImport IssueManager issueManager,
      @ComponentImport CustomFieldManager customFields,
      @ComponentImport PermissionManager permissions,
      HostService services,
      JiraPeople people,
      SiteSettings settings) {
    this.issueManager = issueManager;
    this.customFields = customFields;
    this.permissions = permissions;
    this.services = services;
    this.people = people;
    this.settings = settings;
  }

  @Override
  public Optional<IssueRef> find(Person who, String issueKey) {
    return people
        .user(who)
        .flatMap(user -> one(user, canonical(issueKey)))
        .map(issue -> new IssueRef(issue.getId(), issue.getKey(), issue.getProjectId()));
  }

  private Optional<Issue> one(ApplicationUser user, String key) {
    return Optional.of(key)
        .filter(text -> KEY.matcher(text).matches())
        .<Issue>map(issueManager::getIssueObject)
        .filter(
            issue -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user));
  }

  @Override
  public Map<String, IssueState> visible(Person who, Collection<String> issueKeys) {
    Optional<ApplicationUser> user = people.user(who);
    if (user.isEmpty()) {
      return Map.of();
    }
    Set<String> wanted = issueKeys.stream().map(JiraIssues::canonical).collect(toSet());
    Map<String, Long> ids = new HashMap<>();
    List<String> searchable = wanted.stream().filter(key -> KEY.matcher(key).matches()).toList();
    for (List<String> page : pages(searchable)) {
      search(user.get(), "key in (\"" + String.join("\", \"", page) + "\")", page.size())
          .forEach(issue -> ids.put(issue.getKey(), issue.getId()));
    }
    // The index lags behind: an issue that was created this second is not in it.
    searchable.stream()
        .filter(key -> !ids.containsKey(key))
        .limit(NOT_INDEXED)
        .forEach(key -> one(user.get(), key).ifPresent(issue -> ids.put(key, issue.getId())));
    Map<Long, IssueState> states =
        states(ids.values()).stream()
            .collect(toMap(IssueState::id, Function.identity(), (one, same) -> one));
    Map<String, IssueState> found = new LinkedHashMap<>();
    issueKeys.forEach(
        key ->
            Optional.ofNullable(ids.get(canonical(key)))
                .map(states::get)
                .ifPresent(state -> found.put(key, state)));
    return found;
  }

  @Override
  public Map<Long, IssueText> texts(Person who, Collection<Long> issueIds) {
    Map<Long, IssueText> texts = new HashMap<>();
    people
        .user(who)
        .ifPresent(
            user -> {
              for (List<Long> page : pages(issueIds)) {
                String ids = page.stream().map(String::valueOf).collect(Collectors.joining(", "));
                List<Long> visible =
                    search(user, "id in (" + ids + ")", page.size()).stream()
                        .map(Issue::getId)
                        .toList();
                // The index says who may see what; what it says of the issue itself may be of a
                // moment ago, and a row would call an issue done and to do at once.
                read(visible).forEach(issue -> texts.put(issue.getId(), IssueReading.text(issue)));
              }
            });
    return texts;
  }

  private List<Issue> search(ApplicationUser user, String jql, int most) {
    try {
      return IssueSearch.find(services, user, jql, most);
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }

  @Override
  public List<IssueState> states(Collection<Long> issueIds) {
    Function<Issue, IssueState> state = reader();
    return read(issueIds).stream().map(state).toList();
  }

  @Override
  public Set<Long> existing(Collection<Long> issueIds) {
    return read(issueIds).stream().map(Issue::getId).collect(toSet());
  }

  @Override
  public List<IssueState> changedSince(Collection<IssueState> read) {
    Function<Issue, IssueState> state = reader();
    Map<Long, Instant> then = read.stream().collect(toMap(IssueState::id, IssueState::updated));
    return read(then.keySet()).stream()
        .filter(issue -> IssueReading.updated(issue).isAfter(then.get(issue.getId())))
        .map(state)
        .toList();
  }

  private List<Issue> read(Collection<Long> issueIds) {
    List<Issue> all = new ArrayList<>();
    pages(issueIds).forEach(page -> all.addAll(issueManager.getIssueObjects(page)));
    return all;
  }

  /** An issue as Jira hands it out: one statement for each number that is kept. */
  IssueState state(Issue issue) {
    return reader().apply(issue);
  }

  /** Reads states by the settings in force, which are looked up once and not per issue. */
  private Function<Issue, IssueState> reader() {
    NumberReading numbers = NumberReading.of(settings.current(), customFields);
    return issue -> IssueReading.state(issue, numbers);
  }

  private static String canonical(String key) {
    return key.strip().toUpperCase(Locale.ROOT);
  }

  private static <T> List<List<T>> pages(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> pages = new ArrayList<>();
    for (int from = 0; from < list.size(); from += PAGE) {
      pages.add(list.subList(from, Math.min(from + PAGE, list.size())));
    }
    return pages;
  }
}
