package io.bearings.okr;

/** An objective that a person may read, and what else they may do. */
record Seen(Standpoint standpoint, Placed placed) {

  Objective objective() {
    return placed.objective();
  }

  /** Whether the person may do something with the objective. */
  boolean may(Operation operation) {
    return standpoint.may(operation, objective().unitId(), isOwn(objective().ownerKey()));
  }

  /** Whether the person may do something with one of its key results. */
  boolean may(Operation operation, KeyResult keyResult) {
    boolean own = isOwn(objective().ownerKey()) || isOwn(keyResult.ownerKey());
    return standpoint.may(operation, objective().unitId(), own);
  }

  private boolean isOwn(String ownerKey) {
    return ownerKey.equals(standpoint.who().key());
  }
}
