package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import io.bearings.host.Temper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.mockito.Mockito;

public class SearchTest {
  private final TestSite site = new TestSite();
  private SearchService search;

  @Before
  public void load() {
    site.load(Team.FILE);
    search = site.get(SearchService.class);
  }

  @After
  public void close() {
    site.close();
  }

  private SearchResults<Issue> page(String user, String jql, int start, int max)
      throws SearchException {
    ApplicationUser searcher = site.user(user);
    SearchService.ParseResult parsed = search.parseQuery(searcher, jql);
    assertThat(parsed.getErrors().getErrorMessages()).isEmpty();
    return search.search(searcher, parsed.getQuery(), new PagerFilter<>(start, max));
  }

  private List<String> keys(String user, String jql) throws SearchException {
    return page(user, jql, 0, 100).getResults().stream().map(Issue::getKey).toList();
  }

  /** The keys that the boss finds, who sees everything. */
  private List<String> keys(String jql) throws SearchException {
    return keys("boss", jql + " order by key");
  }

  @Test
  public void findsByKeyAndId() throws Exception {
    assertThat(keys("key = APP-1")).containsExactly("APP-1");
    assertThat(keys("issuekey in (app-1, 'LIB-1', NONE-1)")).containsExactly("APP-1", "LIB-1");
    Long id = site.get(IssueManager.class).getIssueObject("APP-3").getId();
    assertThat(keys("id = " + id)).containsExactly("APP-3");
    assertThat(keys("issue in (" + id + ", APP-2)")).containsExactly("APP-2", "APP-3");
    assertThat(keys("project = APP and key not in (APP-1, APP-2)"))
        .containsExactly("APP-3", "APP-4", "APP-5");
    assertThat(keys("project = APP and key != APP-1")).hasSize(4);
    assertThat(keys("key is empty")).isEmpty();
    assertThat(keys("key is not empty")).hasSize(7);
  }

  @Test
  public void findsMovedIssuesByTheirOldKey() throws Exception {
    Long id = site.get(IssueManager.class).getIssueObject("APP-2").getId();
    site.jira.operations().move(site.user("boss"), id, "LIB");
    assertThat(keys("key = APP-2")).containsExactly("LIB-2");
    assertThat(keys("key = LIB-2")).containsExactly("LIB-2");
  }

  @Test
  public void findsByProject() throws Exception {
    assertThat(keys("project = LIB")).containsExactly("LIB-1");
    assertThat(keys("project = 'the LIBRARY'")).containsExactly("LIB-1");
    assertThat(keys("project = 10001")).containsExactly("LIB-1");
    assertThat(keys("project in (LIB, HID)")).containsExactly("HID-1", "LIB-1");
    assertThat(keys("project not in (APP, HID)")).containsExactly("LIB-1");
    assertThat(keys("project = NONE")).isEmpty();
  }

  @Test
  public void findsByStatusCategoryAndResolution() throws Exception {
    assertThat(keys("status = 'in progress'")).containsExactly("APP-2");
    assertThat(keys("status = 3")).containsExactly("APP-2");
    assertThat(keys("status in ('In Progress', Done)")).containsExactly("APP-2", "APP-3");
    assertThat(keys("project = APP and status != 'To Do'")).containsExactly("APP-2", "APP-3");
    assertThat(keys("statusCategory = Done")).containsExactly("APP-3");
    assertThat(keys("statusCategory in (done, indeterminate)")).containsExactly("APP-2", "APP-3");
    assertThat(keys("project = APP and statusCategory != 'To Do'"))
        .containsExactly("APP-2", "APP-3");
    assertThat(keys("resolution = Done")).containsExactly("APP-3");
    assertThat(keys("resolution is not empty")).containsExactly("APP-3");
    assertThat(keys("project = APP and resolution = Unresolved")).hasSize(4);
    assertThat(keys("project = APP and resolution is EMPTY")).hasSize(4);
    assertThat(keys("resolution != Duplicate")).containsExactly("APP-3");
  }

  @Test
  public void remembersWhatWasSearchedForAndHowLongThatTook() throws Exception {
    page("boss", "project = APP", 0, 2);
    assertThat(site.jira.searches().entries())
        .singleElement()
        .satisfies(
            search -> {
              assertThat(search.jql()).isEqualTo("project = APP");
              assertThat(search.hits()).isEqualTo(2);
              assertThat(search.ended()).isAfterOrEqualTo(search.begun());
            });
  }

  @Test
  public void findsByDates() throws Exception {
    assertThat(keys("project = APP and created < '2026-11-13'")).containsExactly("APP-1", "APP-2");
    assertThat(keys("created >= '2026/11/13' and created <= '2026-11-14 10:00'"))
        .containsExactly("APP-3", "APP-4");
    assertThat(keys("created > -4d")).containsExactly("HID-1");
    assertThat(keys("created >= '-5d 1h' and project = APP")).containsExactly("APP-5");
    assertThat(keys("created >= startOfDay(-4d) and created < endOfDay('-4d')"))
        .containsExactly("LIB-1");
    assertThat(keys("resolved = '2026-11-19 10:00'")).containsExactly("APP-3");
    assertThat(keys("resolved != '2026-11-19'")).containsExactly("APP-3");
    assertThat(keys("resolved in ('2026-11-19 10:00', '2026-11-18')")).containsExactly("APP-3");
    assertThat(keys("project = APP and resolved is empty")).hasSize(4);
    assertThat(keys("due is not empty")).isEmpty();
    assertThat(keys("updated <= " + TestSite.START.toEpochMilli() + " and project = LIB"))
        .containsExactly("LIB-1");
    assertThat(keys("updated > now() or created < startOfYear()")).isEmpty();
    assertThat(keys("created >= startOfWeek() and created < startOfMonth(1M)"))
        .containsExactly("APP-5", "HID-1", "LIB-1");
  }

  @Test
  public void findsByVersionAndParent() throws Exception {
    assertThat(keys("fixVersion = '1.0'")).containsExactly("APP-1");
    assertThat(keys("fixVersion in unreleasedVersions()")).containsExactly("APP-1");
    assertThat(keys("fixVersion in releasedVersions()")).isEmpty();
    assertThat(keys("project = APP and fixVersion is empty")).hasSize(4);
    assertThat(keys("fixVersion != '1.0'")).isEmpty();
    assertThat(keys("fixVersion is not empty")).containsExactly("APP-1");
    assertThat(keys("affectedVersion = '1.0'")).isEmpty();
    assertThat(keys("parent = app-1")).containsExactly("APP-4");
    Long parent = site.get(IssueManager.class).getIssueObject("APP-1").getId();
    assertThat(keys("parent = " + parent)).containsExactly("APP-4");
    assertThat(keys("parent in (APP-1, APP-2) and project = APP")).containsExactly("APP-4");
    problem("fixVersion = 9.9", "The value '9.9' does not exist for the field 'fixVersion'");
    problem("fixVersion > '1.0'", "The operator '>' is not supported by the 'fixVersion' field");
    problem("fixVersion ~ x", "The operator '~' is not supported by the 'fixVersion' field");
    problem("parent in openSprints()", "Unable to find JQL function 'openSprints()'");
  }

  @Test
  public void findsBySprintAndEpicOnceJiraSoftwareIsThere() throws Exception {
    problem("sprint is empty", "Field 'sprint' does not exist");
    site.jira.softwareArrived(new PlainShapes());
    ApplicationUser boss = site.user("boss");
    long board =
        site.jira.boards().boards(boss).stream()
            .filter(each -> each.name().equals("APP board"))
            .findFirst()
            .orElseThrow()
            .id();
    long sprint =
        site.jira
            .sprints()
            .create(
                boss,
                board,
                new SprintOperations.Draft(
                    Optional.of("Spring"), Optional.empty(), Optional.empty(), Optional.empty()))
            .id();
    Long first = site.get(IssueManager.class).getIssueObject("APP-1").getId();
    site.jira.sprints().move(boss, List.of(first), Optional.of(sprint));

    assertThat(keys("sprint = spring")).containsExactly("APP-1");
    assertThat(keys("sprint = " + sprint)).containsExactly("APP-1");
    assertThat(keys("sprint in futureSprints()")).containsExactly("APP-1");
    assertThat(keys("sprint in openSprints() or sprint in closedSprints()")).isEmpty();
    assertThat(keys("sprint = Spring or sprint is empty")).hasSize(7);
    assertThat(keys("sprint in (Spring, EMPTY)")).hasSize(7);
    assertThat(keys("'Epic Link' is not empty")).isEmpty();
    assertThat(keys("'Epic Link' = APP-2")).isEmpty();

    site.jira.sprints().move(boss, List.of(first), Optional.empty());
    assertThat(keys("sprint = Spring")).isEmpty();
  }

  @Test
  public void saysWhatIsWrongWithDates() throws Exception {
    problem("updated >= yesterday", "Date value 'yesterday' for field 'updated' is invalid");
    problem("updated >= currentUser()", "Unable to find JQL function 'currentUser()'");
    problem("updated >= startOfDay(soon)", "Unable to find JQL function 'startOfDay(soon)'");
    problem("created < empty", "The operator '<' does not support searching for an empty value");
    problem("status > Done", "The operator '>' is not supported by the 'status' field");
    problem("due ~ '2026-11-19'", "The operator '~' is not supported by the 'due' field");
  }

  @Test
  public void findsByWhetherTypesAreOfSubTasks() throws Exception {
    assertThat(keys("issuetype in subTaskIssueTypes()")).containsExactly("APP-4");
    assertThat(keys("project = APP and issuetype not in subTaskIssueTypes()")).hasSize(4);
    assertThat(keys("project = APP and type in standardIssueTypes()")).hasSize(4);
  }

  @Test
  public void findsByPeople() throws Exception {
    assertThat(keys("assignee = dev")).containsExactly("APP-1");
    assertThat(keys("assignee = " + site.user("dev").getKey())).containsExactly("APP-1");
    assertThat(keys("assignee = currentUser()")).containsExactly("APP-2", "APP-5");
    assertThat(keys("project = APP and assignee is empty")).containsExactly("APP-3", "APP-4");
    assertThat(keys("assignee in (dev, EMPTY) and project = APP"))
        .containsExactly("APP-1", "APP-3", "APP-4");
    assertThat(keys("assignee != dev")).containsExactly("APP-2", "APP-5");
    assertThat(keys("not assignee = dev")).containsExactly("APP-2", "APP-5");
    assertThat(keys("assignee is not null")).containsExactly("APP-1", "APP-2", "APP-5");
    assertThat(keys("reporter = boss")).hasSize(7);
  }

  @Test
  public void findsByTypeAndPriority() throws Exception {
    assertThat(keys("issuetype in (Bug, Story)")).containsExactly("APP-2", "APP-3");
    assertThat(keys("type = Sub-task")).containsExactly("APP-4");
    assertThat(keys("priority = Low")).containsExactly("APP-1");
  }

  @Test
  public void findsByTheBeginningsOfWords() throws Exception {
    assertThat(keys("summary ~ sign")).containsExactly("APP-1", "HID-1", "LIB-1");
    assertThat(keys("summary ~ 'PASS'")).containsExactly("APP-1", "APP-3");
    assertThat(keys("summary ~ 'pass*  sign'")).containsExactly("APP-1");
    assertThat(keys("summary ~ open")).containsExactly("APP-2");
    assertThat(keys("summary ~ 're-open'")).containsExactly("APP-2");
    assertThat(keys("summary ~ nobody")).isEmpty();
    assertThat(keys("text ~ nobody")).containsExactly("APP-1");
    assertThat(keys("summary ~ 'asswords'")).isEmpty();
    assertThat(keys("project = APP and summary !~ 'pass'"))
        .containsExactly("APP-2", "APP-4", "APP-5");
    assertThat(keys("summary ~ '100%_'")).isEmpty();
  }

  @Test
  public void combinesConditions() throws Exception {
    assertThat(keys("project = LIB or status = Done and assignee is empty"))
        .containsExactly("APP-3", "LIB-1");
    assertThat(keys("not (project = APP or project = HID)")).containsExactly("LIB-1");
    assertThat(keys("")).hasSize(7);
  }

  @Test
  public void sorts() throws Exception {
    assertThat(keys("boss", "project != HID order by created desc"))
        .containsExactly("LIB-1", "APP-5", "APP-4", "APP-3", "APP-2", "APP-1");
    assertThat(keys("boss", "project = APP order by summary"))
        .containsExactly("APP-4", "APP-3", "APP-2", "APP-1", "APP-5");
    assertThat(keys("boss", "project = APP order by assignee, key desc"))
        .containsExactly("APP-1", "APP-5", "APP-2", "APP-4", "APP-3");
    assertThat(keys("boss", "project = APP order by status desc, priority asc, key"))
        .startsWith("APP-3", "APP-2");
    assertThat(keys("boss", "project = APP order by priority, key"))
        .startsWith("APP-2")
        .endsWith("APP-1");
    assertThat(
            keys(
                "boss",
                "project = APP order by resolution, updated, issuetype, project, due, resolved,"
                    + " reporter"))
        .startsWith("APP-3");
    assertThat(keys("boss", "project = APP"))
        .as("without an order the last key comes first")
        .containsExactly("APP-5", "APP-4", "APP-3", "APP-2", "APP-1");
  }

  @Test
  public void nobodyFindsWhatTheyMayNotSee() throws Exception {
    assertThat(keys("dev", "order by key"))
        .containsExactly("APP-1", "APP-2", "APP-3", "APP-4", "LIB-1");
    assertThat(keys("guest", "key in (APP-1, APP-5, HID-1)")).containsExactly("APP-1");
    assertThat(keys("out", "")).isEmpty();
    assertThat(keys("gone", "")).isEmpty();
    assertThat(keys("nobody", "")).isEmpty();
    ApplicationUser dev = site.user("dev");
    Query all = search.parseQuery(dev, "").getQuery();
    assertThat(search.searchCount(dev, all)).isEqualTo(5);
    assertThat(search.searchCountOverrideSecurity(dev, all)).isEqualTo(7);
    assertThat(search.searchOverrideSecurity(dev, all, new PagerFilter<>(50)).getResults())
        .hasSize(7);
  }

  @Test
  public void pages() throws Exception {
    SearchResults<Issue> page = page("boss", "order by key", 2, 3);
    assertThat(page.getResults())
        .extracting(Issue::getKey)
        .containsExactly("APP-3", "APP-4", "APP-5");
    assertThat(page.getTotal()).isEqualTo(7);
    assertThat(page.getStart()).isEqualTo(2);
    assertThat(page.getEnd()).isEqualTo(5);
    assertThat(page("boss", "", 10, 5).getResults()).isEmpty();
    assertThat(page("boss", "", 0, 0).getTotal()).isEqualTo(7);
  }

  @Test
  public void aTextThatIsNotJqlIsRefusedWithItsPlace() {
    SearchService.ParseResult parsed = search.parseQuery(site.user("dev"), "project == APP");
    assertThat(parsed.isValid()).isFalse();
    assertThat(parsed.getQuery()).isNull();
    assertThat(parsed.getErrors().getErrorMessages())
        .singleElement()
        .asString()
        .contains("(line 1, character 10)");
  }

  private Set<String> problems(String user, String jql) {
    ApplicationUser searcher = site.user(user);
    return search
        .validateQuery(searcher, search.parseQuery(searcher, jql).getQuery())
        .getErrorMessages();
  }

  @Test
  public void whatTheSiteDoesNotHaveIsAProblemAndFindsNothing() throws Exception {
    assertThat(problems("boss", "project = APP and key = APP-1 order by created")).isEmpty();
    problem("colour = red", "Field 'colour' does not exist");
    problem("colour ~ red", "Field 'colour' does not exist");
    problem("project = NONE", "The value 'NONE' does not exist for the field 'project'");
    problem("status = Open", "The value 'Open' does not exist for the field 'status'");
    problem("statusCategory = x", "The value 'x' does not exist for the field 'statusCategory'");
    problem("resolution = Fixed", "The value 'Fixed' does not exist");
    problem("assignee = zoe", "The value 'zoe' does not exist for the field 'assignee'");
    problem("key = NONE-1", "An issue with key 'NONE-1' does not exist");
    problem("key = 'x y'", "The issue key 'x y' for field 'key' is invalid");
    problem("summary = x", "The operator '=' is not supported by the 'summary' field");
    problem("summary is empty", "The operator 'is' is not supported by the 'summary' field");
    problem("summary ~ '--'", "has no word");
    problem("status ~ Done", "The operator '~' is not supported by the 'status' field");
    problem("status = f(x)", "Unable to find JQL function 'f(x)' for the field 'status'");
    problem("key = f()", "Unable to find JQL function 'f()'");
    assertThat(problems("boss", "project = APP order by colour"))
        .containsExactly("Not able to sort using field 'colour'.");
    assertThat(problems("dev", "key = HID-1")).singleElement().asString().contains("'HID-1'");
    assertThat(keys("nobody", "assignee = currentUser()")).isEmpty();
  }

  private void problem(String jql, String message) throws SearchException {
    assertThat(problems("boss", jql)).as(jql).singleElement().asString().contains(message);
    assertThat(keys(jql)).as(jql).isEmpty();
  }

  @Test
  public void aQueryOfSomebodyElseIsReadAgain() throws Exception {
    Query foreign = query("project = LIB");
    assertThat(search.searchCount(site.user("boss"), foreign)).isEqualTo(1);
    assertThat(search.getJqlString(foreign)).isEqualTo("project = LIB");
    assertThat(search.getQueryString(null, foreign)).isEqualTo("&jql=project+%3D+LIB");
    Query wrong = query("project");
    assertThatThrownBy(() -> search.searchCount(site.user("boss"), wrong))
        .isInstanceOf(SearchException.class)
        .hasMessageContaining("character 8");
    assertThat(search.validateQuery(null, wrong).getErrorMessages()).hasSize(1);
  }

  private static Query query(String text) {
    return new Query() {
      @Override
      public Clause getWhereClause() {
        return null;
      }

      @Override
      public String getQueryString() {
        return text;
      }
    };
  }

  private long id(String key) {
    return site.get(IssueManager.class).getIssueObject(key).getId();
  }

  /** An add-on's function that finds the issues it is told to, and refuses the argument "no". */
  private final class Told extends AbstractJqlFunction {
    private final List<Long> ids;
    private final List<String> asked = new ArrayList<>();

    Told(String name, boolean list, Long... ids) {
      this.ids = List.of(ids);
      JqlFunctionModuleDescriptor descriptor = Mockito.mock(JqlFunctionModuleDescriptor.class);
      Mockito.when(descriptor.getFunctionName()).thenReturn(name);
      Mockito.when(descriptor.isList()).thenReturn(list);
      init(descriptor);
    }

    @Override
    public MessageSet validate(
        ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
      MessageSet messages = validateNumberOfArgs(operand, 1);
      if (operand.getArgs().contains("no")) {
        messages.addErrorMessage("Not no");
      }
      if (operand.getArgs().contains("fail")) {
        throw new IllegalStateException("It failed");
      }
      return messages;
    }

    @Override
    public List<QueryLiteral> getValues(
        QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
      if (operand.getArgs().contains("fail")) {
        throw new IllegalStateException("It failed");
      }
      asked.add(
          context.getApplicationUser().getName()
              + " "
              + clause.getName()
              + " "
              + operand.getDisplayString()
              + " "
              + context.isSecurityOverriden());
      return ids.stream().map(id -> new QueryLiteral(operand, id)).toList();
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
      return 1;
    }

    @Override
    public JiraDataType getDataType() {
      return JiraDataTypes.ISSUE;
    }
  }

  @Test
  public void anAddOnsFunctionFindsIssuesThatTheSearcherMayBrowse() throws Exception {
    Told told = new Told("told", true, id("APP-1"), id("APP-3"), id("HID-1"));
    site.jira.offerFunctions(() -> List.of(told));

    assertThat(keys("issue in told('a b')")).containsExactly("APP-1", "APP-3", "HID-1");
    assertThat(keys("KEY in TOLD(a)")).hasSize(3);
    assertThat(keys("project = APP and id not in told(a)"))
        .containsExactly("APP-2", "APP-4", "APP-5");
    assertThat(keys("issue in (LIB-1, told(a), APP-1)"))
        .containsExactly("APP-1", "APP-3", "HID-1", "LIB-1");
    assertThat(keys("dev", "issue in told(a) order by key")).containsExactly("APP-1", "APP-3");
    assertThat(told.asked.get(0)).isEqualTo("boss issue told(a b) false");
    ApplicationUser dev = site.user("dev");
    search.searchCountOverrideSecurity(dev, search.parseQuery(dev, "id in told(x)").getQuery());
    assertThat(told.asked).last().isEqualTo("dev id told(x) true");
  }

  @Test
  public void whatAFunctionSaysIsToldToWhoeverValidates() throws Exception {
    Told told = new Told("told", true, id("APP-1"));
    site.jira.offerFunctions(() -> List.of(told));

    assertThat(problems("boss", "issue in told(a)")).isEmpty();
    assertThat(problems("boss", "issue in told(no)")).containsExactly("Not no");
    assertThat(problems("boss", "issue in told()"))
        .containsExactly("Function 'told' expected '1' arguments but received '0'.");
    assertThat(problems("boss", "issue = told(a)"))
        .containsExactly(
            "Operator '=' does not support the list given by the function 'told(a)' for field"
                + " 'issue'.");
    assertThat(problems("boss", "status in (told(a))"))
        .containsExactly("Unable to find JQL function 'told(a)' for the field 'status'.");
    assertThat(keys("issue != told(a) and project = LIB")).containsExactly("LIB-1");
    site.jira.offerFunctions(List::of);
    problem("issue in told(a)", "Unable to find JQL function 'told(a)'");
  }

  @Test
  public void aFunctionThatThrowsCannotBeValidatedAndFindsNothing() throws Exception {
    Told told = new Told("told", true, id("APP-1"));
    site.jira.offerFunctions(() -> List.of(told));
    problem("issue in told(fail)", "The JQL function 'told' cannot be validated.");
  }

  @Test
  public void aFunctionThatGivesAnIssueThatIsGoneMakesTheQueryInvalid() throws Exception {
    Told told = new Told("told", true, id("APP-1"), 99_999L);
    site.jira.offerFunctions(() -> List.of(told));
    assertThat(problems("boss", "issue in told(a)"))
        .containsExactly(
            "A value provided by the function 'told' is invalid for the field 'issue'.");
    assertThat(keys("issue in told(a)")).containsExactly("APP-1");
  }

  @Test
  public void aFunctionForOneValueIsUsedWithEquals() throws Exception {
    Told told = new Told("told", false, id("APP-1"));
    site.jira.offerFunctions(() -> List.of(told));
    assertThat(problems("boss", "issue = told(a)")).isEmpty();
    assertThat(keys("issue = told(a)")).containsExactly("APP-1");
  }

  private static int done(TestSite in) {
    SearchService search = in.get(SearchService.class);
    ApplicationUser boss = in.user("boss");
    try {
      return (int) search.searchCount(boss, search.parseQuery(boss, "status = Done").getQuery());
    } catch (SearchException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  public void theIndexFollowsTheCommitAtOnceOrASecondLate() throws Exception {
    site.jira
        .workflow()
        .transition(
            site.user("dev"),
            site.get(IssueManager.class).getIssueObject("APP-1").getId(),
            51,
            null);
    assertThat(done(site)).isEqualTo(2);
    try (TestSite harsh = new TestSite(Temper.HARSH)) {
      harsh.load(Team.FILE);
      long id = harsh.get(IssueManager.class).getIssueObject("APP-1").getId();
      harsh.jira.workflow().transition(harsh.user("dev"), id, 51, null);
      assertThat(done(harsh)).isEqualTo(1);
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (done(harsh) == 1 && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
      assertThat(done(harsh)).isEqualTo(2);
    }
  }

  @Test
  public void aStartBringsTheIndexUpToDate() {
    site.database.jdbc().update("delete from issue_index where issuenum = 1");
    site.database
        .jdbc()
        .update(
            "update issue_index set updated = created, issuestatus = '10001' where issuenum = 2");
    site.database
        .jdbc()
        .update("update jiraissue set updated = current_timestamp where issuenum = 2");
    try (TestSite again = new TestSite(Temper.KIND, site.database)) {
      assertThat(done(again)).isEqualTo(1);
      assertThat(
              again
                  .database
                  .jdbc()
                  .queryForObject("select count(*) from issue_index", Integer.class))
          .isEqualTo(7);
    }
  }
}
