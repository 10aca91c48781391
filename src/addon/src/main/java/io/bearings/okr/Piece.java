package io.bearings.okr;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A piece of evidence: a quote, a link or an attachment.
 *
 * @param date the day that it is about
 * @param author the Jira user key of the person who brought it
 * @param confirmedBy the Jira user key of the person who confirmed it
 */
public record Piece(LocalDate date, String author, Optional<String> confirmedBy) {

  /** Whether a second person, not the author, confirmed it. */
  public boolean confirmed() {
    return confirmedBy.filter(person -> !person.equals(author)).isPresent();
  }
}
