package io.bearings.okr;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a team wants to change, and why.
 *
 * @param unitId the unit that it belongs to
 * @param cycleId the cycle that it is worked on in; absent in the backlog
 * @param archived whether it is only kept to be read
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record Objective(
    long id,
    long unitId,
    Optional<Long> cycleId,
    ObjectiveContent content,
    Life life,
    boolean archived,
    int version) {

  /** The key that people see, for example {@code O-12}. */
  public String key() {
    return keyOf(id);
  }

  /** The key that an objective with this id has. */
  public static String keyOf(long id) {
    return "O-" + id;
  }

  /** The id of an objective in its key, in any case; absent where the text is no such key. */
  public static Optional<Long> idOf(String key) {
    return Keys.idOf(key, "O");
  }

  public String title() {
    return content.title();
  }

  /** Perhaps empty. */
  public String why() {
    return content.why();
  }

  /** The Jira user key of the one person who owns it. */
  public String ownerKey() {
    return content.ownerKey();
  }

  public ObjectiveKind kind() {
    return content.kind();
  }

  public ObjectiveState state() {
    return life.state();
  }

  /** Why it was given up. */
  public Optional<String> stateReason() {
    return life.reason();
  }

  public Visibility visibility() {
    return content.visibility();
  }

  /** What its owner said when it was published, 0 to 10. */
  public Optional<Integer> confidence() {
    return life.confidence();
  }

  /** The day on which it was published. */
  public Optional<LocalDate> activatedOn() {
    return life.activatedOn();
  }

  public Optional<LocalDate> reviewOn() {
    return content.reviewOn();
  }

  public List<String> labels() {
    return content.labels();
  }

  public Map<String, String> fields() {
    return content.fields();
  }

  public List<Long> projectIds() {
    return content.projectIds();
  }

  public List<Long> contributingUnitIds() {
    return content.contributingUnitIds();
  }

  /** The same with other content. */
  public Objective with(ObjectiveContent other) {
    return new Objective(id, unitId, cycleId, other, life, archived, version);
  }

  /** The same at another point of its life. */
  public Objective with(Life other) {
    return new Objective(id, unitId, cycleId, content, other, archived, version);
  }

  /** The same in another unit or cycle. */
  public Objective movedTo(long otherUnitId, Optional<Long> otherCycleId) {
    return new Objective(id, otherUnitId, otherCycleId, content, life, archived, version);
  }

  /** The same put away or taken out again. */
  public Objective archived(boolean now) {
    return new Objective(id, unitId, cycleId, content, life, now, version);
  }

  /** The same as somebody saw it. */
  public Objective atVersion(int seen) {
    return new Objective(id, unitId, cycleId, content, life, archived, seen);
  }
}
