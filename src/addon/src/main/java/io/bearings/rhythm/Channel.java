package io.bearings.rhythm;

import java.time.Duration;
import java.util.Optional;

/** A way on which people are reminded. */
public interface Channel {

  /** Which way it is. */
  ChannelKind kind();

  /** Whether anything can be sent on it now. */
  boolean isOn();

  /**
   * Sends a digest, and waits until it was taken; the person's own wishes are not asked for.
   *
   * @throws NotSent when it was not taken
   */
  void send(Digest digest) throws NotSent;

  /** A digest was not taken. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> after;

    /**
     * @param after how long whoever refused it wants to be left alone
     */
    public NotSent(String message, Throwable cause, Optional<Duration> after) {
      super(message, cause);
      this.after = after;
    }

    /** How long whoever refused it wants to be left alone. */
    public Optional<Duration> after() {
      return after;
    }
  }
}
