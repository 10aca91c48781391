package io.bearings.connect.acts;

import io.bearings.talk.NewNotice;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened to a breach, with all that is to be done about it.
 *
 * @param mark tells it from the same that happened to the same breach at another time; at most 40
 *     characters, perhaps empty
 * @param asKey the user key of the KPI's owner
 * @param deeds by the place of their automatic action on the sheet
 */
public record News(
    long kpiId,
    long breachId,
    Happening happening,
    String mark,
    String asKey,
    Deed.Tell telling,
    List<NewNotice> notices,
    List<NewLetter> letters,
    Map<Integer, Deed> deeds,
    Instant at) {
  public News {
    notices = List.copyOf(notices);
    letters = List.copyOf(letters);
    deeds = Map.copyOf(deeds);
  }

  /** Tells this news from all others. */
  public String key() {
    return breachId + ":" + happening + ":" + mark;
  }

  /**
   * Tells an act from all others: issues and comments are made once for a breach, calls at each
   * news.
   */
  public String key(int index, Deed deed) {
    return deed instanceof Deed.Call ? key() + ":" + index : breachId + ":" + index;
  }
}
