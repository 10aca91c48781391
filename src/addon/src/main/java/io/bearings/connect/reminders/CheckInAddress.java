package io.bearings.connect.reminders;

/** Where people check in, as an address that is reached from outside. */
public interface CheckInAddress {

  /** The address of the form in which somebody checks in on a key result of a unit. */
  String of(long unitId, long keyResultId);
}
