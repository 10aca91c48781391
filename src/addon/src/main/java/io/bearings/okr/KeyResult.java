package io.bearings.okr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a team will know that it arrived.
 *
 * @param recorded what its check-ins and evidence amount to
 * @param archived whether it is only kept to be read
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record KeyResult(
    long id,
    long objectiveId,
    KeyResultContent content,
    Life life,
    Recorded recorded,
    boolean archived,
    int version) {

  /** The key that people see, for example {@code KR-34}. */
  public String key() {
    return keyOf(id);
  }

  /** The key that a key result with this id has. */
  public static String keyOf(long id) {
    return "KR-" + id;
  }

  /** The id of a key result in its key, in any case; absent where the text is no such key. */
  public static Optional<Long> idOf(String key) {
    return Keys.idOf(key, "KR");
  }

  public String title() {
    return content.title();
  }

  /** The Jira user key of the one person who owns it. */
  public String ownerKey() {
    return content.ownerKey();
  }

  public Source source() {
    return content.source();
  }

  public Nature nature() {
    return content.nature();
  }

  public Measure measure() {
    return content.measure();
  }

  public Goal goal() {
    return content.goal();
  }

  /** Its share in the objective's score, relative to the other key results; 0 or more. */
  public BigDecimal weight() {
    return content.weight();
  }

  /** What a linked issue weighs. */
  public WeightBy weightBy() {
    return content.weightBy();
  }

  public ObjectiveState state() {
    return life.state();
  }

  /** What its owner said last, 0 to 10. */
  public Optional<Integer> confidence() {
    return life.confidence();
  }

  /** Whether it was given up, so that it is in no sum. */
  public boolean isAbandoned() {
    return life.state() == ObjectiveState.ABANDONED;
  }

  /** The same with other content. */
  public KeyResult with(KeyResultContent other) {
    return new KeyResult(id, objectiveId, other, life, recorded, archived, version);
  }

  /** The same at another point of its life. */
  public KeyResult with(Life other) {
    return new KeyResult(id, objectiveId, content, other, recorded, archived, version);
  }

  /**
   * The same with values that are read from outside, where others show those of their check-ins.
   *
   * @param newest the newest of them, oldest first
   */
  public KeyResult showing(List<Readings.Valued> newest) {
    return new KeyResult(
        id, objectiveId, content, life, recorded.showing(newest), archived, version);
  }

  /** The same in another objective. */
  public KeyResult movedTo(long otherObjectiveId) {
    return new KeyResult(id, otherObjectiveId, content, life, recorded, archived, version);
  }

  /** The same put away or taken out again. */
  public KeyResult archived(boolean now) {
    return new KeyResult(id, objectiveId, content, life, recorded, now, version);
  }

  /** The same as somebody saw it. */
  public KeyResult atVersion(int seen) {
    return new KeyResult(id, objectiveId, content, life, recorded, archived, seen);
  }
}
