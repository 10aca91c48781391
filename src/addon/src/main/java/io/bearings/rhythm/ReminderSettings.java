package io.bearings.rhythm;

/** Where it is kept what an administrator decided about reminders. */
public interface ReminderSettings {

  /** What is in force. */
  ReminderRules current();

  /** Puts it in force. */
  void save(ReminderRules rules);
}
