package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.After;
import org.junit.Test;

public class JsonImportTest {
  private static final String WHOLE =
      """
      {
        'links': [
          {'name': 'sub-task-link', 'sourceId': '2', 'destinationId': '1'},
          {'name': 'Duplicate', 'sourceId': '1', 'destinationId': '3'}
        ],
        'projects': [{
          'issues': [
            {'externalId': '1', 'summary': ' Orders arrive <script>alert(1)</script> ',
             'description': 'One line\\nand another', 'issueType': 'Story', 'status': 'done',
             'resolution': 'Done', 'priority': 'High', 'reporter': 'ann', 'assignee': 'Bob',
             'created': '2026-10-01T08:00:00.000+0200', 'updated': '2026-11-01T08:00:00Z',
             'resolutionDate': 'P-1D', 'duedate': '2026-12-24',
             'originalEstimate': 'PT4H', 'estimate': 'PT0S', 'timeSpent': 'PT3H30M',
             'labels': ['shop', 'payment'], 'fixedVersions': ['1.0'], 'affectedVersions': ['0.9'],
             'components': ['Cart'], 'securityLevel': 'Leads only',
             'customFieldValues': [
               {'fieldName': 'Story Points', 'value': '3',
                'fieldType': 'com.atlassian.jira.plugin.system.customfieldtypes:float'},
               {'fieldName': 'Team', 'value': 'Blue',
                'fieldType': 'com.atlassian.jira.plugin.system.customfieldtypes:textfield'}],
             'history': [
               {'author': 'bob', 'created': 'P-1D', 'items': [
                 {'fieldType': 'jira', 'field': 'resolution', 'toString': 'Done'},
                 {'fieldType': 'jira', 'field': 'status', 'from': '99', 'fromString': 'In Progress',
                  'to': '98', 'toString': 'Done'}]},
               {'created': 'P-1DT-4H', 'items': [
                 {'field': 'status', 'from': '77', 'fromString': 'Gone since', 'toString': 'In Progress'}]}],
             'comments': [{'body': 'Well done'}], 'watchers': ['bob']},
            {'externalId': '2', 'summary': 'Print the invoice', 'issueType': 'Sub-task'},
            {'externalId': '3', 'key': 'SHOP-3', 'summary': 'Plain'},
            {'key': 'SHOP-1', 'summary': 'First', 'resolution': null}
          ],
          'name': 'Web shop', 'key': 'SHOP', 'lead': 'ann', 'type': 'software',
          'description': 'What we sell', 'url': 'https://shop.example.com',
          'versions': [{'name': '0.9', 'released': true, 'releaseDate': '2026-09-01T00:00:00Z'},
                       {'name': '1.0'}],
          'components': ['Cart'],
          'roles': {'Administrators': {'users': ['ann']}, 'Developers': {'groups': ['crew']}}
        }],
        'users': [
          {'name': 'ann', 'fullname': 'Ann Ahlers', 'email': 'ann@shop.example.com'},
          {'name': 'bob', 'groups': ['crew', 'jira-users'], 'active': true},
          {'name': 'left', 'active': false},
          {'name': 'admin', 'groups': ['crew']}
        ]
      }
      """;

  private final TestSite site = new TestSite();

  @After
  public void close() {
    site.close();
  }

  private Issue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  @Test
  public void everythingInAFileArrives() {
    ImportReport report = site.load(WHOLE);
    assertThat(report.imported()).isTrue();
    assertThat(report.projects()).isEqualTo(1);
    assertThat(report.issues()).isEqualTo(4);
    assertThat(report.users()).isEqualTo(4);
    assertThat(report.notices())
        .containsExactlyInAnyOrder(
            "The host does not keep comments",
            "The host does not keep watchers",
            "The host does not keep links 'Duplicate'");
    assertThat(site.events).isEmpty();
  }

  @Test
  public void anIssueHasAllItsFields() {
    site.load(WHOLE);
    Issue issue = issue("SHOP-2");
    assertThat(issue.getSummary()).isEqualTo("Orders arrive <script>alert(1)</script>");
    assertThat(issue.getDescription()).isEqualTo("One line\nand another");
    assertThat(issue.getIssueType().getName()).isEqualTo("Story");
    assertThat(issue.getStatus().getName()).isEqualTo("Done");
    assertThat(issue.getStatus().getStatusCategory().getKey()).isEqualTo("done");
    assertThat(issue.getResolution().getName()).isEqualTo("Done");
    assertThat(issue.getPriority().getName()).isEqualTo("High");
    assertThat(issue.getReporter().getDisplayName()).isEqualTo("Ann Ahlers");
    assertThat(issue.getCreator()).isEqualTo(issue.getReporter());
    assertThat(issue.getAssignee().getName()).isEqualTo("bob");
    assertThat(issue.getCreated().toInstant()).isEqualTo(Instant.parse("2026-10-01T06:00:00Z"));
    assertThat(issue.getUpdated().toInstant()).isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
    assertThat(issue.getResolutionDate().toInstant())
        .isEqualTo(TestSite.START.minus(Duration.ofDays(1)));
    assertThat(issue.getDueDate()).isEqualTo(Timestamp.valueOf("2026-12-24 00:00:00"));
    assertThat(issue.getOriginalEstimate()).isEqualTo(14_400);
    assertThat(issue.getEstimate()).isZero();
    assertThat(issue.getTimeSpent()).isEqualTo(12_600);
    assertThat(issue.getSecurityLevelId()).isEqualTo(10_000);
    assertThat(rows("select label from label order by label")).containsExactly("payment", "shop");
    assertThat(rows("select association_type from nodeassociation order by 1"))
        .containsExactly("IssueComponent", "IssueFixVersion", "IssueVersion");
  }

  private List<String> rows(String sql) {
    return site.database.jdbc().queryForList(sql, String.class);
  }

  @Test
  public void whatTheFileLeavesOutHasADefault() {
    site.load(WHOLE);
    Issue issue = issue("SHOP-3");
    assertThat(issue.getIssueType().getName()).isEqualTo("Task");
    assertThat(issue.getStatus().getName()).isEqualTo("To Do");
    assertThat(issue.getPriority().getName()).isEqualTo("Medium");
    assertThat(issue.getReporter().getName()).isEqualTo("ann");
    assertThat(issue.getCreated().toInstant()).isEqualTo(TestSite.START);
    assertThat(issue.getUpdated()).isEqualTo(issue.getCreated());
    assertThat(issue.getResolution()).isNull();
    assertThat(issue.getResolutionId()).isNull();
    assertThat(issue.getResolutionDate()).isNull();
    assertThat(issue.getAssignee()).isNull();
    assertThat(issue.getDescription()).isNull();
    assertThat(issue.getDueDate()).isNull();
    assertThat(issue.getSecurityLevelId()).isNull();
    assertThat(issue.getParentId()).isNull();
    assertThat(issue.getParentObject()).isNull();
  }

  @Test
  public void issuesWithoutAKeyTakeTheFreeNumbers() {
    site.load(WHOLE);
    assertThat(issue("SHOP-1").getSummary()).isEqualTo("First");
    assertThat(issue("SHOP-2").getSummary()).startsWith("Orders");
    assertThat(issue("SHOP-3").getSummary()).isEqualTo("Plain");
    assertThat(issue("SHOP-4").getSummary()).isEqualTo("Print the invoice");
    assertThat(rows("select pcounter from project")).containsExactly("4");
  }

  @Test
  public void aSubTaskKnowsItsParent() {
    site.load(WHOLE);
    Issue sub = issue("SHOP-4");
    assertThat(sub.isSubTask()).isTrue();
    assertThat(sub.getParentObject().getKey()).isEqualTo("SHOP-2");
    assertThat(issue("SHOP-2").getSubTaskObjects()).containsExactly(sub);
  }

  @Test
  public void customFieldsAreFoundByNameOrMade() {
    site.load(WHOLE);
    CustomFieldManager fields = site.get(CustomFieldManager.class);
    CustomField points = fields.getCustomFieldObject("customfield_10002");
    assertThat(issue("SHOP-2").getCustomFieldValue(points)).isEqualTo(3.0);
    CustomField team = fields.getCustomFieldObjectsByName("Team").iterator().next();
    assertThat(team.getValue(issue("SHOP-2"))).isEqualTo("Blue");
    assertThat(team.getValue(issue("SHOP-1"))).isNull();
    assertThat(team.getCustomFieldType().getKey())
        .isEqualTo("com.atlassian.jira.plugin.system.customfieldtypes:textfield");
  }

  @Test
  public void historyIsInOrderWithTheSitesOwnIds() {
    site.load(WHOLE);
    List<ChangeHistory> changes =
        site.get(ChangeHistoryManager.class).getChangeHistories(issue("SHOP-2"));
    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).getAuthorKey()).isNull();
    assertThat(changes.get(0).getTimePerformed().toInstant())
        .isEqualTo(TestSite.START.minus(Duration.ofHours(28)));
    assertThat(changes.get(0).getChangeItemBeans())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.getFrom()).isEqualTo("77");
              assertThat(item.getFromString()).isEqualTo("Gone since");
              assertThat(item.getTo()).isEqualTo("3");
            });
    assertThat(changes.get(1).getAuthorObject()).isEqualTo(site.user("bob"));
    assertThat(changes.get(1).getChangeItemBeans())
        .extracting("field", "from", "to")
        .containsExactly(tuple("resolution", null, "10000"), tuple("status", "3", "10001"));
  }

  @Test
  public void usersCanLogInWithTheirNameAndAreInTheirGroups() {
    site.load(WHOLE);
    HostPerson people = site.jira.people();
    assertThat(people.authenticate("bob", "bob")).contains(site.user("bob"));
    assertThat(people.authenticate("left", "left")).isEmpty();
    assertThat(site.user("ann").getEmailAddress()).isEqualTo("ann@shop.example.com");
    assertThat(site.user("bob").getDisplayName()).isEqualTo("bob");
    assertThat(site.user("admin").getKey()).isEqualTo("JIRAUSER10000");
    assertThat(site.user("ann").getKey()).isEqualTo("JIRAUSER10001");
  }

  private List<String> rolesIn(String project, String user) {
    Project in = site.get(ProjectManager.class).getProjectObjByKey(project);
    return site.get(ProjectRoleManager.class).getProjectRoles(site.user(user), in).stream()
        .map(role -> role.getName())
        .toList();
  }

  @Test
  public void aProjectHasItsOwnRolesOrTheSitesDefault() {
    site.load(WHOLE);
    site.load("{'projects': [{'key': 'OPEN', 'name': 'Open'}]}");
    site.load("{'projects': [{'key': 'SHUT', 'name': 'Shut', 'roles': {}}]}");
    assertThat(rolesIn("SHOP", "ann")).containsExactly("Administrators");
    assertThat(rolesIn("SHOP", "bob")).containsExactly("Developers");
    assertThat(rolesIn("SHOP", "admin")).containsExactly("Developers");
    assertThat(rolesIn("OPEN", "admin")).containsExactly("Administrators");
    assertThat(rolesIn("OPEN", "bob")).containsExactly("Users");
    assertThat(rolesIn("SHUT", "admin")).isEmpty();
    Project shop = site.get(ProjectManager.class).getProjectObjByKey("SHOP");
    assertThat(shop.getProjectLead()).isEqualTo(site.user("ann"));
    assertThat(shop.getDescription()).isEqualTo("What we sell");
    assertThat(shop.getUrl()).isEqualTo("https://shop.example.com");
  }

  @Test
  public void issuesAreFoundAtOnce() throws Exception {
    site.load(WHOLE);
    SearchService search = site.get(SearchService.class);
    ApplicationUser ann = site.user("ann");
    assertThat(search.searchCount(ann, search.parseQuery(ann, "project = SHOP").getQuery()))
        .isEqualTo(4);
  }

  @Test
  public void theSameFileAgainIsLeftAlone() {
    site.load(WHOLE);
    ImportReport again = site.load(WHOLE);
    assertThat(again.imported()).isFalse();
    assertThat(again.notices()).singleElement().asString().contains("imported before");
    assertThat(rows("select count(*) from jiraissue")).containsExactly("4");
  }

  @Test
  public void fiveThousandIssuesArriveWithAllThatHangsOnThem() {
    StringBuilder json = new StringBuilder("{'projects':[{'key':'BIG','name':'Big','issues':[");
    for (int i = 0; i < 5000; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{'summary':'Issue ")
          .append(i)
          .append("','status':'Done','history':[{'created':'P-1D','items':[{'field':'status',")
          .append("'fromString':'To Do','toString':'Done'}]}],'customFieldValues':[")
          .append("{'fieldName':'Story Points','value':3}]}");
    }
    assertThat(site.load(json.append("]}]}").toString()).issues()).isEqualTo(5000);
    for (String table : List.of("issue_index", "changeitem", "customfieldvalue")) {
      assertThat(rows("select count(*) from " + table)).as(table).containsExactly("5000");
    }
  }

  private void refused(String json, String... parts) {
    assertThatThrownBy(() -> site.load(json))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining(".json");
    assertThat(rows("select count(*) from project")).containsExactly("0");
    assertThat(rows("select count(*) from jiraissue")).containsExactly("0");
    assertThat(rows("select count(*) from cwd_user")).containsExactly("1");
    assertThat(rows("select count(*) from issue_index")).containsExactly("0");
    assertThat(rows("select count(*) from customfield")).containsExactly("3");
  }

  private void refusedIssue(String issue, String... parts) {
    refused(
        "{'users':[{'name':'ann'}],'projects':[{'key':'SHOP','name':'Shop','components':['Cart'],"
            + "'issues':[{'externalId':'a','summary':'Good'},\n"
            + issue
            + "]}]}",
        parts);
  }

  @Test
  public void aFileThatIsNoJsonIsRefusedWithLineAndColumn() {
    refused("{'projects': [\n  {'key': 'SHOP',, }]}", "line 2, column 18", "not JSON");
    refused("{'projects': [", "line 1, column", "not JSON");
    refused("", "the file", "expected an object but found nothing");
    refused("{} {}", "nothing may follow");
    refused("{'users': [], 'users': []}", "line 1", "Duplicate field 'users'");
    assertThatThrownBy(() -> site.jira.importFile(Path.of("/no/such/file.json")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("/no/such/file.json cannot be read");
  }

  @Test
  public void unknownFieldsAreNamed() {
    refused("{'project': []}", "line 1, column 13: project: unknown field");
    refused("{'users': [{'name': 'ann', 'age': 7}]}", "users[0].age: unknown field");
    refused("{'links': [{'x': 1}]}", "links[0].x: unknown field");
    refused("{'projects': [{'colour': 'red'}]}", "projects[0].colour: unknown field");
    refused("{'projects': [{'versions': [{'x': 1}]}]}", "projects[0].versions[0].x: unknown field");
    refused(
        "{'projects': [{'roles': {'Users': {'x': 1}}}]}",
        "projects[0].roles.Users.x: unknown field");
    refusedIssue("{'summary':'Bad', 'sumary':''}", "projects[0].issues[1].sumary: unknown field");
    refusedIssue("{'customFieldValues':[{'x':1}]}", "issues[1].customFieldValues[0].x: unknown");
    refusedIssue("{'history':[{'x':1}]}", "projects[0].issues[1].history[0].x: unknown field");
    refusedIssue("{'history':[{'items':[{'x':1}]}]}", "issues[1].history[0].items[0].x: unknown");
  }

  @Test
  public void wrongTypesAreNamed() {
    refused("[]", "expected an object but found a list");
    refused("{'users': {}}", "users: expected a list but found an object");
    refused("{'users': [{'active': 'yes'}]}", "active: expected true or false but found a text");
    refused("{'users': [{'name': 5}]}", "users[0].name: expected a text but found a number");
    refusedIssue("{'summary':true}", "issues[1].summary: expected a text but found true");
    refusedIssue(
        "{'customFieldValues':[{'value':[1]}]}",
        "customFieldValues[0].value: expected a text or a number but found a list");
  }

  @Test
  public void missingFieldsAreNamed() {
    refused("{'users': [{}]}", "users[0]: the field 'name' is missing");
    refused("{'users': [{'name': ' '}]}", "users[0].name: must not be empty");
    refused("{'projects': [{'name': 'x'}]}", "projects[0]: the field 'key' is missing");
    refused("{'projects': [{'key': 'SHOP'}]}", "projects[0]: the field 'name' is missing");
    refused("{'projects': [{'versions': [{}]}]}", "versions[0]: the field 'name' is missing");
    refused("{'links': [{'name': 'x'}]}", "links[0]: the field 'sourceId' is missing");
    refusedIssue("{'status':'Done'}", "projects[0].issues[1]: the field 'summary' is missing");
    refusedIssue("{'customFieldValues':[{}]}", "[0]: the field 'fieldName' is missing");
    refusedIssue("{'history':[{}]}", "history[0]: the field 'created' is missing");
    refusedIssue("{'history':[{'items':[{}]}]}", "items[0]: the field 'field' is missing");
  }

  @Test
  public void aTitleThatIsTooLongIsNamedWithItsPlace() {
    refusedIssue(
        "{'summary':'" + "x".repeat(300) + "'}",
        "line 2, column",
        "projects[0].issues[1].summary: Summary must have at most 255 characters; this one has"
            + " 300");
    refusedIssue("{'summary':'  '}", "summary: You must specify a summary");
    refusedIssue("{'summary':'a\\nb'}", "summary: The summary is invalid");
  }

  @Test
  public void whatTheSiteDoesNotHaveIsNamed() {
    refusedIssue("{'status':'Open'}", "projects[0].issues[1].status: there is no status 'Open'");
    refusedIssue("{'resolution':'Fixed'}", "issues[1].resolution: there is no resolution 'Fixed'");
    refusedIssue("{'priority':'Major'}", "issues[1].priority: there is no priority 'Major'");
    refusedIssue("{'issueType':'Idea'}", "issues[1].issueType: there is no issue type 'Idea'");
    refusedIssue("{'reporter':'zoe'}", "projects[0].issues[1].reporter: there is no user 'zoe'");
    refusedIssue("{'assignee':'zoe'}", "projects[0].issues[1].assignee: there is no user 'zoe'");
    refusedIssue("{'securityLevel':'x'}", "securityLevel: there is no security level 'x'");
    refusedIssue("{'fixedVersions':['9']}", "fixedVersions[0]: the project has no such version");
    refusedIssue("{'components':['x']}", "components[0]: the project has no such component");
    refusedIssue("{'history':[{'author':'zoe'}]}", "author: there is no user 'zoe'");
    refused(
        "{'projects':[{'key':'SHOP','name':'x','lead':'zoe'}]}",
        "projects[0].lead: there is no user 'zoe'");
    refused(
        "{'projects':[{'key':'SHOP','name':'x','roles':{'Users':{'users':['zoe']}}}]}",
        "projects[0].roles: there is no user 'zoe'");
    refused(
        "{'projects':[{'roles':{'Kings':{}}}]}",
        "projects[0].roles.Kings: the site has no project role");
  }

  @Test
  public void wrongValuesAreNamed() {
    refused("{'projects':[{'key':'shop'}]}", "projects[0].key: 'shop' is no project key");
    refusedIssue("{'created':'yesterday'}", "issues[1].created: 'yesterday' is no date");
    refusedIssue("{'created':'P-99999Y'}", "issues[1].created: 'P-99999Y' is no date");
    refusedIssue("{'duedate':'soon'}", "issues[1].duedate: 'soon' is no date");
    refusedIssue("{'estimate':'2h'}", "issues[1].estimate: '2h' is no duration");
    refusedIssue("{'estimate':'PT-2H'}", "issues[1].estimate: 'PT-2H' is no duration");
    refusedIssue("{'description':'a\\u0000b'}", "description: contains a character");
    refusedIssue("{'labels':['two words']}", "labels[0]: a label has");
    refusedIssue(
        "{'history':[{'items':[{'fieldType':'x'}]}]}", "fieldType: expected jira or custom");
    refusedIssue(
        "{'customFieldValues':[{'fieldName':'Story Points','value':'many'}]}",
        "customFieldValues[0]: 'many' is no number for the field 'Story Points'");
    refusedIssue(
        "{'customFieldValues':[{'fieldName':'Story Points','fieldType':"
            + "'com.atlassian.jira.plugin.system.customfieldtypes:textfield','value':'3'}]}",
        "the site has a field 'Story Points' of the type");
    refusedIssue(
        "{'customFieldValues':[{'fieldName':'Colour','fieldType':'x:y','value':'3'}]}",
        "the field 'Colour' cannot be made of the type x:y");
    refusedIssue(
        "{'customFieldValues':[{'fieldName':'Team','fieldType':"
            + "'com.atlassian.jira.plugin.system.customfieldtypes:textfield','value':'"
            + "x".repeat(256)
            + "'}]}",
        "the value must have at most 255 characters");
    refusedIssue("{'description':'" + "x".repeat(33_000) + "'}", "must have at most 32767");
    refused("{'users':[{'name':'" + "x".repeat(256) + "'}]}", "users[0].name: must have at most");
  }

  @Test
  public void whatIsThereTwiceIsNamed() {
    refused("{'users':[{'name':'ann'},{'name':'Ann'}]}", "users[1]: the user 'Ann' is there twice");
    refused(
        "{'projects':[{'key':'SHOP','name':'a'},{'key':'SHOP','name':'b'}]}",
        "projects[1].key: the project SHOP is there twice");
    refused(
        "{'projects':[{'key':'SHOP','name':'a','issues':[{'key':'SHOP-1','summary':'a'},"
            + "{'key':'SHOP-1','summary':'b'}]}]}",
        "projects[0].issues[1].key: the key SHOP-1 is there twice");
    refusedIssue("{'externalId':'a'}", "issues[1].externalId: the external id 'a' is there twice");
    refused(
        "{'projects':[{'versions':[{'name':'1'},{'name':'1'}]}]}",
        "versions[1]: the version '1' is there twice");
    refused("{'projects':[{'components':['a','a']}]}", "the component 'a' is there twice");
  }

  @Test
  public void aKeyOfAnotherProjectIsRefused() {
    refusedIssue(
        "{'key':'OPS-1','summary':'x'}", "issues[1].key: 'OPS-1' is no key of the project SHOP");
    refusedIssue("{'key':'SHOP-0','summary':'x'}", "'SHOP-0' is no key of the project SHOP");
  }

  @Test
  public void aProjectThatIsThereIsNotWrittenOver() {
    site.load("{'projects':[{'key':'SHOP','name':'Shop'}]}");
    assertThatThrownBy(() -> site.load("{'projects':[{'key':'SHOP','name':'Another'}]}"))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("projects[0].key: the site has a project SHOP already");
  }

  private void refusedLink(String link, String... parts) {
    refused(
        "{'links':[{'name':'sub-task-link','sourceId':'s','destinationId':'a'},"
            + link
            + "],'projects':[{'key':'SHOP','name':'Shop','issues':["
            + "{'externalId':'a','summary':'A'},{'externalId':'b','summary':'B'},"
            + "{'externalId':'s','summary':'S','issueType':'Sub-task'},"
            + "{'externalId':'t','summary':'T','issueType':'Sub-task'}]},"
            + "{'key':'OPS','name':'Ops','issues':[{'externalId':'c','summary':'C'}]}]}",
        parts);
  }

  @Test
  public void linksMustMakeSense() {
    String name = "{'name':'sub-task-link','sourceId':";
    refusedLink(name + "'x','destinationId':'a'}", "links[1].sourceId: there is no issue", "'x'");
    refusedLink(name + "'t','destinationId':'x'}", "links[1].destinationId: there is no issue");
    refusedLink(name + "'b','destinationId':'a'}", "links[1]: a sub-task-link leads from");
    refusedLink(name + "'t','destinationId':'s'}", "links[1]: a sub-task-link leads from");
    refusedLink(name + "'t','destinationId':'c'}", "links[1]: a sub-task-link leads from");
    refusedLink(name + "'s','destinationId':'b'}", "links[1]: the sub-task 's' has a parent");
    refusedLink(
        "{'name':'Blocks','sourceId':'a','destinationId':'b'}",
        "projects[0].issues[3]: a sub-task needs a link 'sub-task-link'");
  }
}
