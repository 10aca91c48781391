package io.bearings.connect.acts;

import java.util.Set;

/**
 * What an administrator decides about what leaves the site.
 *
 * @param allowedHosts names and addresses, in lower case, that may be called although they are in a
 *     private network
 * @param plainMail whether mail is plain text and not HTML
 */
public record Outgoing(Set<String> allowedHosts, boolean plainMail) {
  /** What a site begins with. */
  public static final Outgoing DEFAULT = new Outgoing(Set.of(), false);

  public Outgoing {
    allowedHosts = Set.copyOf(allowedHosts);
  }
}
