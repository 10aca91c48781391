package io.bearings.rhythm;

/** On which ways people are reminded. */
public enum ChannelKind {
  /** The page of the person in the product. */
  INBOX,
  /** Mail. */
  MAIL
}
