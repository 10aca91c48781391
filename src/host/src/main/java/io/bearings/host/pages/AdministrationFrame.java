package io.bearings.host.pages;

import io.bearings.host.jira.JiraRefusal;
import java.io.IOException;
import java.util.Map;

/** The frame of the administration's pages: for administrators only, with the menu beside them. */
record AdministrationFrame(Templates templates, Frame frame, AdministrationMenu menu) {

  /**
   * Makes sure that an administrator is there.
   *
   * @throws LogInNeeded when nobody is logged in
   * @throws JiraRefusal 403 for others
   */
  void require(Visit visit) {
    visit.person();
    if (!frame.administrator(visit.visitor())) {
      throw new JiraRefusal(403, "Only administrators may see the administration.", Map.of());
    }
  }

  /**
   * Writes a page.
   *
   * @param tab the entry of the menu that is current
   */
  void write(Visit visit, String title, String tab, String template, Map<String, ?> model)
      throws IOException {
    Html content = templates.render(template, model);
    frame.write(
        visit,
        Sheet.of(title, menu.around(visit, "", tab, content))
            .in("administration")
            .needing("atl.admin"));
  }
}
