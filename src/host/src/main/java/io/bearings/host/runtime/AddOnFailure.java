package io.bearings.host.runtime;

/** An add-on cannot be started; the message names what is wrong with its jar. */
public final class AddOnFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refuses with a reason that names the module, class, package or bean. */
  public AddOnFailure(String message) {
    super(message);
  }

  /** Refuses with a reason and what was behind it. */
  public AddOnFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
