package io.bearings.host.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.worklog.WorklogManager;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.timezone.TimeZoneManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.I18nHelper;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.runtime.HostServices;
import io.bearings.host.runtime.PostFunction;
import io.bearings.host.software.SoftwareShapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What Jira holds: opened over the host's database, offered to the add-on under Jira's interfaces
 * and to the host's pages under the host's own.
 */
public final class JiraData implements AutoCloseable {
  private static final String DEMO = "/demo/company.json";

  private final SiteCache site;
  private final People people;
  private final Authentication authentication;
  private final Issues issues;
  private final Permissions permissions;
  private final CustomFields customFields;
  private final History history;
  private final Versions versions;
  private final SearchIndex index;
  private final JqlFunctions functions = new JqlFunctions();
  private final Search search;
  private final DashboardStore dashboards;
  private final PostFunctions postFunctions;
  private final ProjectWorkflow workflow;
  private final IssueOperations operations;
  private final JsonImport imports;
  private final BulkOperations bulk;
  private final Comments comments;
  private final WorkLogs workLogs;
  private final SiteOperations siteOperations;
  private final CsvImport csvImports;
  private final Software software;
  private final Boards boards;
  private final SprintOperations sprints;

  private JiraData(
      Database database,
      EventPublisher events,
      Function<Locale, I18nHelper> texts,
      Locale siteLocale,
      Temper temper,
      Clock clock) {
    Schema.upgrade(database);
    Ids ids = new Ids(database);
    this.site = new SiteCache(database);
    this.people = new People(database, site, ids, siteLocale);
    this.authentication = new Authentication(people, siteLocale, texts);
    this.issues = new Issues(database, site);
    this.permissions = new Permissions(database, site);
    this.software = new Software(events);
    BoardTables boardTables = new BoardTables(database, ids);
    this.customFields = new CustomFields(database, site, software, boardTables, issues);
    this.history = new History(database, site, issues, permissions);
    this.versions = new Versions(database);
    this.index = new SearchIndex(database, temper);
    this.search = new Search(database, site, issues, functions, software, clock);
    this.dashboards = new DashboardStore(database, ids);
    IssueTables tables = new IssueTables(database, ids);
    IssueWrites writes = new IssueWrites(database, index, issues, events);
    IssueAccess access = new IssueAccess(permissions);
    this.postFunctions = new PostFunctions(database, site, ids);
    this.workflow =
        new ProjectWorkflow(
            site, issues, tables, writes, permissions, access, postFunctions, clock);
    AgileFields agile = new AgileFields(boardTables, issues);
    this.operations =
        new IssueOperations(
            site,
            ids,
            issues,
            tables,
            writes,
            customFields,
            agile,
            versions,
            permissions,
            access,
            clock);
    this.imports = new JsonImport(database, ids, site, people, tables, boardTables, index, clock);
    this.csvImports = new CsvImport(database, ids, site, boardTables, index, clock);
    this.bulk = new BulkOperations(workflow, operations);
    this.comments =
        new Comments(database, site, ids, issues, tables, writes, access, permissions, clock);
    this.workLogs =
        new WorkLogs(database, site, ids, issues, tables, writes, access, permissions, clock);
    this.siteOperations =
        new SiteOperations(database, site, issues, tables, boardTables, index, permissions, events);
    this.boards = new Boards(database, site, boardTables, access);
    this.sprints =
        new SprintOperations(
            database, site, issues, boardTables, tables, writes, agile, access, software, clock);
    if (site.current().users().isEmpty()) {
      addAdministrator(database);
    }
    index.catchUp();
  }

  /**
   * Opens what Jira holds; its tables are made or brought up to date first.
   *
   * @param events tells the add-on's listeners what happened to issues
   * @param texts Jira's and the add-on's texts in a language
   * @param siteLocale the language of people who chose none
   * @throws IllegalStateException when a newer host wrote the database
   */
  public static JiraData open(
      Database database,
      EventPublisher events,
      Function<Locale, I18nHelper> texts,
      Locale siteLocale,
      Temper temper,
      Clock clock) {
    return new JiraData(database, events, texts, siteLocale, temper, clock);
  }

  private void addAdministrator(Database database) {
    database
        .transactions()
        .executeWithoutResult(
            status ->
                people.add(
                    "admin",
                    "Site administrator",
                    "admin@example.com",
                    true,
                    Set.of("jira-administrators")));
    site.reload();
  }

  /** What was searched for. */
  public SearchLog searches() {
    return search.log();
  }

  /** Offers every interface of Jira that is implemented here; null users are anonymous. */
  public void publish(HostServices services) {
    services
        .publish(IssueManager.class, issues)
        .publish(CustomFieldManager.class, customFields)
        .publish(ResolutionManager.class, new Lookups.Resolutions(site))
        .publish(StatusManager.class, new Lookups.Statuses(site))
        .publish(VersionManager.class, versions)
        .publish(ProjectManager.class, new Lookups.Projects(site))
        .publish(ProjectRoleManager.class, new Lookups.Roles(site))
        .publish(UserManager.class, new Lookups.Users(site))
        .publish(GroupManager.class, new Lookups.Groups(site))
        .publish(PermissionManager.class, permissions)
        .publish(GlobalPermissionManager.class, permissions)
        .publish(JiraAuthenticationContext.class, authentication)
        .publish(TimeZoneManager.class, new Lookups.TimeZones())
        .publish(SearchService.class, search)
        .publish(IssueService.class, new CreatingIssues(site, permissions, operations, issues))
        .publish(ChangeHistoryManager.class, history)
        .publish(CommentManager.class, comments)
        .publish(WorklogManager.class, workLogs);
  }

  /** The functions that an add-on brings to JQL; asked for at each search. */
  public void offerFunctions(Supplier<List<JqlFunction>> offered) {
    functions.offer(offered);
  }

  /** The functions that an add-on offers to workflows; asked for at each use. */
  public void offerPostFunctions(Supplier<List<PostFunction>> offered) {
    postFunctions.offer(offered);
  }

  /** What workflows do besides changing the issue. */
  public PostFunctions postFunctions() {
    return postFunctions;
  }

  /** Logging in. */
  public HostPerson people() {
    return people;
  }

  /** The transitions of issues. */
  public Workflow workflow() {
    return workflow;
  }

  /** Creating, editing, moving and deleting issues. */
  public IssueOperations operations() {
    return operations;
  }

  /** One operation on many issues. */
  public BulkOperations bulk() {
    return bulk;
  }

  /** The comments of issues. */
  public Comments comments() {
    return comments;
  }

  /** The work logged on issues. */
  public WorkLogs workLogs() {
    return workLogs;
  }

  /** What administrators change for the whole site. */
  public SiteOperations siteOperations() {
    return siteOperations;
  }

  /**
   * Imports a file in the JSON of the Jira Importers Plugin: all of it, or nothing. A file that was
   * imported before is left as it is.
   *
   * @throws ImportFailure when it cannot be imported; the message names file and place
   */
  public ImportReport importFile(Path file) {
    return imports.run(file.toString(), () -> Files.newInputStream(file));
  }

  /**
   * Imports tables of comma-separated values: the folder, or each folder in it that has an {@code
   * issues.csv}. What was imported before is left as it is.
   *
   * @throws ImportFailure when they cannot be imported; the message names file and row
   */
  public ImportReport importTables(Path folder) {
    return csvImports.run(folder);
  }

  /** Imports the demonstration company, unless the site has a project already. */
  public ImportReport importDemo() {
    if (!site.current().projects().isEmpty()) {
      return ImportReport.nothing("The site has projects already, so it gets no demonstration");
    }
    return imports.run(DEMO, () -> JiraData.class.getResourceAsStream(DEMO));
  }

  /** The boards, as Jira Software's services and pages see them. */
  public Boards boards() {
    return boards;
  }

  /** Creating, starting, completing and filling sprints. */
  public SprintOperations sprints() {
    return sprints;
  }

  /** Jira Software is there from now on: issues have sprints and epics, and sprints have events. */
  public void softwareArrived(SoftwareShapes shapes) {
    software.arrive(shapes);
  }

  /** Everybody's dashboard. */
  public Dashboards dashboards() {
    return dashboards;
  }

  @Override
  public void close() {
    index.close();
  }
}
