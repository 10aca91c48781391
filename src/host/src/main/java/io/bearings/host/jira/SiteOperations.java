package io.bearings.host.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What administrators change for the whole site. As in Jira, the issues that this touches leave no
 * history and fire no event: only the deletion of a project is told, and none of its issues.
 */
public final class SiteOperations {
  private static final int LONGEST_NAME = 60;
  private static final int SHORTEST_PROJECT_NAME = 2;
  private static final int LONGEST_PROJECT_NAME = 80;
  private static final int LONGEST_DISPLAY_NAME = 255;

  private final Database database;
  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Issues issues;
  private final IssueTables tables;
  private final BoardTables boards;
  private final SearchIndex index;
  private final Permissions permissions;
  private final EventPublisher events;

  SiteOperations(
      Database database,
      SiteCache site,
      Issues issues,
      IssueTables tables,
      BoardTables boards,
      SearchIndex index,
      Permissions permissions,
      EventPublisher events) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.site = site;
    this.issues = issues;
    this.tables = tables;
    this.boards = boards;
    this.index = index;
    this.permissions = permissions;
    this.events = events;
  }

  /**
   * A status.
   *
   * @param category one of {@link #categories}
   */
  public record StatusLine(String id, String name, String category) {}

  /** A resolution. */
  public record ResolutionLine(String id, String name) {}

  /** A project. */
  public record ProjectLine(String key, String name, long issues) {}

  /** All statuses, in their order. */
  public List<StatusLine> statuses() {
    return site.current().statuses().values().stream()
        .map(status -> new StatusLine(status.getId(), status.getName(), status.category().getKey()))
        .toList();
  }

  /** The keys of the categories that a status can have, by their names. */
  public Map<String, String> categories() {
    return HostStatusCategory.choices();
  }

  /** All resolutions, in their order. */
  public List<ResolutionLine> resolutions() {
    return site.current().resolutions().values().stream()
        .map(resolution -> new ResolutionLine(resolution.getId(), resolution.getName()))
        .toList();
  }

  /** All projects, by name; each costs a statement. */
  public List<ProjectLine> projects() {
    return site.current().projects().values().stream()
        .map(
            project ->
                new ProjectLine(
                    project.key(), project.name(), issues.getIssueCountForProject(project.id())))
        .toList();
  }

  /**
   * Puts a status into another category; issues in it stay as they are.
   *
   * @throws JiraRefusal 400 when there is no such status or category, 403 for others than
   *     administrators
   */
  public void setCategory(ApplicationUser user, String statusId, String category) {
    requireAdministrator(user);
    if (!site.current().statuses().containsKey(statusId) || !categories().containsKey(category)) {
      throw wrong("statusCategory", "There is no such status or category.");
    }
    inTransaction(
        () ->
            jdbc.update(
                "update issuestatus set statuscategory = ? where id = ?", category, statusId));
    site.reload();
  }

  /**
   * Adds a resolution behind those that there are.
   *
   * @return its id
   * @throws JiraRefusal 400 when the name is empty, too long or taken, 403 for others than
   *     administrators
   */
  public String addResolution(ApplicationUser user, String name) {
    requireAdministrator(user);
    Map<String, HostConstant.HostResolution> present = site.current().resolutions();
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw wrong("name", "A resolution has a name of up to " + LONGEST_NAME + " characters.");
    }
    if (present.values().stream().anyMatch(each -> each.getName().equalsIgnoreCase(stripped))) {
      throw wrong("name", "A resolution with that name already exists.");
    }
    long id =
        present.keySet().stream().map(Long::valueOf).max(Comparator.naturalOrder()).orElse(0L) + 1;
    inTransaction(
        () ->
            jdbc.update(
                "insert into resolution (id, pname, description, sequence) values (?, ?, '', ?)",
                String.valueOf(id),
                stripped,
                present.values().stream().mapToLong(HostConstant::getSequence).max().orElse(0)
                    + 1));
    site.reload();
    return String.valueOf(id);
  }

  /**
   * Removes a resolution; issues that have it get another one.
   *
   * @throws JiraRefusal 400 when there is no such resolution, or both are one, 403 for others than
   *     administrators
   */
  public void removeResolution(ApplicationUser user, String id, String replacementId) {
    requireAdministrator(user);
    Map<String, HostConstant.HostResolution> present = site.current().resolutions();
    if (!present.containsKey(id)
        || !present.containsKey(replacementId)
        || id.equals(replacementId)) {
      throw wrong("resolution", "Choose a resolution and another one in its place.");
    }
    List<Long> touched =
        jdbc.queryForList("select id from jiraissue where resolution = ?", Long.class, id);
    inTransaction(
        () -> {
          jdbc.update(
              "update jiraissue set resolution = ? where resolution = ?", replacementId, id);
          jdbc.update("delete from resolution where id = ?", id);
        });
    site.reload();
    index.changed(touched);
  }

  /**
   * Deletes a project with all its issues, and tells of the project only.
   *
   * @throws JiraRefusal 403 for others than administrators, 404 when there is none
   */
  public void deleteProject(ApplicationUser user, String key) {
    requireAdministrator(user);
    HostProject project = projectOf(key);
    List<Long> gone = List.copyOf(issues.getIssueIdsForProject(project.id()));
    inTransaction(
        () -> {
          gone.forEach(tables::delete);
          boards.deleteBoardsOf(project.id());
          for (String table : List.of("projectversion", "component")) {
            jdbc.update("delete from " + table + " where project = ?", project.id());
          }
          jdbc.update("delete from projectroleactor where pid = ?", project.id());
          jdbc.update("delete from project where id = ?", project.id());
        });
    site.reload();
    index.changed(gone);
    events.publish(new ProjectDeletedEvent(user, project));
  }

  /**
   * Puts a project into the archive: nobody sees it any more, its issues can be read and not
   * changed, and searches do not find them. No event is told.
   *
   * @throws JiraRefusal 403 for others than administrators, 404 when there is none
   */
  public void archiveProject(ApplicationUser user, String key) {
    requireAdministrator(user);
    inTransaction(
        () -> jdbc.update("update project set archived = true where id = ?", projectOf(key).id()));
    site.reload();
  }

  private HostProject projectOf(String key) {
    return site.current()
        .projectByKey(key)
        .orElseThrow(
            () ->
                new JiraRefusal(
                    404, "No project could be found with key '" + key + "'.", Map.of()));
  }

  /**
   * Gives a project another name.
   *
   * @throws JiraRefusal 400 when it has not 2 to 80 characters, 403 for others than administrators,
   *     404 when there is no such project
   */
  public void renameProject(ApplicationUser user, String key, String name) {
    requireAdministrator(user);
    long id = projectOf(key).id();
    if (name.length() < SHORTEST_PROJECT_NAME || name.length() > LONGEST_PROJECT_NAME) {
      throw wrong(
          "name",
          "A project's name has "
              + SHORTEST_PROJECT_NAME
              + " to "
              + LONGEST_PROJECT_NAME
              + " characters.");
    }
    inTransaction(() -> jdbc.update("update project set pname = ? where id = ?", name, id));
    site.reload();
  }

  /**
   * Gives somebody another name to show.
   *
   * @throws JiraRefusal 400 when it is empty or longer than 255 characters, 403 for others than
   *     administrators, 404 when there is no such user
   */
  public void renameUser(ApplicationUser user, String name, String displayName) {
    requireAdministrator(user);
    String key = userOf(name).key();
    if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY_NAME) {
      throw wrong("displayName", "A full name has 1 to " + LONGEST_DISPLAY_NAME + " characters.");
    }
    inTransaction(
        () ->
            jdbc.update(
                "update cwd_user set display_name = ? where user_key = ?", displayName, key));
    site.reload();
  }

  /**
   * Lets somebody log in, or not any more.
   *
   * @throws JiraRefusal 400 for oneself, 403 for others than administrators, 404 when there is no
   *     such user
   */
  public void setActive(ApplicationUser user, String name, boolean active) {
    String key = otherThan(user, name).key();
    inTransaction(
        () -> jdbc.update("update cwd_user set active = ? where user_key = ?", active, key));
    site.reload();
  }

  /**
   * Removes somebody as a directory does that forgets people: what they wrote and what is assigned
   * to them goes on naming their key, and the name is free.
   *
   * @throws JiraRefusal 400 for oneself, 403 for others than administrators, 404 when there is no
   *     such user
   */
  public void deleteUser(ApplicationUser user, String name) {
    String key = otherThan(user, name).key();
    inTransaction(
        () -> {
          jdbc.update("delete from cwd_membership where user_key = ?", key);
          jdbc.update(
              "update cwd_user set gone = true, active = false, lower_user_name = user_key"
                  + " where user_key = ?",
              key);
        });
    site.reload();
  }

  private HostUser userOf(String name) {
    return site.current()
        .userByName(name)
        .orElseThrow(
            () -> new JiraRefusal(404, "The user named '" + name + "' does not exist", Map.of()));
  }

  private HostUser otherThan(ApplicationUser user, String name) {
    requireAdministrator(user);
    HostUser found = userOf(name);
    if (found.equals(user)) {
      throw wrong("username", "You cannot do that to yourself.");
    }
    return found;
  }

  private void requireAdministrator(ApplicationUser user) {
    if (!permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user)) {
      throw new JiraRefusal(403, "Only administrators may do that.", Map.of());
    }
  }

  private void inTransaction(Runnable work) {
    database.transactions().executeWithoutResult(status -> work.run());
  }

  private static JiraRefusal wrong(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
  }
}
