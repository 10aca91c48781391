package io.bearings.connect.acts;

/** Where it is kept what an administrator decided about what leaves the site. */
public interface OutgoingSettings {

  /** What is in force. */
  Outgoing current();

  /** Puts it in force. */
  void save(Outgoing outgoing);
}
