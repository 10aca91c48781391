package io.bearings.host.pages;

import java.io.IOException;

/** A page of the host. What it refuses, it refuses by an exception that becomes an error page. */
interface Page {

  /** Answers a GET. */
  void show(Visit visit) throws IOException;

  /** Answers a POST; without one, the page can only be read. */
  default void act(Visit visit) throws IOException {
    visit.response().setHeader("Allow", "GET, HEAD");
    visit.response().sendError(405, "This page can only be read.");
  }
}
