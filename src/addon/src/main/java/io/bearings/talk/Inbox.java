package io.bearings.talk;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * What a person was told. What the person may no longer see is left out and not counted; it is
 * there again when the person may see it again.
 */
@Named
public final class Inbox {
  /** How many notices are read at once. */
  public static final int PAGE = 50;

  private final Sight sight;
  private final Notices notices;

  @Inject
  public Inbox(Sight sight, Notices notices) {
    this.sight = sight;
    this.notices = notices;
  }

  /**
   * The newest notices of a person, or those before one.
   *
   * @param before the id of a notice; absent: from the newest on
   */
  public Contents of(Person who, Optional<Long> before) {
    Standpoint standpoint = sight.of(who);
    List<Notice> found = notices.of(who, before, PAGE + 1);
    List<Notice> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Contents(
        page.stream().filter(each -> each.about().audience().includes(standpoint)).toList(),
        unread(who, standpoint),
        found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty());
  }

  private int unread(Person who, Standpoint standpoint) {
    return notices.unread(who).stream()
        .filter(each -> each.audience().includes(standpoint))
        .mapToInt(Notices.Unread::count)
        .sum();
  }

  /**
   * Marks a notice as read.
   *
   * @throws Refusal.NotFound when the person has no such notice
   */
  public void read(Person who, long noticeId) {
    if (!notices.read(who, noticeId)) {
      throw new Refusal.NotFound(String.valueOf(noticeId));
    }
  }

  /** Marks everything as read. */
  public void readAll(Person who) {
    notices.readAll(who);
  }

  /**
   * A part of an inbox.
   *
   * @param notices newest first
   * @param unread how many the person has not read, in all
   * @param earlier what to ask for to read on: those before this id; absent when there are none
   */
  public record Contents(List<Notice> notices, int unread, Optional<Long> earlier) {
    public Contents {
      notices = List.copyOf(notices);
    }
  }
}
