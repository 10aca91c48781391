package io.bearings.host.jira;

import com.atlassian.jira.issue.issuetype.IssueType;
import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Keeps the {@link Site} in memory; whoever changes one of its tables reloads it after commit. */
final class SiteCache {
  private final JdbcTemplate jdbc;
  private volatile Site site;

  SiteCache(Database database) {
    this.jdbc = database.jdbc();
    reload();
  }

  Site current() {
    return site;
  }

  /** Reads everything again; costs no statement, as Jira's caches do not. */
  void reload() {
    site = StatementCount.free(this::read);
  }

  private Site read() {
    Map<String, HostUser> users = users();
    Map<String, HostConstant.HostIssueType> types =
        constants(
            "issuetype",
            (row, rs) -> new HostConstant.HostIssueType(row, rs.getBoolean("subtask")));
    return new Site(
        users,
        sets("select user_key, group_name from cwd_membership"),
        sets("select permission, group_name from globalpermissionentry"),
        byKey("select * from projectrole order by id", SiteCache::role, HostRole::id),
        actors(),
        grants(),
        levels(),
        constants(
            "issuestatus",
            (row, rs) ->
                new HostConstant.HostStatus(
                    row, HostStatusCategory.ofKey(rs.getString("statuscategory")))),
        constants("resolution", (row, rs) -> new HostConstant.HostResolution(row)),
        constants("priority", (row, rs) -> new HostConstant.HostPriority(row)),
        types,
        projects(users, List.copyOf(types.values())),
        workflows(),
        postFunctions(),
        byKey("select * from customfield order by id", SiteCache::field, Site.Field::id));
  }

  private Map<String, HostUser> users() {
    return byKey(
        "select * from cwd_user where not gone order by lower_user_name",
        (rs, n) ->
            new HostUser(
                rs.getLong("id"),
                rs.getString("user_key"),
                rs.getString("user_name"),
                rs.getString("display_name"),
                rs.getString("email_address"),
                rs.getBoolean("active"),
                Optional.ofNullable(rs.getString("locale")).map(Locale::forLanguageTag)),
        HostUser::key);
  }

  private static HostRole role(ResultSet rs, int n) throws SQLException {
    return new HostRole(rs.getLong("id"), rs.getString("name"), rs.getString("description"));
  }

  private static Site.Field field(ResultSet rs, int n) throws SQLException {
    return new Site.Field(
        rs.getLong("id"),
        rs.getString("customfieldtypekey"),
        rs.getString("cfname"),
        rs.getString("description"));
  }

  private Map<Long, List<Site.Actor>> actors() {
    Map<Long, List<Site.Actor>> actors = new HashMap<>();
    jdbc.query(
        "select * from projectroleactor where pid is not null",
        rs -> {
          actors
              .computeIfAbsent(rs.getLong("pid"), project -> new ArrayList<>())
              .add(
                  new Site.Actor(
                      rs.getLong("projectroleid"),
                      rs.getString("roletype").equals("group"),
                      rs.getString("roletypeparameter")));
        });
    return actors;
  }

  private Map<Site.Grant, Set<Long>> grants() {
    Map<Site.Grant, Set<Long>> grants = new HashMap<>();
    jdbc.query(
        "select scheme, permission_key, projectrole from schemepermissions",
        rs -> {
          grants
              .computeIfAbsent(
                  new Site.Grant(rs.getLong(1), rs.getString(2)), grant -> new HashSet<>())
              .add(rs.getLong(3));
        });
    return grants;
  }

  private Map<Long, Site.Level> levels() {
    Map<Long, Set<Long>> roles = new HashMap<>();
    jdbc.query(
        "select security, projectrole from schemeissuesecurities",
        rs -> {
          roles.computeIfAbsent(rs.getLong(1), level -> new HashSet<>()).add(rs.getLong(2));
        });
    return byKey(
        "select id, scheme, name from schemeissuesecuritylevels order by id",
        (rs, n) ->
            new Site.Level(
                rs.getLong(1),
                rs.getLong(2),
                rs.getString(3),
                roles.getOrDefault(rs.getLong(1), Set.of())),
        Site.Level::id);
  }

  private Map<Long, HostProject> projects(Map<String, HostUser> users, List<IssueType> types) {
    return byKey(
        "select * from project order by pname, id",
        (rs, n) ->
            new HostProject(
                rs.getLong("id"),
                rs.getString("pkey"),
                rs.getString("pname"),
                rs.getString("description"),
                rs.getString("url"),
                users.get(rs.getString("lead_key")),
                types,
                rs.getLong("permissionscheme"),
                rs.getLong("issuesecurityscheme"),
                rs.getLong("workflow"),
                rs.getBoolean("archived")),
        HostProject::id);
  }

  private Map<Long, Site.Flow> workflows() {
    Map<Long, List<Site.Step>> steps = new HashMap<>();
    jdbc.query(
        "select * from workflowtransition order by action_id, from_status",
        rs -> {
          steps
              .computeIfAbsent(rs.getLong("workflow"), workflow -> new ArrayList<>())
              .add(
                  new Site.Step(
                      rs.getInt("action_id"),
                      rs.getString("name"),
                      rs.getString("from_status"),
                      rs.getString("to_status"),
                      rs.getBoolean("needs_resolution"),
                      rs.getLong("event_type")));
        });
    Map<Long, Site.Flow> flows = new LinkedHashMap<>();
    jdbc.query(
        "select id, name, initial_status from jiraworkflow order by id",
        rs -> {
          flows.put(
              rs.getLong(1),
              new Site.Flow(
                  rs.getString(2), rs.getString(3), steps.getOrDefault(rs.getLong(1), List.of())));
        });
    return flows;
  }

  private Map<Long, PostFunctions.SetUp> postFunctions() {
    Map<Long, Map<String, String>> args = new HashMap<>();
    jdbc.query(
        "select workflowfunction, arg_name, arg_value from workflowfunctionarg",
        rs -> {
          args.computeIfAbsent(rs.getLong(1), function -> new HashMap<>())
              .put(rs.getString(2), rs.getString(3));
        });
    return byKey(
        "select id, workflow, action_id, module_key from workflowfunction order by id",
        (rs, n) ->
            new PostFunctions.SetUp(
                rs.getLong(1),
                rs.getLong(2),
                rs.getInt(3),
                rs.getString(4),
                args.getOrDefault(rs.getLong(1), Map.of())),
        PostFunctions.SetUp::id);
  }

  private interface ConstantMapper<T> {
    T map(HostConstant.Row row, ResultSet rs) throws SQLException;
  }

  private <T extends HostConstant> Map<String, T> constants(
      String table, ConstantMapper<T> mapper) {
    return byKey(
        "select * from " + table + " order by sequence",
        (rs, n) ->
            mapper.map(
                new HostConstant.Row(
                    rs.getString("id"),
                    rs.getString("pname"),
                    rs.getString("description"),
                    rs.getLong("sequence")),
                rs),
        HostConstant::getId);
  }

  private <K, T> Map<K, T> byKey(String sql, RowMapper<T> mapper, Function<T, K> key) {
    Map<K, T> result = new LinkedHashMap<>();
    jdbc.query(sql, mapper).forEach(value -> result.put(key.apply(value), value));
    return Collections.unmodifiableMap(result);
  }

  private Map<String, Set<String>> sets(String sql) {
    Map<String, Set<String>> result = new HashMap<>();
    jdbc.query(
        sql,
        rs -> {
          result.computeIfAbsent(rs.getString(1), first -> new HashSet<>()).add(rs.getString(2));
        });
    return result;
  }
}
