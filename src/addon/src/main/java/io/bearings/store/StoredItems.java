package io.bearings.store;

import io.bearings.okr.Person;
import io.bearings.talk.Item;
import io.bearings.talk.Items;
import io.bearings.talk.Subject;
import jakarta.inject.Inject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Objectives, key results and check-ins as what people talk about. */
@Component
class StoredItems implements Items {
  private final Database database;

  @Inject
  StoredItems(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Item> item(Subject subject, Person who) {
    return database.read(
        session ->
            session.first(
                "select " + SubjectRows.ITEM + " from " + SubjectRows.from(subject.kind()),
                row -> SubjectRows.item(row, 0),
                who.key(),
                subject.id()));
  }
}
