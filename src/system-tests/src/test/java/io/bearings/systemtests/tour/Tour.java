package io.bearings.systemtests.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** People who look at the screens of the demonstration company, in one look. */
public final class Tour implements AutoCloseable {
  private static final int LONGEST_WIDE = 1200;
  private static final int LONGEST_NARROW = 1600;
  private static final int NARROW = 600;
  private static final int MOST_PICTURES = 20;
  private static final double PATIENCE_MILLIS = 30_000;
  private static final double LOOK_MILLIS = 50;

  /** Jira writes the theme into the page; the host does not, so that a script does it. */
  private static final String DARK =
      """
      new MutationObserver((changes, observer) => {
        if (document.documentElement) {
          document.documentElement.dataset.colorMode = 'dark';
          observer.disconnect();
        }
      }).observe(document, { childList: true });""";

  /** Counts what the page asks for and has no answer to yet. */
  private static final String ASKED =
      """
      window.asked = 0;
      const ask = window.fetch;
      window.fetch = (...what) => {
        window.asked++;
        return ask(...what).finally(() => setTimeout(() => { window.asked--; }, 50));
      };
      const append = Node.prototype.appendChild;
      Node.prototype.appendChild = function (node) {
        if (node instanceof HTMLScriptElement && node.src) {
          window.asked++;
          ['load', 'error'].forEach((end) => node.addEventListener(end, () => setTimeout(() => { window.asked--; }, 50)));
        }
        return append.call(this, node);
      };""";

  /**
   * Nothing on the page says that it is not complete, its scripts have begun, an open dialog has
   * the focus, which AUI gives it when it has come in, and AUI has folded the menu of its header
   * where that is too wide, and its sidebar, which it does where a page is narrower than 1,240
   * pixels.
   */
  private static final String COMPLETE =
      """
      () => document.readyState === 'complete' && window.asked === 0 && document.fonts.status === 'loaded'
        && ![...document.querySelectorAll('[aria-busy=true], aui-spinner, .bearings-skeleton')]
          .some((element) => element.getClientRects().length > 0)
        && !document.querySelector(':is(.bearings-project-page, .bearings-issue-panel, .bearings-kickoff, .bearings-retro):not([data-bearings-started])')
        && [...document.querySelectorAll('.aui-dialog2:not([hidden])')].every((dialog) => dialog.contains(document.activeElement))
        && [...document.querySelectorAll('.aui-header')].every((header) => header.scrollWidth <= window.innerWidth)
        && !(window.innerWidth < 1240 && document.querySelector('.aui-sidebar:not([aria-expanded=false])'))""";

  /**
   * What is of the run and of the machine, not of the company, is replaced by something of one
   * length: times of the day, and on the health page the versions, the name of the node, how long
   * jobs took and whether one is running just now.
   */
  private static final String STILL =
      """
      () => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const still = text.data.replace(/\\b\\d{1,2}:\\d{2}(:\\d{2})?(?![\\d:])/g,
            (time) => time.length > 5 ? '09:30:00' : '09:30');
          if (still !== text.data) { text.data = still; }
        }
        const say = (selector, words) => document.querySelectorAll(selector).forEach((element) => {
          if (element.textContent !== words) { element.textContent = words; }
        });
        say('.bearings-health tr:nth-child(-n+4) td:not(:has(*))', '1.2.3');
        say('#bearings-jobs + p > span', '(node)');
        say('.bearings-jobs td:nth-of-type(1) .aui-lozenge:not(.aui-lozenge-error)', 'Done');
        say('.bearings-jobs td:nth-of-type(3)', '123 ms');
      }""";

  private final DemoCompany demo;
  private final Browser browser;
  private final Look look;
  private final Map<String, Window> windows = new HashMap<>();
  private final Map<String, Integer> complained = new HashMap<>();

  /** In this company, with this browser. */
  public Tour(DemoCompany demo, Browser browser, Look look) {
    this.demo = demo;
    this.browser = browser;
    this.look = look;
  }

  /** The release of the browser. */
  String browserRelease() {
    return browser.release();
  }

  /** Opens a screen, does there what is to be done, and waits until nothing moves. */
  public Page open(Screen screen) {
    Page page = windows.computeIfAbsent(screen.user(), this::window).page();
    // Another panel of the same page would not load it again.
    page.navigate("about:blank");
    page.setViewportSize(look.width(), screen.height());
    page.navigate(demo.host().base() + screen.address());
    for (String selector : screen.shown()) {
      assertThat(page.locator(selector).first())
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }
    for (Consumer<Page> deed : screen.deeds()) {
      complete(page);
      deed.accept(page);
    }
    complete(page);
    return page;
  }

  /** The page's own policy keeps it from evaluating a function again and again by itself. */
  private static void complete(Page page) {
    for (double waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
      if ((Boolean) page.evaluate(COMPLETE)) {
        return;
      }
      page.waitForTimeout(LOOK_MILLIS);
    }
    throw new AssertionError("The page at " + page.url() + " did not become complete");
  }

  /** What the page of a screen complained of since it was asked last. */
  public List<String> complaints(Screen screen) {
    List<String> all = windows.get(screen.user()).complaints();
    Integer before = complained.put(screen.user(), all.size());
    return all.subList(before == null ? 0 : before, all.size());
  }

  /**
   * The whole page as soon as two pictures of it are alike, at most as much of it as tells it
   * apart.
   */
  public byte[] picture(Page page) {
    int longest = look.width() < NARROW ? LONGEST_NARROW : LONGEST_WIDE;
    return still(
        page,
        () -> {
          Number height = (Number) page.evaluate("document.documentElement.scrollHeight");
          return new Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(0, 0, look.width(), Math.min(height.intValue(), longest));
        });
  }

  /** What the window shows, for the guides. */
  public byte[] view(Page page) {
    return still(page, Page.ScreenshotOptions::new);
  }

  private static byte[] still(Page page, Supplier<Page.ScreenshotOptions> options) {
    byte[] before = new byte[0];
    for (int tries = 0; tries < MOST_PICTURES; tries++) {
      page.evaluate(STILL);
      byte[] now =
          page.screenshot(
              options
                  .get()
                  .setAnimations(ScreenshotAnimations.DISABLED)
                  .setCaret(ScreenshotCaret.HIDE));
      if (Arrays.equals(before, now)) {
        return now;
      }
      before = now;
    }
    throw new AssertionError(page.url() + " does not come to rest");
  }

  private Window window(String user) {
    Window window =
        browser.window(
            "tour-" + look + "-" + user,
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), 900)
                .setLocale(look.language().equals("en") ? "en-GB" : look.language())
                .setTimezoneId(DemoCompany.NOW.getZone().getId())
                .setReducedMotion(ReducedMotion.REDUCE));
    List<Cookie> cookies = new ArrayList<>();
    demo.host()
        .as(user)
        .cookies()
        .forEach(
            (name, value) ->
                cookies.add(
                    new Cookie(name, value)
                        .setDomain(demo.host().base().getHost())
                        .setPath(demo.host().base().getPath())));
    Page page = window.page();
    page.context().addCookies(cookies);
    page.context().clock().setFixedTime(DemoCompany.NOW.toInstant().toEpochMilli());
    page.context().addInitScript(ASKED);
    if (look.dark()) {
      page.context().addInitScript(DARK);
    }
    return window;
  }

  @Override
  public void close() {
    windows.values().forEach(Window::passed);
    windows.values().forEach(Window::close);
  }
}
