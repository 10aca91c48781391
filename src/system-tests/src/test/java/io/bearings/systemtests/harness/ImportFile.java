package io.bearings.systemtests.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes projects and issues in the JSON form of the Jira Importers Plugin. */
public final class ImportFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREATED = "2026-10-01T09:00:00.000+0000";

  /** Who has which role in an ordinary project; {@code stranger} has none anywhere. */
  private static final Map<String, String> ROLES =
      Map.of("Administrators", "lead", "Developers", "member", "Users", "viewer");

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode projects = root.putArray("projects");

  /** One issue of an import file. */
  public record Work(
      String summary,
      String status,
      Optional<String> resolution,
      Optional<Integer> points,
      Optional<String> securityLevel) {

    /** An issue that nobody has begun. */
    public static Work open(String summary) {
      return new Work(summary, "To Do", Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** Adds the people that the tests log in as. */
  public ImportFile people() {
    ArrayNode users = root.putArray("users");
    for (String name : List.of("lead", "member", "viewer", "stranger")) {
      users
          .addObject()
          .put("name", name)
          .put("fullname", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
    return this;
  }

  /** Adds a project for everybody but strangers, with issues numbered from 1 on. */
  public ImportFile project(String key, String name, Iterable<Work> issues) {
    return project(key, name, ROLES, issues);
  }

  /** Gives the project that was added last versions in which issues may be fixed. */
  public ImportFile versions(String... names) {
    ArrayNode versions = ((ObjectNode) projects.get(projects.size() - 1)).withArray("versions");
    for (String name : names) {
      versions.addObject().put("name", name);
    }
    return this;
  }

  /** Adds a project that only its lead may look at. */
  public ImportFile closedProject(String key, String name, Iterable<Work> issues) {
    return project(key, name, Map.of("Administrators", "lead"), issues);
  }

  private ImportFile project(
      String key, String name, Map<String, String> members, Iterable<Work> issues) {
    ObjectNode project = projects.addObject();
    project.put("key", key).put("name", name).put("type", "software").put("lead", "lead");
    ObjectNode roles = project.putObject("roles");
    for (String role : List.of("Administrators", "Developers", "Users")) {
      ArrayNode users = roles.putObject(role).putArray("users");
      if (members.containsKey(role)) {
        users.add(members.get(role));
      }
    }
    ArrayNode list = project.putArray("issues");
    int number = 0;
    for (Work work : issues) {
      number++;
      list.add(issue(key + "-" + number, work));
    }
    return this;
  }

  /** Gives an issue that was added a number in a custom field. */
  public ImportFile number(String issueKey, String field, double value) {
    projects
        .findParents("externalId")
        .forEach(
            issue -> {
              if (issue.path("key").asText().equals(issueKey)) {
                ((ObjectNode) issue)
                    .withArray("customFieldValues")
                    .addObject()
                    .put("fieldName", field)
                    .put("fieldType", "com.atlassian.jira.plugin.system.customfieldtypes:float")
                    .put("value", String.valueOf(value));
              }
            });
    return this;
  }

  /** The whole file as a tree, for tests that damage it. */
  public ObjectNode tree() {
    return root;
  }

  /** Writes the file into the tests' output. */
  public Path write(String name) {
    Path file = Artifacts.output("imports").resolve(name + ".json");
    try {
      Files.writeString(file, JSON.writeValueAsString(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static ObjectNode issue(String key, Work work) {
    ObjectNode issue = JSON.createObjectNode();
    issue
        .put("key", key)
        .put("externalId", key)
        .put("summary", work.summary())
        .put("issueType", "Task")
        .put("status", work.status())
        .put("reporter", "lead")
        .put("created", CREATED)
        .put("updated", CREATED);
    work.resolution().ifPresent(resolution -> issue.put("resolution", resolution));
    work.securityLevel().ifPresent(level -> issue.put("securityLevel", level));
    work.points()
        .ifPresent(
            points ->
                issue
                    .putArray("customFieldValues")
                    .addObject()
                    .put("fieldName", "Story Points")
                    .put("fieldType", "com.pyxis.greenhopper.jira:jsw-story-points")
                    .put("value", String.valueOf(points)));
    return issue;
  }
}
