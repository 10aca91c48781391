package io.bearings.systemtests.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium. It is the one that {@code -Dbearings.chromium} or {@code BEARINGS_CHROMIUM} names, or
 * the system's. {@code -Dbearings.trace=true} records every step of a failed test in {@code
 * target/traces}.
 */
public final class Browser implements AutoCloseable {
  private static final int ACTION_LIMIT_MS = 15_000;

  /** Recording every step takes a third of a browser test's time, so it is asked for. */
  private static final boolean TRACING = Boolean.getBoolean("bearings.trace");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Draws every letter and every colour as any other machine with the same fonts does. */
  private static final List<String> ALIKE_EVERYWHERE =
      List.of(
          "--font-render-hinting=none",
          "--disable-lcd-text",
          "--disable-font-subpixel-positioning",
          "--force-color-profile=srgb",
          "--force-device-scale-factor=1",
          "--disable-gpu",
          "--disable-partial-raster",
          "--disable-skia-runtime-opts",
          "--hide-scrollbars",
          "--lang=en-GB");

  /** Starts Chromium without a window. */
  public static Browser start() {
    return start(List.of(), Map.of());
  }

  /** Starts a Chromium whose pictures can be compared with those of another machine. */
  public static Browser startForPictures() {
    return start(
        ALIKE_EVERYWHERE,
        Map.of(
            "FONTCONFIG_FILE",
            Fonts.configuration().toString(),
            "LANGUAGE",
            "en_GB",
            "LC_ALL",
            "en_GB.UTF-8"));
  }

  /** The number of the release, the same for all that draw alike: {@code 156}. */
  public String release() {
    return chromium.version().split("\\.", 2)[0];
  }

  private static Browser start(List<String> more, Map<String, String> surroundings) {
    PlaywrightAssertions.setDefaultAssertionTimeout(ACTION_LIMIT_MS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(surroundings);
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setEnv(environment)
            .setExecutablePath(executable())
            .setArgs(
                Stream.concat(Stream.of("--no-sandbox", "--disable-dev-shm-usage"), more.stream())
                    .toList());
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  /** A new person's window, with no cookies. */
  public Window window(String name) {
    return window(name, 1280, 900);
  }

  /** A new person's window of a size in CSS pixels. */
  public Window window(String name, int width, int height) {
    return window(
        name,
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setLocale("en-GB"));
  }

  /** A new person's window as a test needs it. */
  public Window window(String name, com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    context.setDefaultTimeout(ACTION_LIMIT_MS);
    if (TRACING) {
      context
          .tracing()
          .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true).setTitle(name));
    }
    return new Window(chromium, name, context, context.newPage());
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /**
   * One window. What the page's scripts throw and what they print as errors is collected, and so is
   * every request that was answered with 500 or more.
   */
  public static final class Window implements AutoCloseable {
    private final com.microsoft.playwright.Browser chromium;
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean failed = true;

    private Window(
        com.microsoft.playwright.Browser chromium, String name, BrowserContext context, Page page) {
      this.chromium = chromium;
      this.name = name;
      this.context = context;
      this.page = page;
      page.onPageError(error -> complaints.add("script error: " + error));
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add("console: " + message.text() + " at " + message.location());
            }
          });
      page.onResponse(
          response -> {
            if (response.status() >= 500) {
              complaints.add(response.status() + " from " + response.url());
            }
          });
    }

    /** The page in the window. */
    public Page page() {
      return page;
    }

    /** What went wrong in the page so far, in words. */
    public List<String> complaints() {
      return List.copyOf(complaints);
    }

    /** Keeps what the window shows, whole, in {@code target/screenshots}. */
    public void photograph(String step) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Artifacts.output("screenshots").resolve(name + "-" + step + ".png")));
    }

    /**
     * How much work the longest task of the page's main thread is while something is done: its
     * processor time in milliseconds. What other programs do meanwhile does not lengthen it.
     */
    public long longestTaskWhile(Runnable action) {
      chromium.startTracing(
          page,
          new com.microsoft.playwright.Browser.StartTracingOptions()
              .setCategories(List.of("toplevel", "disabled-by-default-devtools.timeline")));
      action.run();
      return new TaskTrace(chromium.stopTracing()).longestOnMainThread();
    }

    /** An error when somebody would have to scroll sideways to read the page. */
    public void assertFits() {
      int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
      if (width > page.viewportSize().width) {
        throw new AssertionError(page.url() + " is " + width + " pixels wide");
      }
    }

    /** Tells that the test went well: neither page nor trace is kept. */
    public void passed() {
      failed = false;
    }

    @Override
    public void close() {
      if (failed) {
        photograph("at-the-end-of-a-failed-test");
        keepPage();
        if (TRACING) {
          Path trace = Artifacts.output("traces").resolve(name + ".zip");
          context.tracing().stop(new Tracing.StopOptions().setPath(trace));
        }
      }
      context.close();
    }

    private void keepPage() {
      Path file = Artifacts.output("screenshots").resolve(name + "-of-a-failed-test.html");
      try {
        Files.writeString(file, page.content());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static Path executable() {
    Optional<String> named =
        Optional.ofNullable(System.getProperty("bearings.chromium"))
            .or(() -> Optional.ofNullable(System.getenv("BEARINGS_CHROMIUM")));
    return named
        .map(Path::of)
        .or(
            () ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(program -> Path.of("/usr/bin", program))
                    .filter(Files::isExecutable)
                    .findFirst())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium found: set BEARINGS_CHROMIUM to its path, or install it"));
  }
}
