package io.bearings.connect.acts;

/** The mail server of the site. */
public interface MailServer {

  /** Whether the site sends mail. */
  boolean isOn();

  /**
   * Sends a mail and waits until the server took it.
   *
   * @return whether there was somewhere to send it: not to a person without an address, or who is
   *     no longer active
   * @throws NotSent when the server did not take it
   */
  boolean send(Mail mail) throws NotSent;

  /**
   * A mail to one person.
   *
   * @param toKey the person's user key
   * @param subject one line
   * @param html whether the body is HTML and not plain text
   */
  record Mail(String toKey, String subject, String body, boolean html) {}

  /** The server did not take a mail. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1;

    public NotSent(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
