package io.bearings.host.jira;

import io.bearings.host.db.Database;
import io.bearings.host.software.SprintData;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes one site of comma-separated values, inside the caller's transaction. */
final class CsvLoad {
  private static final String STATUS = "issuestatus";
  private static final String RESOLUTION = "resolution";
  private static final String PRIORITY = "priority";
  private static final String TYPE = "issuetype";
  private static final long ANY_TRANSITION = 13;
  private static final int LONGEST_NAME = 60;

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final Site site;
  private final BoardTables boards;
  private final Instant now;
  private final Path set;
  private final ImportBatch batch;
  private final Map<String, Map<String, String>> constants = new HashMap<>();
  private final Map<String, String> categories = new LinkedHashMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, Long> projects = new TreeMap<>();
  private final Map<String, Long> issueIds = new HashMap<>();
  private final Map<String, Long> versionIds = new HashMap<>();
  private final Map<String, Long> versionsByOldId = new HashMap<>();
  private final Map<String, Long> components = new HashMap<>();
  private final Map<String, SprintData> sprints = new HashMap<>();
  private final Map<String, Integer> notices = new LinkedHashMap<>();
  private final String anybody;
  private final Long points;

  CsvLoad(Database database, Ids ids, Site site, BoardTables boards, Instant now, Path set) {
    this.jdbc = database.jdbc();
    this.ids = ids;
    this.site = site;
    this.boards = boards;
    this.now = now;
    this.set = set;
    this.batch = new ImportBatch(jdbc);
    this.points = Boards.storyPoints(site);
    constants.put(STATUS, known(site.statuses()));
    constants.put(RESOLUTION, known(site.resolutions()));
    constants.put(PRIORITY, known(site.priorities()));
    constants.put(TYPE, known(site.issueTypes()));
    site.users().values().forEach(user -> users.put(user.name(), user.key()));
    this.anybody = site.users().values().iterator().next().key();
  }

  private static Map<String, String> known(Map<String, ? extends HostConstant> constants) {
    Map<String, String> known = new HashMap<>();
    constants.values().forEach(each -> known.put(lower(each.getName()), each.getId()));
    return known;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private CsvTable table(String name) {
    return new CsvTable(set.resolve(name + ".csv"));
  }

  ImportReport write() {
    int before = users.size();
    table("statuses").each(this::writeStatus);
    table("issues").each(this::noteProject);
    long workflow = writeWorkflow();
    projects.replaceAll((key, unknown) -> writeProject(key, workflow));
    table("versions").each(this::writeVersion);
    writeSprints();
    table("issues").each(this::writeIssue);
    batch.flush();
    projects
        .values()
        .forEach(
            project ->
                jdbc.update(
                    "update project set pcounter = (select coalesce(max(issuenum), 0) from"
                        + " jiraissue where project = ?) where id = ?",
                    project,
                    project));
    table("issues").each(this::writeRelatives);
    batch.flush();
    table("issue_sprints").each(this::writeMembership);
    writeChanges();
    table("links").each(new Links()::write);
    writeWorklogs();
    batch.flush();
    return new ImportReport(
        true,
        projects.size(),
        issueIds.size(),
        users.size() - before,
        notices.entrySet().stream()
            .map(notice -> set.getFileName() + ": " + notice.getValue() + " " + notice.getKey())
            .toList());
  }

  private void notice(String what) {
    notices.merge(what, 1, Integer::sum);
  }

  private void writeStatus(CsvTable.Row row) {
    String name = row.text("status");
    String category = row.text("status_category");
    if (HostStatusCategory.ofKey(category) == HostStatusCategory.NONE) {
      throw row.wrong("there is no status category '" + category + "'");
    }
    categories.putIfAbsent(name, category);
    if (!constants.get(STATUS).containsKey(lower(name))) {
      constant(
          row,
          STATUS,
          name,
          "insert into issuestatus (id, pname, description, sequence, statuscategory)"
              + " values (?, ?, '', ?, ?)",
          category);
    }
  }

  /** The id of a constant of that name, which is made when the site has none. */
  private String constant(
      CsvTable.Row row, String table, String name, String insert, Object... more) {
    String present = constants.get(table).get(lower(name));
    if (present != null) {
      return present;
    }
    if (name.length() > LONGEST_NAME) {
      throw row.wrong("the name '" + name + "' has more than " + LONGEST_NAME + " characters");
    }
    long number = ids.next(Ids.Sequence.CONSTANT);
    Object[] values = new Object[3 + more.length];
    values[0] = Long.toString(number);
    values[1] = name;
    values[2] = number;
    System.arraycopy(more, 0, values, 3, more.length);
    jdbc.update(insert, values);
    constants.get(table).put(lower(name), values[0].toString());
    return values[0].toString();
  }

  private String simple(CsvTable.Row row, String table, String name) {
    return constant(
        row,
        table,
        name,
        "insert into " + table + " (id, pname, description, sequence) values (?, ?, '', ?)");
  }

  private String type(CsvTable.Row row) {
    return constant(
        row,
        TYPE,
        row.text("type"),
        "insert into issuetype (id, pname, description, sequence, subtask)"
            + " values (?, ?, '', ?, ?)",
        row.text("is_subtask").equals("1"));
  }

  private void noteProject(CsvTable.Row row) {
    String key = row.text("project");
    if (site.projectByKey(key).isPresent()) {
      throw row.wrong("the site has a project " + key + " already");
    }
    if (!key.matches("[A-Z][A-Z0-9_]{1,99}")) {
      throw row.wrong("'" + key + "' is no key of a project");
    }
    projects.put(key, 0L);
  }

  /** From every status of the set to every other one, as its real workflow is not known. */
  private long writeWorkflow() {
    long id = ids.next(Ids.Sequence.CONSTANT);
    String initial =
        categories.entrySet().stream()
            .filter(status -> status.getValue().equals("new"))
            .map(status -> statusId(status.getKey()))
            .findFirst()
            .orElseThrow(
                () -> new ImportFailure(set + "/statuses.csv: no status is of the category new"));
    jdbc.update(
        "insert into jiraworkflow (id, name, initial_status) values (?, ?, ?)",
        id,
        set.getFileName() + " workflow " + id,
        initial);
    int action = 11;
    for (String to : categories.keySet()) {
      for (String from : categories.keySet()) {
        if (!from.equals(to)) {
          jdbc.update(
              "insert into workflowtransition (workflow, action_id, name, from_status, to_status,"
                  + " needs_resolution, event_type) values (?, ?, ?, ?, ?, ?, ?)",
              id,
              action,
              to,
              statusId(from),
              statusId(to),
              categories.get(to).equals("done") && !categories.get(from).equals("done"),
              ANY_TRANSITION);
        }
      }
      action += 10;
    }
    return id;
  }

  private String statusId(String name) {
    return constants.get(STATUS).get(lower(name));
  }

  private long writeProject(String key, long workflow) {
    long id = ids.next(Ids.Sequence.PROJECT);
    jdbc.update(
        "insert into project (id, pkey, pname, description, url, lead_key, pcounter,"
            + " permissionscheme, issuesecurityscheme, workflow) select ?, ?, ?, '', '', ?, 0,"
            + " (select min(id) from permissionscheme), (select min(id) from issuesecurityscheme),"
            + " ?",
        id,
        key,
        key,
        anybody,
        workflow);
    jdbc.query(
        "select projectroleid, roletype, roletypeparameter from projectroleactor where pid is null",
        rs -> {
          batch.add(
              "insert into projectroleactor (id, pid, projectroleid, roletype, roletypeparameter)"
                  + " values (?, ?, ?, ?, ?)",
              ids.next(Ids.Sequence.ROLE_ACTOR),
              id,
              rs.getLong(1),
              rs.getString(2),
              rs.getString(3));
        });
    boards.addBoard(key + " board", id, Boards.allOf(key), points, columns());
    return id;
  }

  private Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (HostStatusCategory category :
        List.of(
            HostStatusCategory.NEW, HostStatusCategory.INDETERMINATE, HostStatusCategory.DONE)) {
      columns.put(
          category.getName(),
          categories.entrySet().stream()
              .filter(status -> status.getValue().equals(category.getKey()))
              .map(status -> statusId(status.getKey()))
              .distinct()
              .toList());
    }
    return columns;
  }

  private void writeVersion(CsvTable.Row row) {
    Long project = projects.get(row.text("project"));
    String name = row.text("name");
    if (project == null || versionIds.containsKey(row.text("project") + "/" + name)) {
      notice("versions of other projects, or of a name that is there already");
      return;
    }
    long id = ids.next(Ids.Sequence.VERSION);
    versionIds.put(row.text("project") + "/" + name, id);
    versionsByOldId.put(row.text("version_id"), id);
    batch.add(
        "insert into projectversion (id, project, vname, sequence, released, releasedate)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        project,
        name,
        versionIds.size(),
        row.text("released").equals("1"),
        row.optional("release_date").map(day -> midnight(row, day)).orElse(null));
  }

  private static Timestamp midnight(CsvTable.Row row, String day) {
    return Timestamp.from(Instant.parse(date(row, day) + "T00:00:00Z"));
  }

  private static LocalDate date(CsvTable.Row row, String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw row.wrong("'" + day + "' is no date");
    }
  }

  private static Instant moment(CsvTable.Row row, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw row.wrong("'" + text + "' is no moment such as 2014-01-31T10:00:00Z");
    }
  }

  private static Optional<Instant> optionalMoment(CsvTable.Row row, String column) {
    return row.optional(column).map(text -> moment(row, text));
  }

  private void writeSprints() {
    Map<String, Long> byOldBoard = new HashMap<>();
    table("sprints")
        .each(
            row -> {
              long board = byOldBoard.computeIfAbsent(row.text("board_id"), old -> writeBoard(old));
              SprintData.State state =
                  Arrays.stream(SprintData.State.values())
                      .filter(known -> known.name().equalsIgnoreCase(row.text("state")))
                      .findFirst()
                      .orElseThrow(() -> row.wrong("no such state: " + row.text("state")));
              Optional<Instant> start = optionalMoment(row, "start");
              SprintData sprint =
                  new SprintData(
                      boards.nextSprintId(),
                      board,
                      row.text("name"),
                      "",
                      state,
                      start,
                      optionalMoment(row, "end"),
                      state == SprintData.State.FUTURE ? Optional.empty() : start,
                      optionalMoment(row, "complete"));
              sprints.put(row.text("sprint_id"), sprint);
              boards.insert(sprint);
            });
  }

  /** A board over all projects of the set, in the menu of the first. */
  private long writeBoard(String oldId) {
    String all = projects.keySet().stream().collect(Collectors.joining(", "));
    return boards.addBoard(
        oldId.isEmpty() ? set.getFileName() + " board" : "Board " + oldId,
        projects.values().iterator().next(),
        "project in (" + all + ") ORDER BY key ASC",
        points,
        columns());
  }

  private String user(String name) {
    return users.computeIfAbsent(
        name,
        unknown -> {
          long id = ids.next(Ids.Sequence.USER);
          jdbc.update(
              "insert into cwd_user (id, user_key, user_name, lower_user_name, display_name,"
                  + " email_address, active, credential) values (?, ?, ?, ?, ?, ?, false, '')",
              id,
              "JIRAUSER" + id,
              name,
              lower(name),
              name,
              lower(name) + "@example.com");
          return "JIRAUSER" + id;
        });
  }

  private void writeIssue(CsvTable.Row row) {
    String key = row.text("key");
    long project = projects.get(row.text("project"));
    long number = Long.parseLong(key.substring(key.lastIndexOf('-') + 1));
    long id = ids.next(Ids.Sequence.ISSUE);
    if (issueIds.put(key, id) != null) {
      throw row.wrong("the issue " + key + " is there twice");
    }
    Instant created = moment(row, row.text("created"));
    String status = statusId(row.text("status"));
    if (status == null) {
      throw row.wrong("statuses.csv has no status '" + row.text("status") + "'");
    }
    String summary = row.text("summary").isBlank() ? key : row.text("summary").strip();
    String reporter = row.optional("reporter").map(this::user).orElse(anybody);
    IssueRow issue =
        new IssueRow(
            id,
            project,
            number,
            type(row),
            summary.substring(0, Math.min(summary.length(), FieldReader.LONGEST_SUMMARY)),
            null,
            simple(row, PRIORITY, row.optional("priority").orElse("Medium")),
            status,
            row.optional("resolution").map(name -> simple(row, RESOLUTION, name)).orElse(null),
            reporter,
            row.optional("assignee").map(this::user).orElse(null),
            reporter,
            created,
            optionalMoment(row, "updated").orElse(created),
            row.optional("due_date").map(day -> date(row, day)).orElse(null),
            optionalMoment(row, "resolved").orElse(null),
            seconds(row, "orig_estimate_s"),
            seconds(row, "remaining_s"),
            seconds(row, "time_spent_s"),
            null);
    batch.add(IssueRow.INSERT, issue.values());
    row.optional("story_points").ifPresent(text -> writePoints(id, new BigDecimal(text)));
    associate(row, id, "fix_versions", "IssueFixVersion");
    associate(row, id, "affects_versions", "IssueVersion");
    for (String component : names(row, "components")) {
      batch.add(
          "insert into nodeassociation (source_node_id, sink_node_id, association_type)"
              + " values (?, ?, 'IssueComponent')",
          id,
          components.computeIfAbsent(
              project + "/" + component, unknown -> writeComponent(project, component)));
    }
    batch.flushIfFull();
  }

  private static Long seconds(CsvTable.Row row, String column) {
    return row.optional(column).map(text -> new BigDecimal(text).longValue()).orElse(null);
  }

  private void writePoints(long issue, BigDecimal value) {
    batch.add(
        "insert into customfieldvalue (id, issue, customfield, numbervalue, textvalue)"
            + " values (?, ?, ?, ?, null)",
        ids.next(Ids.Sequence.CUSTOM_FIELD_VALUE),
        issue,
        points,
        value);
  }

  private long writeComponent(long project, String name) {
    long id = ids.next(Ids.Sequence.COMPONENT);
    jdbc.update("insert into component (id, project, cname) values (?, ?, ?)", id, project, name);
    return id;
  }

  private static Set<String> names(CsvTable.Row row, String column) {
    return row.optional(column)
        .<Set<String>>map(text -> new LinkedHashSet<>(Arrays.asList(text.split("\\|"))))
        .orElse(Set.of());
  }

  private void associate(CsvTable.Row row, long issue, String column, String type) {
    for (String name : names(row, column)) {
      Long version = versionIds.get(row.text("project") + "/" + name);
      if (version == null) {
        notice("versions of issues that versions.csv does not have");
      } else {
        batch.add(
            "insert into nodeassociation (source_node_id, sink_node_id, association_type)"
                + " values (?, ?, ?)",
            issue,
            version,
            type);
      }
    }
  }

  private void writeRelatives(CsvTable.Row row) {
    long id = issueIds.get(row.text("key"));
    relative(row, "parent_key", id, Issues.SUB_TASK_LINK, "sub-tasks whose parent is not there");
    relative(row, "epic_key", id, Issues.EPIC_LINK, "issues whose epic is not there");
    batch.flushIfFull();
  }

  private void relative(CsvTable.Row row, String column, long id, String linkType, String without) {
    Optional<String> key = row.optional(column);
    Optional<Long> relative = key.map(issueIds::get);
    if (key.isPresent() && relative.isEmpty()) {
      notice(without);
    }
    relative.ifPresent(
        source ->
            batch.add(
                "insert into issuelink (id, linktype, source, destination) values (?, "
                    + Issues.linkType(linkType)
                    + ", ?, ?)",
                ids.next(Ids.Sequence.ISSUE_LINK),
                source,
                id));
  }

  private void writeMembership(CsvTable.Row row) {
    Long issue = issueIds.get(row.text("key"));
    SprintData sprint = sprints.get(row.text("sprint_id"));
    if (issue == null || sprint == null) {
      notice("memberships of issues or sprints that are not there");
      return;
    }
    batch.add("insert into issue_sprint (issue, sprint) values (?, ?)", issue, sprint.id());
    batch.flushIfFull();
  }

  /** The change that the rows before belong to: one group for each issue, moment and author. */
  private record Change(String key, String at, String author, long id) {}

  private void writeChanges() {
    Change[] last = {new Change("", "", "", 0)};
    table("changelog")
        .each(
            row -> {
              Long issue = issueIds.get(row.text("key"));
              if (issue == null) {
                notice("changes of issues that are not there");
                return;
              }
              Change same = last[0];
              if (!same.key().equals(row.text("key"))
                  || !same.at().equals(row.text("at"))
                  || !same.author().equals(row.text("author"))) {
                last[0] = writeGroup(row, issue);
              }
              writeItem(row, last[0].id());
              batch.flushIfFull();
            });
  }

  private Change writeGroup(CsvTable.Row row, long issue) {
    long id = ids.next(Ids.Sequence.CHANGE_GROUP);
    batch.add(
        "insert into changegroup (id, issueid, author, created) values (?, ?, ?, ?)",
        id,
        issue,
        row.optional("author").map(this::user).orElse(null),
        Timestamp.from(moment(row, row.text("at"))));
    return new Change(row.text("key"), row.text("at"), row.text("author"), id);
  }

  private void writeItem(CsvTable.Row row, long group) {
    String field = row.text("field");
    boolean custom = Set.of("Sprint", "Story Points", "Epic").contains(field);
    batch.add(
        "insert into changeitem (id, groupid, fieldtype, field, oldvalue, oldstring, newvalue,"
            + " newstring) values (?, ?, ?, ?, ?, ?, ?, ?)",
        ids.next(Ids.Sequence.CHANGE_ITEM),
        group,
        custom ? "custom" : "jira",
        field.equals("Epic") ? "Epic Link" : field,
        ownId(field, row.text("from_id"), row.text("from")),
        text(field, row.text("from")),
        ownId(field, row.text("to_id"), row.text("to")),
        text(field, row.text("to")));
  }

  private static String text(String field, String text) {
    return text.isEmpty() && !field.equals("Sprint") ? null : text;
  }

  /** The site's own id of what a change names; the file's where the site knows no such thing. */
  private String ownId(String field, String id, String name) {
    if (id.isEmpty()) {
      return field.equals("Sprint") ? "" : null;
    }
    return switch (field) {
      case "status" -> constants.get(STATUS).getOrDefault(lower(name), id);
      case "resolution" -> constants.get(RESOLUTION).getOrDefault(lower(name), id);
      case "priority" -> constants.get(PRIORITY).getOrDefault(lower(name), id);
      case "issuetype" -> constants.get(TYPE).getOrDefault(lower(name), id);
      case "assignee", "reporter" -> user(id);
      case "Fix Version", "Version" ->
          Optional.ofNullable(versionsByOldId.get(id)).map(own -> Long.toString(own)).orElse(id);
      case "Sprint" ->
          Arrays.stream(id.split(", "))
              .map(old -> Optional.ofNullable(sprints.get(old)))
              .flatMap(Optional::stream)
              .map(sprint -> Long.toString(sprint.id()))
              .collect(Collectors.joining(", "));
      default -> id;
    };
  }

  /** Links between issues, each of which may be told from both of its ends. */
  private final class Links {
    private final Set<String> written = new HashSet<>();
    private final Map<String, Long> types = new HashMap<>();

    private Links() {
      jdbc.query(
          "select id, linkname from issuelinktype",
          rs -> {
            types.put(rs.getString(2), rs.getLong(1));
          });
    }

    private void write(CsvTable.Row row) {
      Long one = issueIds.get(row.text("key"));
      Long other = issueIds.get(row.text("other_key"));
      if (one == null || other == null) {
        notice("links to issues that are not there");
        return;
      }
      if (written.add(row.text("link_id"))) {
        boolean outward = row.text("direction").equals("outward");
        batch.add(
            "insert into issuelink (id, linktype, source, destination) values (?, ?, ?, ?)",
            ids.next(Ids.Sequence.ISSUE_LINK),
            types.computeIfAbsent(row.text("link_type"), this::writeType),
            outward ? one : other,
            outward ? other : one);
        batch.flushIfFull();
      }
    }

    private long writeType(String name) {
      long id = ids.next(Ids.Sequence.CONSTANT);
      jdbc.update("insert into issuelinktype (id, linkname, pstyle) values (?, ?, null)", id, name);
      return id;
    }
  }

  private void writeWorklogs() {
    table("worklogs")
        .each(
            row -> {
              Long issue = issueIds.get(row.text("key"));
              if (issue == null) {
                notice("work logs of issues that are not there");
                return;
              }
              Timestamp started = Timestamp.from(moment(row, row.text("started")));
              batch.add(
                  "insert into worklog (id, issueid, author, worklogbody, created, startdate,"
                      + " timeworked) values (?, ?, ?, '', ?, ?, ?)",
                  ids.next(Ids.Sequence.WORK_LOG),
                  issue,
                  user(row.text("author")),
                  started,
                  started,
                  seconds(row, "seconds"));
            });
  }
}
