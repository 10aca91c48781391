package io.bearings.web;

import java.util.regex.Pattern;

/** What the frame of the page of a board knows before anything was read. */
public final class BoardPage {
  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final boolean signedIn;
  private final String id;

  private BoardPage(boolean signedIn, String id) {
    this.signedIn = signedIn;
    this.id = id;
  }

  /**
   * The frame for a board.
   *
   * @param signedIn whether somebody is logged in
   * @param board the id, as the address has it; whatever else it is names no board
   */
  static BoardPage of(boolean signedIn, String board) {
    String id = board.trim();
    return new BoardPage(signedIn, ID.matcher(id).matches() ? id : "");
  }

  /** Whether somebody is logged in. */
  public boolean isSignedIn() {
    return signedIn;
  }

  /** Whether the address names a board; nobody has looked yet whether there is one. */
  public boolean isKnown() {
    return !id.isEmpty();
  }

  /** The id of the board; empty where the address names none. */
  public String getId() {
    return id;
  }
}
