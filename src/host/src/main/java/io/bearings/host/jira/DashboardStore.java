package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Dashboards in the database. Nobody reaches an item of somebody else. */
final class DashboardStore implements Dashboards {
  private static final int COLUMNS = 3;
  private static final int LONGEST_PREFERENCE = 32_767;
  private static final String OF_USER =
      " from portletconfiguration c join portalpage p on p.id = c.portalpage"
          + " where p.user_key = ?";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final Ids ids;

  DashboardStore(Database database, Ids ids) {
    this.jdbc = database.jdbc();
    this.transactions = database.transactions();
    this.ids = ids;
  }

  @Override
  public List<PlacedItem> itemsOf(ApplicationUser user) {
    Map<Long, Map<String, String>> preferences = new HashMap<>();
    jdbc.query(
        "select g.portletconfiguration, g.userprefkey, g.userprefvalue"
            + " from gadgetuserpreference g"
            + " where g.portletconfiguration in (select c.id"
            + OF_USER
            + ")",
        rs -> {
          preferences
              .computeIfAbsent(rs.getLong(1), item -> new HashMap<>())
              .put(rs.getString(2), rs.getString(3));
        },
        user.getKey());
    return jdbc.query(
        "select c.id, c.dashboard_module_complete_key, c.column_number"
            + OF_USER
            + " order by c.column_number, c.positionseq, c.id",
        (rs, n) ->
            new PlacedItem(
                rs.getLong(1),
                rs.getString(2),
                rs.getInt(3),
                Map.copyOf(preferences.getOrDefault(rs.getLong(1), Map.of()))),
        user.getKey());
  }

  @Override
  public Optional<PlacedItem> item(ApplicationUser user, long id) {
    return itemsOf(user).stream().filter(item -> item.id() == id).findFirst();
  }

  @Override
  public PlacedItem add(ApplicationUser user, String completeKey, int column) {
    if (column < 0 || column >= COLUMNS) {
      throw new JiraRefusal(
          400, "A dashboard has no such column", Map.of("column", "The column is 0, 1 or 2"));
    }
    if (completeKey == null || completeKey.isBlank() || completeKey.length() > 255) {
      throw new JiraRefusal(
          400, "No item is named", Map.of("completeKey", "Name the item by its complete key"));
    }
    return transactions.execute(
        status -> {
          long page = page(user);
          long id = ids.next(Ids.Sequence.DASHBOARD_ITEM);
          Long top =
              jdbc.queryForObject(
                  "select coalesce(min(positionseq), 0) from portletconfiguration"
                      + " where portalpage = ? and column_number = ?",
                  Long.class,
                  page,
                  column);
          jdbc.update(
              "insert into portletconfiguration (id, portalpage, dashboard_module_complete_key,"
                  + " column_number, positionseq) values (?, ?, ?, ?, ?)",
              id,
              page,
              completeKey,
              column,
              top - 1);
          return new PlacedItem(id, completeKey, column, Map.of());
        });
  }

  // Locking the person makes sure that two first items do not make two dashboards.
  private long page(ApplicationUser user) {
    jdbc.queryForList("select id from cwd_user where user_key = ? for update", user.getKey());
    Optional<Long> present = pageOf(user);
    if (present.isPresent()) {
      return present.get();
    }
    long id = ids.next(Ids.Sequence.DASHBOARD);
    jdbc.update("insert into portalpage (id, user_key) values (?, ?)", id, user.getKey());
    return id;
  }

  private Optional<Long> pageOf(ApplicationUser user) {
    return jdbc
        .queryForList("select id from portalpage where user_key = ?", Long.class, user.getKey())
        .stream()
        .findFirst();
  }

  @Override
  public void savePreferences(ApplicationUser user, long id, Map<String, String> preferences) {
    preferences.forEach(DashboardStore::validate);
    transactions.executeWithoutResult(
        status -> {
          requireOwn(user, id);
          jdbc.update("delete from gadgetuserpreference where portletconfiguration = ?", id);
          preferences.forEach(
              (key, value) ->
                  jdbc.update(
                      "insert into gadgetuserpreference (portletconfiguration, userprefkey,"
                          + " userprefvalue) values (?, ?, ?)",
                      id,
                      key,
                      value));
        });
  }

  private static void validate(String key, String value) {
    if (key.isBlank() || key.length() > 255 || !FieldReader.isStorable(key)) {
      throw new JiraRefusal(
          400, "A preference's name has 1 to 255 characters", Map.of("name", key));
    }
    if (value == null || value.length() > LONGEST_PREFERENCE || !FieldReader.isStorable(value)) {
      throw new JiraRefusal(
          400,
          "A preference cannot be stored",
          Map.of(key, "Give a text of at most " + LONGEST_PREFERENCE + " characters"));
    }
  }

  @Override
  public void remove(ApplicationUser user, long id) {
    transactions.executeWithoutResult(
        status -> {
          requireOwn(user, id);
          jdbc.update("delete from gadgetuserpreference where portletconfiguration = ?", id);
          jdbc.update("delete from portletconfiguration where id = ?", id);
        });
  }

  // The row is locked, so that saving and removing at the same time cannot meet half-way.
  private void requireOwn(ApplicationUser user, long id) {
    List<Long> own =
        jdbc.queryForList(
            "select id from portletconfiguration where id = ? and portalpage in"
                + " (select id from portalpage where user_key = ?) for update",
            Long.class,
            id,
            user.getKey());
    if (own.isEmpty()) {
      throw new JiraRefusal(404, "There is no such item on your dashboard", Map.of());
    }
  }
}
