package io.bearings.systemtests.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/** What people do on the host's own pages, in one window. */
public final class JiraPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningHost host;
  private final Page page;

  /** For the page of a window. */
  public JiraPages(RunningHost host, Page page) {
    this.host = host;
    this.page = page;
  }

  /** Logs in by the form; the password is the name. */
  public void logIn(String user) {
    page.navigate(host.base() + "/login.jsp");
    page.getByLabel("Username").fill(user);
    page.getByLabel("Password").fill(user);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(page.locator("#header-details-user-fullname")).isVisible();
  }

  /** Opens a project and then the add-on's page from its sidebar. */
  public void openObjectives(String project) {
    page.navigate(host.base() + "/projects/" + project);
    page.locator(".aui-sidebar")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Objectives"))
        .click();
    assertThat(page.locator(".bearings-project-page")).isVisible();
  }

  /** Opens an issue. */
  public void openIssue(String key) {
    page.navigate(host.base() + "/browse/" + key);
    assertThat(page.locator("#key-val")).hasText(key);
  }

  /** Opens the person's dashboard. */
  public void openDashboard() {
    page.navigate(host.base() + "/secure/Dashboard.jspa");
  }

  /** Puts a gadget on the dashboard. */
  public void addGadget(String title) {
    page.locator("#add-gadget").click();
    page.locator("#gadget-directory")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add " + title))
        .click();
    assertThat(page.locator(".dashboard-item-frame").first()).isVisible();
  }

  /** Writes a gadget's preferences past its form, as somebody curious could. */
  public void saveGadgetPreferences(String id, Map<String, String> preferences) {
    try {
      APIResponse answer =
          page.request()
              .put(
                  host.base() + "/rest/dashboards/1.0/gadget/" + id + "/prefs",
                  RequestOptions.create()
                      .setHeader("Content-Type", "application/json")
                      .setHeader("X-Atlassian-Token", "no-check")
                      .setData(JSON.writeValueAsString(preferences)));
      if (!answer.ok()) {
        throw new AssertionError(answer.status() + ": " + answer.text());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
