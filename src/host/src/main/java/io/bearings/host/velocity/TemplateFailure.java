package io.bearings.host.velocity;

/** A template could not be rendered; the message names it. */
public final class TemplateFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateFailure(String template, Throwable cause) {
    super("The template " + template + " could not be rendered: " + cause.getMessage(), cause);
  }
}
