package io.bearings.connect.reminders;

/** The services whose channels can be written to. */
public enum ChatKind {
  /** An incoming webhook of Slack. */
  SLACK,
  /** A workflow of Microsoft Teams that posts what its webhook is sent. */
  TEAMS,
  /** A webhook of Discord. */
  DISCORD
}
