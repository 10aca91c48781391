package io.bearings.host.jira;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first reading of a file: everything but the issues, of which only the keys and external ids
 * are looked at. JSON has no order, so users, versions and keys may stand behind the issues that
 * need them.
 */
final class ImportScan {
  private static final Pattern PROJECT_KEY = Pattern.compile("[A-Z][A-Z0-9_]{1,9}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final int LONGEST_NAME = 255;

  record User(String name, String displayName, String email, boolean active, Set<String> groups) {}

  record Version(String name, boolean released, Instant releaseDate) {}

  /** Who has a role: names of users and of groups. */
  record Members(List<String> users, List<String> groups) {}

  /** A link between two issues by their external ids, and where it stands. */
  record Link(String name, String sourceId, String destinationId, String where) {}

  /** A project without its issues; {@code numbers} are those that issues bring with them. */
  record Project(
      String key,
      String name,
      String description,
      String url,
      String lead,
      String where,
      Map<String, Version> versions,
      Set<String> components,
      Optional<Map<Long, Members>> roles,
      Set<Long> numbers) {}

  private final Site site;
  private final Instant now;
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, Project> projects = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final Set<String> externalIds = new HashSet<>();

  ImportScan(Site site, Instant now) {
    this.site = site;
    this.now = now;
  }

  /** The users by their names in lower case. */
  Map<String, User> users() {
    return users;
  }

  /** The projects in the order of the file. */
  List<Project> projects() {
    return List.copyOf(projects.values());
  }

  List<Link> links() {
    return links;
  }

  void read(ImportParser in) {
    in.document(
        () ->
            in.object(
                field -> {
                  switch (field) {
                    case "users" -> in.each(() -> user(in));
                    case "links" -> in.each(() -> links.add(link(in)));
                    case "projects" -> in.each(() -> new ProjectReading(in).read());
                    default -> throw in.unknownField();
                  }
                }));
  }

  private void user(ImportParser in) {
    Map<String, String> texts = new HashMap<>();
    Set<String> groups = new LinkedHashSet<>();
    Set<Boolean> active = new HashSet<>();
    in.object(
        field -> {
          switch (field) {
            case "name" -> texts.put(field, name(in).trim());
            case "fullname", "email" -> texts.put(field, in.text(LONGEST_NAME));
            case "active" -> active.add(in.truth());
            case "groups" -> groups.addAll(in.list(() -> name(in)));
            default -> throw in.unknownField();
          }
        });
    String name = required(in, texts, "name");
    User user =
        new User(
            name,
            orElse(texts.get("fullname"), name),
            orElse(texts.get("email"), name + "@example.com"),
            !active.contains(false),
            groups);
    if (users.putIfAbsent(name.toLowerCase(Locale.ROOT), user) != null) {
      throw in.wrong("the user '" + name + "' is there twice (field 'name')");
    }
  }

  private static String name(ImportParser in) {
    String name = in.requiredText();
    if (name.length() > LONGEST_NAME) {
      throw in.wrong("must have at most " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private static String required(ImportParser in, Map<String, String> texts, String field) {
    String text = texts.get(field);
    if (text == null) {
      throw in.wrong("the field '" + field + "' is missing");
    }
    return text;
  }

  private static String orElse(String text, String other) {
    return text == null ? other : text;
  }

  private static Link link(ImportParser in) {
    Map<String, String> texts = new HashMap<>();
    in.object(
        field -> {
          switch (field) {
            case "name", "sourceId", "destinationId" -> texts.put(field, in.requiredText());
            default -> throw in.unknownField();
          }
        });
    return new Link(
        required(in, texts, "name"),
        required(in, texts, "sourceId"),
        required(in, texts, "destinationId"),
        in.where());
  }

  private record IssueKey(String key, String where) {}

  /** One project, while it is read. */
  private final class ProjectReading {
    private final ImportParser in;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final Set<String> components = new LinkedHashSet<>();
    private Optional<Map<Long, Members>> roles = Optional.empty();
    private final List<IssueKey> issueKeys = new ArrayList<>();

    ProjectReading(ImportParser in) {
      this.in = in;
    }

    void read() {
      in.object(this::field);
      String key = required(in, texts, "key");
      projects.put(
          key,
          new Project(
              key,
              required(in, texts, "name"),
              orElse(texts.get("description"), ""),
              orElse(texts.get("url"), ""),
              orElse(texts.get("lead"), "admin"),
              in.where(),
              versions,
              components,
              roles,
              numbers(key)));
    }

    private void field(String field) {
      switch (field) {
        case "key" -> texts.put(field, projectKey());
        case "name" -> texts.put(field, name(in));
        case "description" -> texts.put(field, in.text(FieldReader.LONGEST_TEXT));
        case "url" -> texts.put(field, in.text(LONGEST_NAME));
        case "lead" -> texts.put(field, in.text());
        case "type", "template", "externalName" -> in.text();
        case "versions" -> in.each(this::version);
        case "components" -> in.each(this::component);
        case "roles" -> {
          Map<Long, Members> members = new LinkedHashMap<>();
          in.object(role -> role(role, members));
          roles = Optional.of(members);
        }
        case "issues" -> in.each(() -> in.object(this::issueField));
        default -> throw in.unknownField();
      }
    }

    private String projectKey() {
      String key = in.requiredText();
      if (!PROJECT_KEY.matcher(key).matches()) {
        throw in.wrong(
            "'" + key + "' is no project key: 2 to 10 capital letters, digits and underscores");
      }
      if (projects.containsKey(key)) {
        throw in.wrong("the project " + key + " is there twice");
      }
      if (site.projectByKey(key).isPresent()) {
        throw in.wrong("the site has a project " + key + " already");
      }
      return key;
    }

    private void version() {
      VersionReading version = new VersionReading();
      in.object(version::field);
      if (version.name == null) {
        throw in.wrong("the field 'name' is missing");
      }
      Version read = new Version(version.name, version.released, version.releaseDate);
      if (versions.putIfAbsent(version.name, read) != null) {
        throw in.wrong("the version '" + version.name + "' is there twice");
      }
    }

    private final class VersionReading {
      private String name;
      private boolean released;
      private Instant releaseDate;

      void field(String field) {
        switch (field) {
          case "name" -> name = ImportScan.name(in);
          case "released" -> released = in.truth();
          case "releaseDate" -> releaseDate = in.moment(now);
          case "description" -> in.text();
          default -> throw in.unknownField();
        }
      }
    }

    private void component() {
      String component = name(in);
      if (!components.add(component)) {
        throw in.wrong("the component '" + component + "' is there twice");
      }
    }

    private void role(String name, Map<Long, Members> roles) {
      HostRole role =
          site.role(name)
              .orElseThrow(() -> in.wrong("the site has no project role '" + name + "'"));
      Map<String, List<String>> members = new HashMap<>();
      in.object(
          field -> {
            switch (field) {
              case "users", "groups" -> members.put(field, in.list(in::requiredText));
              default -> throw in.unknownField();
            }
          });
      roles.put(
          role.id(),
          new Members(
              members.getOrDefault("users", List.of()), members.getOrDefault("groups", List.of())));
    }

    private void issueField(String field) {
      switch (field) {
        case "key" -> issueKeys.add(new IssueKey(in.requiredText(), in.where()));
        case "externalId" -> {
          String id = in.requiredText();
          if (!externalIds.add(id)) {
            throw in.wrong("the external id '" + id + "' is there twice");
          }
        }
        default -> in.skip();
      }
    }

    private Set<Long> numbers(String projectKey) {
      Set<Long> numbers = new HashSet<>();
      for (IssueKey issue : issueKeys) {
        boolean own = issue.key().startsWith(projectKey + "-");
        String number = own ? issue.key().substring(projectKey.length() + 1) : "";
        if (!NUMBER.matcher(number).matches()) {
          throw new ImportFailure(
              issue.where() + ": '" + issue.key() + "' is no key of the project " + projectKey);
        }
        if (!numbers.add(Long.valueOf(number))) {
          throw new ImportFailure(issue.where() + ": the key " + issue.key() + " is there twice");
        }
      }
      return numbers;
    }
  }
}
