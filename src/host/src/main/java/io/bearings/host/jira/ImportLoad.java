package io.bearings.host.jira;

import com.atlassian.jira.issue.history.ChangeItemBean;
import io.bearings.host.db.Database;
import io.bearings.host.software.SprintData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The second reading of a file: writes what the first one found, then issue by issue, inside the
 * caller's transaction.
 */
final class ImportLoad {
  private static final String SUB_TASK_LINK = "sub-task-link";
  private static final String ROLE_ACTOR =
      "insert into projectroleactor (id, pid, projectroleid, roletype, roletypeparameter)"
          + " values (?, ?, ?, ?, ?)";
  private static final String ASSOCIATION =
      "insert into nodeassociation (source_node_id, sink_node_id, association_type)"
          + " values (?, ?, ?)";
  private static final String LABEL = "insert into label (id, issue, label) values (?, ?, ?)";
  private static final String CUSTOM_VALUE =
      "insert into customfieldvalue (id, issue, customfield, numbervalue, textvalue)"
          + " values (?, ?, ?, ?, ?)";
  private static final String ISSUE_SPRINT =
      "insert into issue_sprint (issue, sprint) values (?, ?)";
  private static final String CHANGE_GROUP =
      "insert into changegroup (id, issueid, author, created) values (?, ?, ?, ?)";
  private static final String CHANGE_ITEM =
      "insert into changeitem (id, groupid, fieldtype, field, oldvalue, oldstring, newvalue,"
          + " newstring) values (?, ?, ?, ?, ?, ?, ?, ?)";

  /** A project as it stands in the tables now. */
  private record Place(
      ImportScan.Project project,
      long id,
      Map<String, Long> versions,
      Map<String, Long> components,
      long board,
      Map<String, SprintData> sprints) {}

  /** The key of an issue's epic, and where the file says so. */
  private record Epic(String key, String where) {}

  /** An issue that links may name. */
  private record Written(long id, long projectId, boolean subTask) {}

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final Site site;
  private final People people;
  private final IssueTables tables;
  private final BoardTables boards;
  private final Instant now;
  private final ImportScan scan;
  private final ImportBatch batch;
  private final Map<String, String> userKeys = new HashMap<>();
  private final Map<String, Site.Field> fields = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Written> byExternalId = new HashMap<>();
  private final Map<Long, String> subTasksWithoutParent = new LinkedHashMap<>();
  private final Map<Long, Epic> epics = new LinkedHashMap<>();
  private final Map<String, Long> byKey = new HashMap<>();
  private final Set<String> ignored = new LinkedHashSet<>();
  private int issues;

  ImportLoad(
      Database database,
      Ids ids,
      Site site,
      People people,
      IssueTables tables,
      BoardTables boards,
      Instant now,
      ImportScan scan) {
    this.jdbc = database.jdbc();
    this.ids = ids;
    this.site = site;
    this.people = people;
    this.tables = tables;
    this.boards = boards;
    this.now = now;
    this.scan = scan;
    this.batch = new ImportBatch(jdbc);
    site.users().values().forEach(user -> userKeys.put(lower(user.name()), user.key()));
    site.fields().values().forEach(field -> fields.putIfAbsent(field.name(), field));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** How many issues were written. */
  int issues() {
    return issues;
  }

  /** What the format knows and the host does not keep, as far as the file has it. */
  Set<String> ignored() {
    return ignored;
  }

  /** Users and projects, which need no second reading. */
  void writeSurroundings() {
    scan.users().forEach(this::writeUser);
    scan.projects().forEach(this::writeProject);
  }

  private void writeUser(String lowerName, ImportScan.User user) {
    String present = userKeys.get(lowerName);
    if (present == null) {
      userKeys.put(
          lowerName,
          people.add(user.name(), user.displayName(), user.email(), user.active(), user.groups()));
    } else {
      user.groups().forEach(group -> people.join(present, group));
    }
  }

  private String userKey(String name, String where) {
    String key = userKeys.get(lower(name));
    if (key == null) {
      throw new ImportFailure(where + ": there is no user '" + name + "'");
    }
    return key;
  }

  private void writeProject(ImportScan.Project project) {
    long id = ids.next(Ids.Sequence.PROJECT);
    long lastNumber = project.numbers().stream().mapToLong(Long::longValue).max().orElse(0);
    jdbc.update(
        "insert into project (id, pkey, pname, description, url, lead_key, pcounter,"
            + " permissionscheme, issuesecurityscheme, workflow) select ?, ?, ?, ?, ?, ?, ?,"
            + " (select min(id) from permissionscheme), (select min(id) from issuesecurityscheme),"
            + " min(id) from jiraworkflow",
        id,
        project.key(),
        project.name(),
        project.description(),
        project.url(),
        userKey(project.lead(), project.where() + ".lead"),
        lastNumber);
    writeRoles(project, id);
    Map<String, Long> versions = new HashMap<>();
    for (ImportScan.Version version : project.versions().values()) {
      long versionId = ids.next(Ids.Sequence.VERSION);
      versions.put(version.name(), versionId);
      jdbc.update(
          "insert into projectversion (id, project, vname, sequence, released, releasedate)"
              + " values (?, ?, ?, ?, ?, ?)",
          versionId,
          id,
          version.name(),
          versions.size(),
          version.released(),
          IssueRow.timestamp(version.releaseDate()));
    }
    Map<String, Long> components = new HashMap<>();
    for (String component : project.components()) {
      long componentId = ids.next(Ids.Sequence.COMPONENT);
      components.put(component, componentId);
      jdbc.update(
          "insert into component (id, project, cname) values (?, ?, ?)",
          componentId,
          id,
          component);
    }
    long board =
        boards.addBoard(
            project.key() + " board",
            id,
            Boards.allOf(project.key()),
            Boards.storyPoints(site),
            Boards.columns(site));
    places.add(new Place(project, id, versions, components, board, new HashMap<>()));
  }

  private void writeRoles(ImportScan.Project project, long id) {
    if (project.roles().isEmpty()) {
      jdbc.query(
          "select projectroleid, roletype, roletypeparameter from projectroleactor"
              + " where pid is null",
          rs -> {
            writeActor(id, rs.getLong(1), rs.getString(2), rs.getString(3));
          });
    }
    project
        .roles()
        .orElse(Map.of())
        .forEach(
            (role, members) -> {
              String where = project.where() + ".roles";
              members.users().forEach(user -> writeActor(id, role, "user", userKey(user, where)));
              members.groups().forEach(group -> writeActor(id, role, "group", group));
            });
    batch.flush();
  }

  private void writeActor(long projectId, long role, String type, String who) {
    batch.add(ROLE_ACTOR, ids.next(Ids.Sequence.ROLE_ACTOR), projectId, role, type, who);
  }

  /** The issues of all projects, and the sub-tasks' links. */
  void writeIssues(ImportParser in) {
    in.document(
        () ->
            in.object(
                field -> {
                  if (field.equals("projects")) {
                    int[] project = {0};
                    in.each(() -> writeIssues(in, places.get(project[0]++)));
                  } else {
                    in.skip();
                  }
                }));
    writeLinks();
    batch.flush();
  }

  private void writeIssues(ImportParser in, Place place) {
    Numbers numbers = new Numbers(place.project().numbers());
    in.object(
        field -> {
          if (field.equals("issues")) {
            in.each(() -> writeIssue(in, place, numbers));
          } else {
            in.skip();
          }
        });
    jdbc.update(
        "update project set pcounter = ? where id = ? and pcounter < ?",
        numbers.last,
        place.id(),
        numbers.last);
  }

  /** Numbers for the issues that bring none: the smallest that are free. */
  private static final class Numbers {
    private final Set<Long> taken;
    private long last;

    Numbers(Set<Long> taken) {
      this.taken = taken;
    }

    long next() {
      do {
        last++;
      } while (taken.contains(last));
      return last;
    }
  }

  private void writeIssue(ImportParser in, Place place, Numbers numbers) {
    ImportedIssue issue = new ImportedIssue();
    in.object(field -> read(in, place, issue, field));
    if (issue.summary == null) {
      throw in.wrong("the field 'summary' is missing");
    }
    long number =
        issue.key == null
            ? numbers.next()
            : Long.parseLong(issue.key.substring(issue.key.lastIndexOf('-') + 1));
    IssueRow row = row(issue, place, number);
    batch.add(IssueRow.INSERT, row.values());
    writeRest(issue, row.id(), place);
    boolean subTask = site.issueTypes().get(row.typeId()).isSubTask();
    if (subTask) {
      subTasksWithoutParent.put(row.id(), in.where());
    }
    if (issue.epic != null) {
      epics.put(row.id(), new Epic(issue.epic, in.where()));
    }
    byKey.put(place.project().key() + "-" + number, row.id());
    if (issue.externalId != null) {
      byExternalId.put(issue.externalId, new Written(row.id(), place.id(), subTask));
    }
    issues++;
    batch.flushIfFull();
  }

  private IssueRow row(ImportedIssue issue, Place place, long number) {
    String reporter =
        issue.reporterKey == null ? userKeys.get(lower(place.project().lead())) : issue.reporterKey;
    Instant created = issue.created == null ? now : issue.created;
    return new IssueRow(
        ids.next(Ids.Sequence.ISSUE),
        place.id(),
        number,
        issue.typeId == null ? named(site.issueTypes(), "Task") : issue.typeId,
        issue.summary,
        issue.description,
        issue.priorityId == null ? named(site.priorities(), "Medium") : issue.priorityId,
        issue.statusId == null ? site.statuses().keySet().iterator().next() : issue.statusId,
        issue.resolutionId,
        reporter,
        issue.assigneeKey,
        reporter,
        created,
        issue.updated == null ? created : issue.updated,
        issue.due,
        issue.resolved,
        issue.originalEstimate,
        issue.estimate,
        issue.timeSpent,
        issue.levelId);
  }

  private static String named(Map<String, ? extends HostConstant> constants, String name) {
    return Site.find(constants, name).orElseThrow().getId();
  }

  private void writeRest(ImportedIssue issue, long id, Place place) {
    associate(id, issue.fixVersions, "IssueFixVersion");
    associate(id, issue.affectedVersions, "IssueVersion");
    associate(id, issue.components, "IssueComponent");
    issue.sprints.forEach(sprint -> batch.add(ISSUE_SPRINT, id, sprint));
    issue.labels.forEach(label -> batch.add(LABEL, ids.next(Ids.Sequence.LABEL), id, label));
    issue.customValues.forEach(
        (field, value) ->
            batch.add(
                CUSTOM_VALUE,
                ids.next(Ids.Sequence.CUSTOM_FIELD_VALUE),
                id,
                field,
                value instanceof BigDecimal ? value : null,
                value instanceof BigDecimal ? null : value));
    issue.history.stream()
        .sorted(Comparator.comparing(ImportedIssue.Change::created))
        .forEach(change -> writeChange(id, change, place));
  }

  private void associate(long issueId, Collection<Long> sinks, String type) {
    sinks.forEach(sink -> batch.add(ASSOCIATION, issueId, sink, type));
  }

  private void writeChange(long issueId, ImportedIssue.Change change, Place place) {
    long group = ids.next(Ids.Sequence.CHANGE_GROUP);
    batch.add(
        CHANGE_GROUP, group, issueId, change.authorKey(), IssueRow.timestamp(change.created()));
    for (ChangeItemBean item : change.items()) {
      batch.add(
          CHANGE_ITEM,
          ids.next(Ids.Sequence.CHANGE_ITEM),
          group,
          item.getFieldType(),
          item.getField(),
          sprintIds(place, item.getField(), item.getFromString(), item.getFrom()),
          item.getFromString(),
          sprintIds(place, item.getField(), item.getToString(), item.getTo()),
          item.getToString());
    }
  }

  /** The site's own ids of the sprints that a change names; the file's of what nobody mentions. */
  private static String sprintIds(Place place, String field, String names, String given) {
    if (!field.equals("Sprint") || names == null) {
      return given;
    }
    List<SprintData> known =
        Stream.of(names.split(", ")).map(place.sprints()::get).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? given
        : known.stream().map(each -> Long.toString(each.id())).collect(Collectors.joining(", "));
  }

  private void read(ImportParser in, Place place, ImportedIssue issue, String field) {
    switch (field) {
      case "externalId" -> issue.externalId = in.requiredText();
      case "key" -> issue.key = in.requiredText();
      case "summary" -> issue.summary = summary(in);
      case "description" -> issue.description = in.text(FieldReader.LONGEST_TEXT);
      case "issueType" -> issue.typeId = constant(in, site.issueTypes(), "issue type");
      case "status" -> issue.statusId = constant(in, site.statuses(), "status");
      case "resolution" -> issue.resolutionId = constant(in, site.resolutions(), "resolution");
      case "priority" -> issue.priorityId = constant(in, site.priorities(), "priority");
      case "reporter" -> issue.reporterKey = user(in);
      case "assignee" -> issue.assigneeKey = user(in);
      case "created" -> issue.created = in.moment(now);
      case "updated" -> issue.updated = in.moment(now);
      case "resolutionDate" -> issue.resolved = in.moment(now);
      case "duedate" -> issue.due = day(in);
      case "originalEstimate" -> issue.originalEstimate = seconds(in);
      case "estimate" -> issue.estimate = seconds(in);
      case "timeSpent" -> issue.timeSpent = seconds(in);
      case "securityLevel" -> issue.levelId = level(in);
      case "labels" -> in.each(() -> issue.labels.add(label(in)));
      case "fixedVersions" ->
          in.each(() -> issue.fixVersions.add(own(in, place.versions(), "version")));
      case "affectedVersions" ->
          in.each(() -> issue.affectedVersions.add(own(in, place.versions(), "version")));
      case "components" ->
          in.each(() -> issue.components.add(own(in, place.components(), "component")));
      case "customFieldValues" -> in.each(() -> customValue(in, place, issue));
      case "history" -> in.each(() -> issue.history.add(change(in)));
      case "comments", "worklogs", "watchers", "voters", "attachments", "environment" -> {
        ignored.add(field);
        in.skip();
      }
      default -> throw in.unknownField();
    }
  }

  private static String summary(ImportParser in) {
    String summary = in.text();
    FieldReader.wrongSummary(summary)
        .ifPresent(
            message -> {
              throw in.wrong(message);
            });
    return summary.trim();
  }

  private static <T extends HostConstant> String constant(
      ImportParser in, Map<String, T> constants, String what) {
    return optional(
        in,
        (name, where) ->
            constants.values().stream()
                .filter(constant -> constant.getName().equalsIgnoreCase(name))
                .findFirst()
                .map(HostConstant::getId)
                .orElseThrow(
                    () -> new ImportFailure(where + ": there is no " + what + " '" + name + "'")));
  }

  private static <T> T optional(ImportParser in, BiFunction<String, String, T> read) {
    String text = in.text();
    return text == null ? null : read.apply(text, in.where());
  }

  private String user(ImportParser in) {
    return optional(in, this::userKey);
  }

  private LocalDate day(ImportParser in) {
    return optional(
        in,
        (text, where) ->
            ImportDate.parseDay(text, now)
                .orElseThrow(() -> new ImportFailure(where + ": '" + text + "' is no date")));
  }

  private static Long seconds(ImportParser in) {
    return optional(
        in,
        (text, where) ->
            ImportDate.seconds(text)
                .orElseThrow(
                    () ->
                        new ImportFailure(
                            where + ": '" + text + "' is no duration such as PT4H30M")));
  }

  private Long level(ImportParser in) {
    return optional(
        in,
        (name, where) ->
            site.levels().values().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .map(Site.Level::id)
                .orElseThrow(
                    () ->
                        new ImportFailure(where + ": there is no security level '" + name + "'")));
  }

  private static String label(ImportParser in) {
    String label = in.requiredText();
    if (label.length() > 255 || label.chars().anyMatch(Character::isWhitespace)) {
      throw in.wrong("a label has at most 255 characters and no blank");
    }
    return label;
  }

  private static Long own(ImportParser in, Map<String, Long> own, String what) {
    Long id = own.get(in.requiredText());
    if (id == null) {
      throw in.wrong("the project has no such " + what);
    }
    return id;
  }

  private void customValue(ImportParser in, Place place, ImportedIssue issue) {
    Map<String, String> given = new HashMap<>();
    in.object(
        field -> {
          switch (field) {
            case "fieldName", "fieldType" -> given.put(field, in.requiredText());
            case "value" -> {
              if (CustomFields.SPRINT.equals(given.get("fieldType"))) {
                in.each(() -> issue.sprints.add(sprint(in, place)));
              } else {
                given.put(field, in.textOrNumber());
              }
            }
            default -> throw in.unknownField();
          }
        });
    if (CustomFields.SPRINT.equals(given.get("fieldType"))) {
      return;
    }
    if (CustomFields.EPIC_LINK.equals(given.get("fieldType"))) {
      issue.epic = given.get("value");
      return;
    }
    Site.Field field = customField(in, given.get("fieldName"), given.get("fieldType"));
    String text = given.get("value");
    if (text != null) {
      issue.customValues.put(field.id(), value(in, field, text));
    }
  }

  /** The project's sprint of that name; the first mention tells the rest of it. */
  private long sprint(ImportParser in, Place place) {
    Map<String, String> given = new HashMap<>();
    Map<String, Instant> dates = new HashMap<>();
    in.object(
        field -> {
          switch (field) {
            case "name", "state", "goal" -> given.put(field, in.requiredText());
            case "startDate", "endDate", "completeDate" -> dates.put(field, in.moment(now));
            case "rapidViewId" -> in.skip();
            default -> throw in.unknownField();
          }
        });
    String name = given.get("name");
    if (name == null) {
      throw in.wrong("the field 'name' is missing");
    }
    return place
        .sprints()
        .computeIfAbsent(name, first -> writeSprint(in, place, given, dates))
        .id();
  }

  private SprintData writeSprint(
      ImportParser in, Place place, Map<String, String> given, Map<String, Instant> dates) {
    SprintData.State state =
        Arrays.stream(SprintData.State.values())
            .filter(known -> known.name().equals(given.get("state")))
            .findFirst()
            .orElseThrow(() -> in.wrong("the state of a sprint is FUTURE, ACTIVE or CLOSED"));
    Optional<Instant> start = Optional.ofNullable(dates.get("startDate"));
    Optional<Instant> completed = Optional.ofNullable(dates.get("completeDate"));
    boolean started = state != SprintData.State.FUTURE;
    if (started != start.isPresent()
        || (state == SprintData.State.CLOSED) != completed.isPresent()) {
      throw in.wrong("a sprint that began has a startDate, and one that is CLOSED a completeDate");
    }
    SprintData sprint =
        new SprintData(
            boards.nextSprintId(),
            place.board(),
            given.get("name"),
            given.getOrDefault("goal", ""),
            state,
            start,
            Optional.ofNullable(dates.get("endDate")),
            start,
            completed);
    boards.insert(sprint);
    return sprint;
  }

  private static Object value(ImportParser in, Site.Field field, String text) {
    if (CustomFields.kind(field.typeKey()).orElseThrow() == CustomFields.Kind.NUMBER) {
      return FieldReader.storable(text)
          .orElseThrow(
              () -> in.wrong("'" + text + "' is no number for the field '" + field.name() + "'"));
    }
    int longest = CustomFields.longest(field.typeKey());
    if (text.length() > longest) {
      throw in.wrong("the value must have at most " + longest + " characters");
    }
    return text;
  }

  /** The site's field of that name, or a new one. */
  private Site.Field customField(ImportParser in, String name, String type) {
    if (name == null) {
      throw in.wrong("the field 'fieldName' is missing");
    }
    Site.Field present = fields.get(name);
    if (present != null) {
      if (type != null && !CustomFields.kind(type).equals(CustomFields.kind(present.typeKey()))) {
        throw in.wrong(
            "the site has a field '" + name + "' of the type " + present.typeKey() + " already");
      }
      return present;
    }
    if (type == null || name.length() > 255 || CustomFields.kind(type).isEmpty()) {
      throw in.wrong("the field '" + name + "' cannot be made of the type " + type);
    }
    Site.Field field = new Site.Field(ids.next(Ids.Sequence.CUSTOM_FIELD), type, name, "");
    jdbc.update(
        "insert into customfield (id, customfieldtypekey, cfname, description)"
            + " values (?, ?, ?, '')",
        field.id(),
        type,
        name);
    fields.put(name, field);
    return field;
  }

  private ImportedIssue.Change change(ImportParser in) {
    Map<String, String> author = new HashMap<>();
    List<Instant> created = new ArrayList<>();
    List<ChangeItemBean> items = new ArrayList<>();
    in.object(
        field -> {
          switch (field) {
            case "author" -> author.put(field, user(in));
            case "created" -> created.add(in.moment(now));
            case "items" -> in.each(() -> items.add(item(in)));
            default -> throw in.unknownField();
          }
        });
    if (created.isEmpty() || created.get(0) == null) {
      throw in.wrong("the field 'created' is missing");
    }
    return new ImportedIssue.Change(author.get("author"), created.get(0), items);
  }

  private ChangeItemBean item(ImportParser in) {
    Map<String, String> given = new HashMap<>();
    in.object(
        field -> {
          switch (field) {
            case "field" -> given.put(field, in.requiredText());
            case "fieldType" -> {
              given.put(field, in.requiredText());
              if (!Set.of("jira", "custom").contains(given.get(field))) {
                throw in.wrong("expected jira or custom");
              }
            }
            case "from", "fromString", "to", "toString" ->
                given.put(field, in.text(FieldReader.LONGEST_TEXT));
            default -> throw in.unknownField();
          }
        });
    String field = given.get("field");
    if (field == null) {
      throw in.wrong("the field 'field' is missing");
    }
    return new ChangeItemBean(
        given.getOrDefault("fieldType", "jira"),
        field,
        ownId(field, given.get("fromString"), given.get("from")),
        given.get("fromString"),
        ownId(field, given.get("toString"), given.get("to")),
        given.get("toString"));
  }

  /** The site's own id of what a change names; the file's where the site knows no such thing. */
  private String ownId(String field, String name, String id) {
    Map<String, ? extends HostConstant> constants =
        switch (field) {
          case "status" -> site.statuses();
          case "resolution" -> site.resolutions();
          case "priority" -> site.priorities();
          case "issuetype" -> site.issueTypes();
          default -> Map.<String, HostConstant>of();
        };
    return name == null
        ? id
        : constants.values().stream()
            .filter(constant -> constant.getName().equalsIgnoreCase(name))
            .findFirst()
            .map(HostConstant::getId)
            .orElse(id);
  }

  private void writeLinks() {
    batch.flush();
    epics.forEach(
        (issue, epic) -> {
          Long id = byKey.get(epic.key());
          if (id == null) {
            throw new ImportFailure(epic.where() + ": there is no epic '" + epic.key() + "'");
          }
          boards.setEpic(issue, id);
        });
    for (ImportScan.Link link : scan.links()) {
      Written source = written(link, link.sourceId(), "sourceId");
      Written destination = written(link, link.destinationId(), "destinationId");
      if (!link.name().equals(SUB_TASK_LINK)) {
        ignored.add("links '" + link.name() + "'");
        continue;
      }
      if (!source.subTask()
          || destination.subTask()
          || source.projectId() != destination.projectId()) {
        throw new ImportFailure(
            link.where()
                + ": a sub-task-link leads from a sub-task to an issue of the same project that is"
                + " no sub-task");
      }
      if (subTasksWithoutParent.remove(source.id()) == null) {
        throw new ImportFailure(
            link.where() + ": the sub-task '" + link.sourceId() + "' has a parent already");
      }
      tables.link(destination.id(), source.id());
    }
    subTasksWithoutParent.values().stream()
        .findFirst()
        .ifPresent(
            where -> {
              throw new ImportFailure(
                  where + ": a sub-task needs a link '" + SUB_TASK_LINK + "' to its parent");
            });
  }

  private Written written(ImportScan.Link link, String externalId, String field) {
    Written written = byExternalId.get(externalId);
    if (written == null) {
      throw new ImportFailure(
          link.where() + "." + field + ": there is no issue with the id '" + externalId + "'");
    }
    return written;
  }
}
