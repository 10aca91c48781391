package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.timezone.TimeZoneManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import io.bearings.host.Temper;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PeopleTest {
  private final TestSite site = new TestSite();
  private HostPerson people;

  @Before
  public void load() {
    site.load(Team.FILE);
    people = site.jira.people();
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void nameAndPasswordMustFit() {
    assertThat(people.authenticate("dev", "dev")).contains(site.user("dev"));
    assertThat(people.authenticate("DEV", "dev")).contains(site.user("dev"));
    assertThat(people.authenticate("dev", "Dev")).isEmpty();
    assertThat(people.authenticate("dev", "")).isEmpty();
    assertThat(people.authenticate("nobody", "nobody")).isEmpty();
    assertThat(people.authenticate("gone", "gone")).as("inactive").isEmpty();
  }

  @Test
  public void passwordsAreSaltedHashes() {
    List<String> hashes =
        site.database.jdbc().queryForList("select credential from cwd_user", String.class);
    assertThat(hashes).doesNotHaveDuplicates().allMatch(h -> h.startsWith("pbkdf2-sha256:10000:"));
    Passwords passwords = new Passwords();
    assertThat(passwords.hash("secret")).isNotEqualTo(passwords.hash("secret"));
    assertThat(passwords.matches("secret", passwords.hash("secret"))).isTrue();
    assertThat(passwords.matches("secret", passwords.hash("Secret"))).isFalse();
  }

  @Test
  public void peopleAreFoundByKeyAndName() {
    UserManager users = site.get(UserManager.class);
    ApplicationUser dev = users.getUserByName("Dev");
    assertThat(dev.getUsername()).isEqualTo("dev");
    assertThat(dev.getDisplayName()).isEqualTo("Abel Dev");
    assertThat(dev.getEmailAddress()).isEqualTo("dev@example.com");
    assertThat(dev.getKey()).isEqualTo("JIRAUSER" + dev.getId());
    assertThat(dev.getDirectoryId()).isEqualTo(1);
    assertThat(users.getUserByKey(dev.getKey())).isEqualTo(dev).hasSameHashCodeAs(dev);
    assertThat(people.byKey(dev.getKey())).contains(dev);
    assertThat(people.byKey("dev")).isEmpty();
    assertThat(users.getUserByKey(null)).isNull();
    assertThat(users.getUserByName(null)).isNull();
    assertThat(users.getUserByName("zoe")).isNull();
    assertThat(users.getUserByName("gone").isActive()).isFalse();
  }

  @Test
  public void aKeyThatNobodyHasAnyMoreStillHasAName() {
    UserManager users = site.get(UserManager.class);
    ApplicationUser unknown = users.getUserByKeyEvenWhenUnknown("JIRAUSER1");
    assertThat(unknown.getDisplayName()).isEqualTo("JIRAUSER1");
    assertThat(unknown.isActive()).isFalse();
    assertThat(users.getUserByKeyEvenWhenUnknown(site.user("dev").getKey()))
        .isEqualTo(site.user("dev"));
    assertThat(users.getUserByKeyEvenWhenUnknown(null)).isNull();
  }

  @Test
  public void aPersonsLanguageOrTheSites() {
    assertThat(people.localeOf(site.user("dev"))).isEqualTo(Locale.UK);
    site.database.jdbc().update("update cwd_user set locale = 'de-DE' where user_name = 'dev'");
    try (TestSite again = new TestSite(Temper.KIND, site.database)) {
      JiraAuthenticationContext context = again.get(JiraAuthenticationContext.class);
      assertThat(context.getLocale()).isEqualTo(Locale.UK);
      context.setLoggedInUser(again.user("dev"));
      assertThat(context.getLocale()).isEqualTo(Locale.GERMANY);
      assertThat(context.getI18nHelper().getText("a.key")).isEqualTo("text of a.key");
    }
  }

  @Test
  public void whoIsLoggedInBelongsToTheThread() {
    JiraAuthenticationContext context = site.get(JiraAuthenticationContext.class);
    assertThat(context.isLoggedInUser()).isFalse();
    context.setLoggedInUser(site.user("dev"));
    assertThat(context.getLoggedInUser()).isEqualTo(site.user("dev"));
    assertThat(CompletableFuture.supplyAsync(context::isLoggedInUser).join()).isFalse();
    context.clearLoggedInUser();
    assertThat(context.getLoggedInUser()).isNull();
    context.setLoggedInUser(site.user("dev"));
    context.setLoggedInUser(null);
    assertThat(context.isLoggedInUser()).isFalse();
  }

  @Test
  public void everybodyIsInTheTimeZoneOfTheServer() {
    TimeZoneManager zones = site.get(TimeZoneManager.class);
    assertThat(zones.getDefaultTimezone())
        .isEqualTo(TimeZone.getDefault())
        .isEqualTo(zones.getLoggedInUserTimeZone())
        .isEqualTo(zones.getTimeZoneforUser(site.user("dev")));
  }

  @Test
  public void projectsAndResolutionsAreLookedUp() {
    ProjectManager projects = site.get(ProjectManager.class);
    Project app = projects.getProjectByCurrentKey("APP");
    assertThat(projects.getProjectObj(app.getId())).isEqualTo(app).hasToString("Project: APP");
    assertThat(projects.getProjectObj(1L)).isNull();
    assertThat(projects.getProjectObjByKey("NONE")).isNull();
    assertThat(projects.getProjectObjects()).hasSize(3).contains(app);
    assertThat(app.isArchived()).isFalse();
    assertThat(app.getIssueTypes()).extracting("name").contains("Story", "Bug", "Sub-task");
    ResolutionManager resolutions = site.get(ResolutionManager.class);
    assertThat(resolutions.getResolutions())
        .extracting(Resolution::getName)
        .containsExactly("Done", "Won't Do", "Duplicate", "Cannot Reproduce");
    assertThat(resolutions.getDefaultResolution()).isEqualTo(resolutions.getResolution("10000"));
    assertThat(resolutions.getResolution("1")).isNull();
    assertThat(resolutions.getDefaultResolution().getNameTranslation()).isEqualTo("Done");
    assertThat(resolutions.getDefaultResolution().getSequence()).isEqualTo(1);
    assertThat(resolutions.getDefaultResolution().getDescription()).isNotBlank();
  }

  @Test
  public void statusesHaveJirasCategories() {
    Issue issue = site.get(IssueManager.class).getIssueObject("APP-2");
    StatusCategory category = issue.getStatus().getStatusCategory();
    assertThat(category.getKey()).isEqualTo(StatusCategory.IN_PROGRESS);
    assertThat(category.getId()).isEqualTo(4);
    assertThat(category.getName()).isEqualTo("In Progress");
    assertThat(category.getTranslatedName()).isEqualTo("In Progress");
    assertThat(category.getColorName()).isEqualTo("yellow");
    assertThat(category.getSequence()).isEqualTo(3);
    assertThat(HostStatusCategory.ofKey("new").getKey()).isEqualTo(StatusCategory.TO_DO);
    assertThat(HostStatusCategory.ofKey("done").getKey()).isEqualTo(StatusCategory.COMPLETE);
    assertThat(HostStatusCategory.ofKey("?").getKey()).isEqualTo(StatusCategory.UNDEFINED);
  }

  @Test
  public void customFieldsAreLookedUp() {
    CustomFieldManager fields = site.get(CustomFieldManager.class);
    CustomField points = fields.getCustomFieldObject("customfield_10002");
    assertThat(points.getName()).isEqualTo("Story Points");
    assertThat(points.getFieldName()).isEqualTo("Story Points");
    assertThat(points.getUntranslatedName()).isEqualTo("Story Points");
    assertThat(points.getIdAsLong()).isEqualTo(10_002);
    assertThat(points.getCustomFieldType().getKey())
        .isEqualTo("com.pyxis.greenhopper.jira:jsw-story-points");
    assertThat(points.getCustomFieldType().getName()).isEqualTo("jsw-story-points");
    assertThat(fields.getCustomFieldObject(10_002L)).isEqualTo(points).hasSameHashCodeAs(points);
    assertThat(fields.getCustomFieldObjectsByName("Story Points")).containsExactly(points);
    assertThat(fields.getCustomFieldObjectsByName("Colour")).isEmpty();
    assertThat(fields.getCustomFieldObject("customfield_1")).isNull();
    assertThat(fields.getCustomFieldObject("summary")).isNull();
    assertThat(fields.getCustomFieldObject((String) null)).isNull();
    assertThat(fields.getCustomFieldObject((Long) null)).isNull();
  }
}
