package io.bearings.store;

import io.bearings.okr.Assignment;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.SettingChange;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitChanges;
import io.bearings.okr.UnitRoles;
import io.bearings.okr.UnitWrite;
import io.bearings.okr.Units;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Units and the roles in them in our tables. */
@Component
class StoredUnits implements Units {
  private final Database database;

  @Inject
  StoredUnits(Database database) {
    this.database = database;
  }

  @Override
  public List<Unit> all() {
    return database.read(
        session ->
            session.list(
                "select " + UnitRows.COLUMNS + " from {ORG_UNIT} u order by u.[ID]",
                UnitRows::unit));
  }

  @Override
  public Optional<Unit> unit(long id) {
    return database.read(session -> unit(session, id));
  }

  private static Optional<Unit> unit(Session session, long id) throws SQLException {
    return session.first(
        "select " + UnitRows.COLUMNS + " from {ORG_UNIT} u where u.[ID] = ?", UnitRows::unit, id);
  }

  @Override
  public Unit add(NewUnit unit, Edit by) {
    Map<String, Object> row = UnitRows.columns(unit);
    row.put("ARCHIVED", 0);
    row.putAll(Rows.creation(by));
    long id =
        database.write(
            session -> {
              long made = session.insert(Tables.ORG_UNIT, row);
              SettingChangeRows.add(session, List.of(UnitChanges.made(made, unit.name())), by);
              return made;
            });
    return new Unit(
        id,
        unit.name(),
        unit.level(),
        unit.parentId(),
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        unit.boardIds(),
        unit.openness(),
        unit.settings(),
        false,
        Rows.FIRST_VERSION);
  }

  @Override
  public Optional<Unit> change(Unit changed, Edit by) {
    Map<String, Object> row = UnitRows.columns(writable(changed));
    row.put("ARCHIVED", changed.archived() ? 1 : 0);
    boolean written =
        database.write(
            session -> {
              Optional<Unit> before = unit(session, changed.id());
              boolean current =
                  Rows.update(session, Tables.ORG_UNIT, changed.id(), changed.version(), row, by);
              if (current && before.isPresent()) {
                SettingChangeRows.add(session, UnitChanges.between(before.get(), changed), by);
              }
              return current;
            });
    return written ? Optional.of(withVersion(changed, changed.version() + 1)) : Optional.empty();
  }

  private static NewUnit writable(Unit unit) {
    return new NewUnit(
        unit.name(),
        unit.level(),
        unit.parentId(),
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        unit.boardIds(),
        unit.openness(),
        unit.settings());
  }

  private static Unit withVersion(Unit unit, int version) {
    return new Unit(
        unit.id(),
        unit.name(),
        unit.level(),
        unit.parentId(),
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        unit.boardIds(),
        unit.openness(),
        unit.settings(),
        unit.archived(),
        version);
  }

  @Override
  public List<Assignment> roles(long unitId) {
    return database.read(session -> roles(session, unitId));
  }

  private static List<Assignment> roles(Session session, long unitId) throws SQLException {
    return session.list(
        "select r.[ROLE_NAME], r.[PERSON_KEY], r.[GROUP_NAME] from {UNIT_ROLE} r"
            + " where r.[UNIT_ID] = ? order by r.[ID]",
        StoredUnits::assignment,
        unitId);
  }

  @Override
  public List<Assignment> rolesIn(Collection<Long> unitIds) {
    return database.read(
        session ->
            session.list(
                "select r.[ROLE_NAME], r.[PERSON_KEY], r.[GROUP_NAME] from {UNIT_ROLE} r where "
                    + Tables.in("r.[UNIT_ID]", unitIds)
                    + " order by r.[ID]",
                StoredUnits::assignment));
  }

  private static Assignment assignment(ResultSet row) throws SQLException {
    Optional<String> person = Optional.ofNullable(row.getString(2));
    String group = row.getString(3);
    return new Assignment(
        Role.valueOf(row.getString(1)),
        person
            .<Assignment.Holder>map(Assignment.OnePerson::new)
            .orElseGet(() -> new Assignment.AllOf(group)));
  }

  @Override
  public boolean assign(long unitId, int version, List<Assignment> roles, Edit by) {
    return database.write(
        session -> {
          boolean current = Rows.update(session, Tables.ORG_UNIT, unitId, version, Map.of(), by);
          if (current) {
            List<Assignment> before = roles(session, unitId);
            SettingChangeRows.add(session, UnitChanges.between(unitId, before, roles), by);
            session.update("delete from {UNIT_ROLE} where [UNIT_ID] = ?", unitId);
            for (Assignment each : roles) {
              session.insert(Tables.UNIT_ROLE, row(unitId, each));
            }
          }
          return current;
        });
  }

  private static Map<String, Object> row(long unitId, Assignment assignment) {
    Assignment.Holder holder = assignment.holder();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("ROLE_NAME", assignment.role().name());
    row.put(
        "PERSON_KEY",
        Session.text(
            holder instanceof Assignment.OnePerson one
                ? Optional.of(one.userKey())
                : Optional.empty()));
    row.put(
        "GROUP_NAME",
        Session.text(
            holder instanceof Assignment.AllOf all
                ? Optional.of(all.groupName())
                : Optional.empty()));
    return row;
  }

  @Override
  public Map<Long, List<Assignment>> allRoles() {
    return database.read(
        session -> {
          Map<Long, List<Assignment>> roles = new LinkedHashMap<>();
          session.each(
              "select r.[ROLE_NAME], r.[PERSON_KEY], r.[GROUP_NAME], r.[UNIT_ID]"
                  + " from {UNIT_ROLE} r order by r.[ID]",
              row -> Map.entry(row.getLong(4), assignment(row)),
              each ->
                  roles
                      .computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                      .add(each.getValue()));
          return roles;
        });
  }

  @Override
  public Optional<Long> write(List<UnitWrite> writes, Edit by) {
    try {
      database.write(session -> written(session, writes, by));
      return Optional.empty();
    } catch (Refusal.Unavailable e) {
      if (e.getCause() instanceof Changed changed) {
        return Optional.of(changed.unitId);
      }
      throw e;
    }
  }

  private static int written(Session session, List<UnitWrite> writes, Edit by) throws SQLException {
    List<Long> ids = new ArrayList<>();
    List<SettingChange> log = new ArrayList<>();
    for (UnitWrite each : writes) {
      Optional<Long> parent = each.above().map(ids::get).or(each.unit()::parentId);
      ids.add(
          each.stored().isPresent()
              ? changed(session, each, each.stored().get(), parent, log, by)
              : made(session, each, parent, log, by));
    }
    SettingChangeRows.add(session, log, by);
    return writes.size();
  }

  private static long made(
      Session session, UnitWrite write, Optional<Long> parent, List<SettingChange> log, Edit by)
      throws SQLException {
    Map<String, Object> row = row(write, parent);
    row.putAll(Rows.creation(by));
    long id = session.insert(Tables.ORG_UNIT, row);
    log.add(UnitChanges.made(id, write.unit().name()));
    give(session, id, List.of(), write.roles(), log);
    return id;
  }

  private static long changed(
      Session session,
      UnitWrite write,
      UnitRoles stored,
      Optional<Long> parent,
      List<SettingChange> log,
      Edit by)
      throws SQLException {
    Unit before = stored.unit();
    if (!Rows.update(
        session, Tables.ORG_UNIT, before.id(), before.version(), row(write, parent), by)) {
      throw new Changed(before.id());
    }
    // The version is that of the unit as it was read, so it is the one that was stored.
    log.addAll(UnitChanges.between(before, write.as(before.id(), parent, before.version())));
    give(session, before.id(), stored.roles(), write.roles(), log);
    return before.id();
  }

  private static Map<String, Object> row(UnitWrite write, Optional<Long> parent) {
    Map<String, Object> row = UnitRows.columns(write.unit());
    row.put("PARENT_ID", Session.whole(parent));
    row.put("ARCHIVED", write.archived() ? 1 : 0);
    return row;
  }

  /** Only roles that differ are written, in the order in which they are wanted. */
  private static void give(
      Session session,
      long unitId,
      List<Assignment> before,
      List<Assignment> roles,
      List<SettingChange> log)
      throws SQLException {
    List<SettingChange> changes = UnitChanges.between(unitId, before, roles);
    if (changes.isEmpty()) {
      return;
    }
    log.addAll(changes);
    session.update("delete from {UNIT_ROLE} where [UNIT_ID] = ?", unitId);
    session.insertAll(Tables.UNIT_ROLE, roles.stream().map(each -> row(unitId, each)).toList());
  }

  /** Somebody else changed a unit meanwhile: thrown, so that the transaction is taken back. */
  private static final class Changed extends SQLException {
    private static final long serialVersionUID = 1;

    private final long unitId;

    private Changed(long unitId) {
      super("Unit " + unitId + " was changed meanwhile");
      this.unitId = unitId;
    }
  }

  @Override
  public Optional<String> lastEditor(long unitId) {
    return Rows.lastEditor(database, Tables.ORG_UNIT, unitId);
  }
}
