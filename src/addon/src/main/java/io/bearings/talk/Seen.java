package io.bearings.talk;

import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;

/** An item that a person may see, and where that person stands. */
record Seen(Item item, Standpoint standpoint) {

  /**
   * Goes on only if the person may do something with the item.
   *
   * @throws Refusal.Forbidden when the person may see it only
   */
  Seen require(Operation operation) {
    Person who = standpoint.who();
    boolean owns =
        who.key().equals(item.ownerKey()) || who.key().equals(item.audience().ownerKey());
    if (!standpoint.may(operation, item.audience().unitId(), owns)) {
      throw new Refusal.Forbidden();
    }
    return this;
  }
}
