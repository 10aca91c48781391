package io.bearings.host.runtime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts what an add-on's action rendered into a page of the host, as SiteMesh does in Jira. */
public interface PageDecorator {

  /**
   * What the action rendered. Every value may be empty; the decorator decides what that means.
   *
   * @param decorator the head's {@code <meta name="decorator">}, such as {@code atl.admin}
   * @param adminSection the head's {@code admin.active.section}
   * @param adminTab the head's {@code admin.active.tab}
   * @param title the text of the head's title, not escaped
   * @param head what else the head holds, as HTML
   * @param body the inside of the body, as HTML
   */
  record Page(
      String decorator,
      String adminSection,
      String adminTab,
      String title,
      String head,
      String body) {}

  /**
   * Writes the whole page. The status is already set; the web resources that the action required
   * are those of {@link AddOnRuntime#resources} for this request.
   */
  void write(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
