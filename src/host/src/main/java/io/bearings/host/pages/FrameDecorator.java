package io.bearings.host.pages;

import io.bearings.host.runtime.PageDecorator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Puts what an add-on's action rendered into the frame, for administrators with their menu. */
final class FrameDecorator implements PageDecorator {
  private static final Set<String> ADMIN = Set.of("admin", "atl.admin");

  private final Templates templates;
  private final Frame frame;
  private final AdministrationMenu menu;
  private final Visits visits;

  FrameDecorator(Templates templates, Frame frame, AdministrationMenu menu, Visits visits) {
    this.templates = templates;
    this.frame = frame;
    this.menu = menu;
    this.visits = visits;
  }

  @Override
  public void write(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visit visit = visits.of(request, response);
    Html body = new Html(page.body());
    Html head = new Html(page.head());
    if (ADMIN.contains(page.decorator())) {
      Html content = menu.around(visit, page.adminSection(), page.adminTab(), body);
      frame.write(
          visit,
          Sheet.of(page.title(), content).in("administration").needing("atl.admin").heading(head));
    } else {
      Html content = templates.render("decorated", Map.of("body", body));
      frame.write(visit, Sheet.of(page.title(), content).heading(head));
    }
  }
}
