package io.bearings.connect.reminders;

import io.bearings.connect.acts.PersonalTexts;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Entry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Puts digests into words. */
@Named
public final class Bulletins {
  private final PersonalTexts texts;
  private final CheckInAddress address;
  private final People people;

  @Inject
  public Bulletins(PersonalTexts texts, CheckInAddress address, People people) {
    this.texts = texts;
    this.address = address;
    this.people = people;
  }

  /** What a digest says to the person whom it is for. */
  Bulletin ofPerson(Digest digest) {
    return bulletin(digest, digest.personKey(), false);
  }

  /**
   * What a digest of a unit says to whoever reads its channel; of each key result it names the
   * owner.
   *
   * @param reader the user key of the person in whose language it is written
   */
  Bulletin ofUnit(Digest digest, String reader) {
    return bulletin(digest, reader, true);
  }

  /**
   * What says that a channel works.
   *
   * @param reader the user key of the person in whose language it is written
   * @param channel what people call the channel
   */
  Bulletin trial(String reader, String channel) {
    return new Bulletin(
        text(reader, "bearings.chat.test.heading"),
        List.of(),
        0,
        count -> "",
        text(reader, "bearings.chat.test.why", channel));
  }

  /**
   * What says that a channel is dead.
   *
   * @param reader the user key of the person to whom it is said
   * @param channel what people call the channel
   * @param note what its service answered last
   */
  Bulletin dead(String reader, String channel, String note) {
    return new Bulletin(
        text(reader, "bearings.chat.dead.heading", channel),
        List.of(),
        0,
        count -> "",
        text(reader, "bearings.chat.dead.why", note));
  }

  private Bulletin bulletin(Digest digest, String reader, boolean ofUnit) {
    return new Bulletin(
        counted(reader, "bearings.reminder.subject" + (ofUnit ? ".unit" : ""), digest.total()),
        digest.entries().stream().map(each -> line(reader, each, ofUnit)).toList(),
        digest.total() - digest.entries().size(),
        count -> counted(reader, "bearings.reminder.more", count),
        text(reader, "bearings.reminder.why" + (ofUnit ? ".unit" : "")));
  }

  private Bulletin.Line line(String reader, Entry entry, boolean withOwner) {
    return new Bulletin.Line(
        state(reader, entry, withOwner),
        KeyResult.keyOf(entry.keyResultId()) + " " + entry.title(),
        address.of(entry.unitId(), entry.keyResultId()));
  }

  private String state(String reader, Entry entry, boolean withOwner) {
    String key = "bearings.reminder." + entry.kind();
    String day = entry.slot().toString();
    if (entry.kind() == Entry.Kind.ESCALATED) {
      return text(reader, key, day, people.nameOrKey(entry.ownerKey()));
    }
    String state = text(reader, key, day);
    return withOwner
        ? text(reader, "bearings.reminder.owned", state, people.nameOrKey(entry.ownerKey()))
        : state;
  }

  private String counted(String reader, String key, int count) {
    return count == 1 ? text(reader, key + ".one") : text(reader, key, count);
  }

  private String text(String reader, String key, Serializable... args) {
    return texts.text(reader, Message.of(key, args));
  }
}
