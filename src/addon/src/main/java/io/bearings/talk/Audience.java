package io.bearings.talk;

import io.bearings.okr.Standpoint;
import io.bearings.okr.Visibility;

/**
 * Who may see an objective and what is said about it.
 *
 * @param unitId the unit that the objective belongs to
 * @param visibility what its owner chose
 * @param ownerKey the user key of the objective's owner
 * @param followed whether the person who asks follows it, which a private objective asks for
 */
public record Audience(long unitId, Visibility visibility, String ownerKey, boolean followed) {

  /** Whether a person at this standpoint belongs to it. */
  public boolean includes(Standpoint standpoint) {
    return standpoint.maySeeContent(unitId, visibility, ownerKey, followed);
  }

  /** The same audience as it is for somebody who follows the objective or does not. */
  Audience followed(boolean follows) {
    return new Audience(unitId, visibility, ownerKey, follows);
  }
}
