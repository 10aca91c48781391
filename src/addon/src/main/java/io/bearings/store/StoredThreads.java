package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.talk.NewNotice;
import io.bearings.talk.NewRemark;
import io.bearings.talk.Remark;
import io.bearings.talk.Subject;
import io.bearings.talk.Threads;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remarks in our tables. */
@Component
class StoredThreads implements Threads {
  private final Database database;

  @Inject
  StoredThreads(Database database) {
    this.database = database;
  }

  @Override
  public List<Remark> of(Subject subject, Optional<Long> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(subject.id()));
    before.ifPresent(parameters::add);
    return database.read(
        session ->
            session.list(
                "select x.[ID], x.[CREATED_BY], x.[CREATED_AT], x.[BODY] from {REMARK} x where "
                    + SubjectRows.is(subject.kind())
                    + (before.isPresent() ? " and x.[ID] < ?" : "")
                    + " order by x.[ID] desc",
                limit,
                row ->
                    new Remark(
                        row.getLong(1),
                        subject,
                        row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4)),
                parameters.toArray()));
  }

  @Override
  public Set<String> speakers(Subject subject) {
    return new LinkedHashSet<>(
        database.read(
            session ->
                session.list(
                    "select distinct x.[CREATED_BY] from {REMARK} x where "
                        + SubjectRows.is(subject.kind()),
                    row -> row.getString(1),
                    subject.id())));
  }

  @Override
  public Remark add(NewRemark remark, List<NewNotice> told, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    SubjectRows.put(row, remark.about());
    row.put("BODY", remark.text());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    long id =
        database.write(
            session -> {
              long added = session.insert(Tables.REMARK, row);
              StoredNotices.add(session, told, by);
              return added;
            });
    return new Remark(id, remark.about().subject(), by.who().key(), by.when(), remark.text());
  }
}
