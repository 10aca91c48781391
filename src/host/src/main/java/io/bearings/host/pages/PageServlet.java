package io.bearings.host.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page behind the servlet interface. */
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Page page;
  private final transient Visits visits;

  PageServlet(Page page, Visits visits) {
    this.page = page;
    this.visits = visits;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.show(visits.of(request, response));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.act(visits.of(request, response));
  }
}
