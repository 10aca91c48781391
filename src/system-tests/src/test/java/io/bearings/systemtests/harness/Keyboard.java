package io.bearings.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who uses a page by keyboard alone: nothing here clicks or focuses by script. */
public final class Keyboard {
  private static final int PATIENCE = 120;

  /** What has the focus, as a screen reader would name it: its role or tag, then its name. */
  private static final String FOCUSED =
      """
      () => {
        const element = document.activeElement;
        if (!element || element === document.body) { return ''; }
        const labelled = (element.labels && element.labels.length) ? element.labels[0].textContent : '';
        const name = element.getAttribute('aria-label') || labelled || element.textContent || '';
        const role = element.getAttribute('role') || element.tagName.toLowerCase();
        return role + ' ' + name.replace(/\\s+/g, ' ').trim();
      }""";

  /** Whether one can see where the focus is: an outline, a shadow or a border of the element. */
  private static final String SHOWN =
      """
      () => {
        const style = getComputedStyle(document.activeElement);
        const box = document.activeElement.getBoundingClientRect();
        return box.width > 0 && box.height > 0
          && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || style.boxShadow !== 'none' || style.borderStyle !== 'none');
      }""";

  private final Page page;

  /** The keyboard of a page. */
  public Keyboard(Page page) {
    this.page = page;
  }

  /** Logs in by the form; the password is the name. */
  public Keyboard logIn(RunningHost host, String user) {
    page.navigate(host.base() + "/login.jsp");
    tabTo("input Username").type(user);
    tabTo("input Password").type(user).press("Enter");
    page.locator("#header-details-user-fullname").waitFor();
    return this;
  }

  /** Presses Tab until something with this role or tag and name has the focus. */
  public Keyboard tabTo(String what) {
    StringBuilder passed = new StringBuilder();
    for (int presses = 0; presses < PATIENCE; presses++) {
      String focused = focused();
      if (focused.equals(what)) {
        assertThat(page.evaluate(SHOWN)).as("the focus on %s can be seen", what).isEqualTo(true);
        return this;
      }
      passed.append(focused).append(" | ");
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not lead to " + what + ", but to: " + passed);
  }

  /** Presses a key. */
  public Keyboard press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Types a text. */
  public Keyboard type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** What has the focus now. */
  public String focused() {
    return (String) page.evaluate(FOCUSED);
  }

  /** Waits until something has the focus without a key being pressed. */
  public Keyboard waitFor(String what) {
    page.waitForFunction("what => (" + FOCUSED + ")() === what", what);
    return this;
  }
}
