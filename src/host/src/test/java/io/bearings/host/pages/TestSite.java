package io.bearings.host.pages;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.Boards;
import io.bearings.host.jira.BulkOperations;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.Dashboards;
import io.bearings.host.jira.HostPerson;
import io.bearings.host.jira.IssueOperations;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.PostFunctions;
import io.bearings.host.jira.SearchLog;
import io.bearings.host.jira.SiteOperations;
import io.bearings.host.jira.SprintOperations;
import io.bearings.host.jira.WorkLogs;
import io.bearings.host.jira.Workflow;
import io.bearings.host.pages.lab.LogTap;
import io.bearings.host.runtime.HostServices;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pages over a Jira of two projects that exists only in memory: {@code DEMO}, which every user
 * may browse, and {@code SEC}, which only admin may browse.
 */
final class TestSite implements AutoCloseable {
  private static final Instant DAY = Instant.parse("2026-03-02T09:30:00Z");

  final FakeAddOn addOn;
  final LogTap log = new LogTap();
  final Database database = mock(Database.class);
  final IssueOperations operations = mock(IssueOperations.class);
  final Boards boards = mock(Boards.class);
  final SprintOperations sprints = mock(SprintOperations.class);
  final AtomicInteger arrivals = new AtomicInteger();
  final List<Duration> moves = new ArrayList<>();
  final List<String> transitions = new ArrayList<>();
  final List<String> queries = new ArrayList<>();
  final FakeDashboards dashboards = new FakeDashboards();
  final PostFunctions postFunctions = mock(PostFunctions.class);
  final BulkOperations bulk = mock(BulkOperations.class);
  final Comments comments = mock(Comments.class);
  final WorkLogs workLogs = mock(WorkLogs.class);
  final VersionManager versions = mock(VersionManager.class);
  final SiteOperations siteOperations = mock(SiteOperations.class);
  private final Map<String, ApplicationUser> users = new HashMap<>();
  final Map<String, Project> projects = new HashMap<>();
  private final Map<String, MutableIssue> issues = new HashMap<>();
  private final Map<String, Status> statuses = new HashMap<>();
  private final IssueType story = mock(IssueType.class);
  private final Priority medium = mock(Priority.class);
  private final WebServer server;

  private TestSite(WebServer server, FrameOfActions frame) {
    this.server = server;
    this.addOn = new FakeAddOn(frame);
  }

  static TestSite start(boolean lab, int port) throws Exception {
    WebServer server =
        WebServer.bind(
            new WebServer.Place(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "/jira"));
    FrameOfActions frame = new FrameOfActions();
    TestSite site = new TestSite(server, frame);
    site.fill();
    server.serve(site.parts(lab), frame);
    return site;
  }

  String url() {
    return server.baseUrl();
  }

  @Override
  public void close() throws Exception {
    server.close();
  }

  private void fill() {
    user("admin", "Administrator");
    user("member", "Mona <Member>");
    Project demo = project(10_000L, "DEMO", "Mobile app");
    Project sec = project(10_001L, "SEC", "Security response");
    for (int i = 1; i <= 120; i++) {
      issue(demo, i, i % 3 == 0 ? "done" : i % 3 == 1 ? "new" : "indeterminate");
    }
    issue(sec, 1, "new");
    when(story.getName()).thenReturn("Story");
    when(medium.getName()).thenReturn("Medium");
    when(database.kind()).thenReturn(Database.Kind.H2);
  }

  private ApplicationUser user(String name, String displayName) {
    ApplicationUser user = mock(ApplicationUser.class);
    when(user.getKey()).thenReturn("JIRAUSER-" + name);
    when(user.getName()).thenReturn(name);
    when(user.getUsername()).thenReturn(name);
    when(user.getDisplayName()).thenReturn(displayName);
    when(user.getEmailAddress()).thenReturn(name + "@example.org");
    when(user.isActive()).thenReturn(true);
    users.put(name, user);
    return user;
  }

  private Project project(long id, String key, String name) {
    Project project = mock(Project.class);
    ApplicationUser lead = users.get("admin");
    when(project.getId()).thenReturn(id);
    when(project.getKey()).thenReturn(key);
    when(project.getName()).thenReturn(name);
    when(project.getProjectLead()).thenReturn(lead);
    projects.put(key, project);
    return project;
  }

  private void issue(Project project, int number, String category) {
    MutableIssue issue = mock(MutableIssue.class, withSettings().stubOnly());
    String key = project.getKey() + "-" + number;
    long projectId = project.getId();
    long id = projectId * 1_000 + number;
    Status status = statuses.computeIfAbsent(category, TestSite::status);
    ApplicationUser assignee = number % 2 == 0 ? users.get("member") : null;
    when(issue.getId()).thenReturn(id);
    when(issue.getKey()).thenReturn(key);
    when(issue.getSummary())
        .thenReturn("Make the <script>alert(" + number + ")</script> screen load within a second");
    when(issue.getDescription()).thenReturn(number == 2 ? null : "First line & more\nsecond line");
    when(issue.getProjectObject()).thenReturn(project);
    when(issue.getProjectId()).thenReturn(projectId);
    when(issue.getStatus()).thenReturn(status);
    when(issue.getStatusId()).thenReturn("10000");
    when(issue.getIssueType()).thenReturn(story);
    when(issue.getPriority()).thenReturn(medium);
    when(issue.getAssignee()).thenReturn(assignee);
    when(issue.getCreated()).thenReturn(Timestamp.from(DAY));
    when(issue.getUpdated()).thenReturn(Timestamp.from(DAY.plusSeconds(60)));
    when(issue.getCustomFieldValue(any())).thenReturn(number % 2 == 0 ? 3.0 : null);
    issues.put(key, issue);
  }

  private static Status status(String category) {
    StatusCategory of = mock(StatusCategory.class);
    when(of.getKey()).thenReturn(category);
    Status status = mock(Status.class);
    when(status.getStatusCategory()).thenReturn(of);
    when(status.getId()).thenReturn("10" + category.length());
    when(status.getName())
        .thenReturn(
            Map.of("done", "Done", "new", "To Do", "indeterminate", "In Progress").get(category));
    return status;
  }

  private WebServer.Parts parts(boolean lab) {
    SessionTokens tokens = new SessionTokens();
    HostServices services =
        new HostServices()
            .publish(JiraAuthenticationContext.class, new LoggedIn().mock)
            .publish(XsrfTokenGenerator.class, tokens)
            .publish(PermissionManager.class, permissions())
            .publish(GlobalPermissionManager.class, globalPermissions())
            .publish(ProjectManager.class, projectManager())
            .publish(IssueManager.class, issueManager())
            .publish(SearchService.class, search())
            .publish(ResolutionManager.class, resolutions())
            .publish(CustomFieldManager.class, customFields())
            .publish(VersionManager.class, versions)
            .publish(ChangeHistoryManager.class, history());
    return new WebServer.Parts(
        services,
        new People(),
        new FakeWorkflow(),
        postFunctions,
        operations,
        bulk,
        comments,
        workLogs,
        siteOperations,
        boards,
        sprints,
        dashboards,
        addOn,
        database,
        Temper.KIND,
        arrivals::incrementAndGet,
        arrivals::incrementAndGet,
        moves::add,
        new SearchLog(),
        lab ? Optional.of(log) : Optional.empty());
  }

  private boolean mayBrowse(Project project, ApplicationUser user) {
    return user != null && (user.getName().equals("admin") || !project.getKey().equals("SEC"));
  }

  private PermissionManager permissions() {
    PermissionManager manager = mock(PermissionManager.class);
    when(manager.hasPermission(any(), any(Project.class), any()))
        .thenAnswer(call -> mayBrowse(call.getArgument(1), call.getArgument(2)));
    when(manager.hasPermission(any(), any(Issue.class), any()))
        .thenAnswer(
            call -> mayBrowse(call.<Issue>getArgument(1).getProjectObject(), call.getArgument(2)));
    when(manager.getProjects(any(), any()))
        .thenAnswer(
            call ->
                projects.values().stream()
                    .filter(project -> mayBrowse(project, call.getArgument(1)))
                    .toList());
    return manager;
  }

  private static GlobalPermissionManager globalPermissions() {
    GlobalPermissionManager manager = mock(GlobalPermissionManager.class);
    when(manager.hasPermission(any(GlobalPermissionKey.class), any()))
        .thenAnswer(call -> call.<ApplicationUser>getArgument(1).getName().equals("admin"));
    return manager;
  }

  private ProjectManager projectManager() {
    ProjectManager manager = mock(ProjectManager.class);
    when(manager.getProjectByCurrentKey(anyString()))
        .thenAnswer(call -> projects.get(call.<String>getArgument(0)));
    when(manager.getProjectObj(anyLong()))
        .thenAnswer(
            call ->
                projects.values().stream()
                    .filter(project -> project.getId().equals(call.getArgument(0)))
                    .findFirst()
                    .orElse(null));
    when(manager.getProjectObjects()).thenReturn(List.copyOf(projects.values()));
    return manager;
  }

  private IssueManager issueManager() {
    IssueManager manager = mock(IssueManager.class);
    when(manager.getIssueObject(anyString()))
        .thenAnswer(
            call -> {
              StatementCount.add(1);
              return issues.get(call.<String>getArgument(0));
            });
    when(manager.getIssueObject(anyLong()))
        .thenAnswer(
            call ->
                issues.values().stream()
                    .filter(issue -> issue.getId().equals(call.getArgument(0)))
                    .findFirst()
                    .orElse(null));
    return manager;
  }

  private SearchService search() {
    SearchService service = mock(SearchService.class);
    MessageSet wrong = new MessageSetImpl();
    wrong.addErrorMessage("There is no such thing.");
    when(service.validateQuery(any(), any()))
        .thenAnswer(
            call ->
                "wrong".equals(call.<Query>getArgument(1).getQueryString())
                    ? wrong
                    : new MessageSetImpl());
    when(service.parseQuery(any(), anyString()))
        .thenAnswer(
            call -> {
              queries.add(call.getArgument(1));
              Query query = mock(Query.class);
              when(query.getQueryString()).thenReturn(call.getArgument(1));
              return new SearchService.ParseResult(query, mock(MessageSet.class));
            });
    try {
      when(service.search(any(), any(), any()))
          .thenAnswer(
              call -> {
                PagerFilter<?> pager = call.getArgument(2);
                List<Issue> all =
                    issues.values().stream()
                        .filter(issue -> issue.getKey().startsWith("DEMO"))
                        .map(issue -> (Issue) issue)
                        .sorted((a, b) -> b.getId().compareTo(a.getId()))
                        .toList();
                List<Issue> page =
                    all.stream().skip(pager.getStart()).limit(pager.getMax()).toList();
                return new SearchResults<>(page, all.size(), pager);
              });
    } catch (com.atlassian.jira.issue.search.SearchException e) {
      throw new IllegalStateException(e);
    }
    return service;
  }

  private static ResolutionManager resolutions() {
    Resolution done = mock(Resolution.class);
    when(done.getId()).thenReturn("10000");
    when(done.getName()).thenReturn("Done");
    Resolution wontDo = mock(Resolution.class);
    when(wontDo.getId()).thenReturn("10001");
    when(wontDo.getName()).thenReturn("Won't Do");
    ResolutionManager manager = mock(ResolutionManager.class);
    when(manager.getResolutions()).thenReturn(List.of(done, wontDo));
    when(manager.getDefaultResolution()).thenReturn(done);
    return manager;
  }

  private static CustomFieldManager customFields() {
    CustomField points = mock(CustomField.class);
    when(points.getId()).thenReturn("customfield_10002");
    when(points.getName()).thenReturn("Story Points");
    CustomFieldManager manager = mock(CustomFieldManager.class);
    when(manager.getCustomFieldObjects()).thenReturn(List.of(points));
    when(manager.getCustomFieldObject(10_002L)).thenReturn(points);
    return manager;
  }

  private ChangeHistoryManager history() {
    ChangeHistoryManager manager = mock(ChangeHistoryManager.class);
    when(manager.getChangeHistoriesForUser(any(Issue.class), any()))
        .thenAnswer(
            call -> {
              Issue issue = call.getArgument(0);
              if (!issue.getKey().equals("DEMO-3")) {
                return List.of();
              }
              return List.of(
                  new Change(
                      issue,
                      users.get("member"),
                      List.of(
                          new ChangeItemBean("jira", "status", "1", "To Do", "3", "Done"),
                          new ChangeItemBean("jira", "resolution", null, null, "10000", "Done"))));
            });
    return manager;
  }

  private static final class Change extends ChangeHistory {
    Change(Issue issue, ApplicationUser author, List<ChangeItemBean> items) {
      super(1L, issue, author, Timestamp.from(DAY), items);
    }
  }

  private static final class LoggedIn {
    private final ThreadLocal<ApplicationUser> user = new ThreadLocal<>();
    final JiraAuthenticationContext mock = mock(JiraAuthenticationContext.class);

    LoggedIn() {
      when(mock.getLoggedInUser()).thenAnswer(call -> user.get());
      doAnswer(
              call -> {
                user.set(call.getArgument(0));
                return null;
              })
          .when(mock)
          .setLoggedInUser(any());
      doAnswer(
              call -> {
                user.remove();
                return null;
              })
          .when(mock)
          .clearLoggedInUser();
    }
  }

  private final class People implements HostPerson {
    @Override
    public Optional<ApplicationUser> authenticate(String username, String password) {
      StatementCount.add(1);
      return Optional.ofNullable(users.get(username)).filter(user -> username.equals(password));
    }

    @Override
    public Optional<ApplicationUser> byKey(String userKey) {
      StatementCount.add(1);
      return users.values().stream().filter(user -> user.getKey().equals(userKey)).findFirst();
    }

    @Override
    public List<ApplicationUser> matching(String text) {
      return users.values().stream().filter(user -> user.getName().startsWith(text)).toList();
    }

    @Override
    public Locale localeOf(ApplicationUser user) {
      return Locale.UK;
    }
  }

  private final class FakeWorkflow implements Workflow {
    @Override
    public List<Transition> available(Issue issue, ApplicationUser user) {
      return List.of(
          new Transition(21, "In Progress", "3", false), new Transition(31, "Done", "5", true));
    }

    @Override
    public void transition(
        ApplicationUser user, long issueId, int transitionId, String resolutionId) {
      if (transitionId == 99) {
        throw new JiraRefusal(
            400, "There is no such transition.", Map.of("action", "There is no such transition."));
      }
      transitions.add(user.getName() + " " + issueId + " " + transitionId + " " + resolutionId);
    }
  }

  /** Dashboards in memory. */
  static final class FakeDashboards implements Dashboards {
    private final Map<String, List<PlacedItem>> items = new HashMap<>();
    private final AtomicLong ids = new AtomicLong(10_100);

    @Override
    public synchronized List<PlacedItem> itemsOf(ApplicationUser user) {
      return List.copyOf(items.getOrDefault(user.getKey(), List.of()));
    }

    @Override
    public Optional<PlacedItem> item(ApplicationUser user, long id) {
      return itemsOf(user).stream().filter(item -> item.id() == id).findFirst();
    }

    @Override
    public synchronized PlacedItem add(ApplicationUser user, String completeKey, int column) {
      PlacedItem item = new PlacedItem(ids.incrementAndGet(), completeKey, column, Map.of());
      items.computeIfAbsent(user.getKey(), key -> new ArrayList<>()).add(0, item);
      return item;
    }

    @Override
    public synchronized void savePreferences(
        ApplicationUser user, long id, Map<String, String> preferences) {
      items
          .get(user.getKey())
          .replaceAll(
              item ->
                  item.id() == id
                      ? new PlacedItem(id, item.completeKey(), item.column(), preferences)
                      : item);
    }

    @Override
    public synchronized void remove(ApplicationUser user, long id) {
      items.get(user.getKey()).removeIf(item -> item.id() == id);
    }
  }

  /** Starts the site to look at it. */
  public static void main(String[] arguments) throws Exception {
    TestSite site = start(true, 3999);
    System.out.println(site.url());
  }
}
