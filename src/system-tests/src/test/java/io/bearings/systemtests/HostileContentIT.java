package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.tour.DemoCompany;
import io.bearings.systemtests.tour.HostileTexts;
import io.bearings.systemtests.tour.Look;
import io.bearings.systemtests.tour.Screen;
import io.bearings.systemtests.tour.Screens;
import io.bearings.systemtests.tour.Tour;
import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Every screen with hostile texts in the places that it shows: nobody's script runs, nothing is
 * complained of, nothing has to be scrolled sideways, and a text that is shown is shown as it was
 * written.
 */
@RunWith(Parameterized.class)
public class HostileContentIT {
  /** Scripts would have set it; a dialog would have been noted; templates would have computed. */
  private static final String HARM =
      """
      () => {
        const found = [];
        if (window.hacked !== undefined) { found.push('somebody\\'s script ran'); }
        if (document.querySelector('img[src="x"]')) { found.push('somebody\\'s picture is in the page'); }
        const text = document.body.innerText;
        if (/[{$]\\{49\\}|\\{\\{49|> ?49 49 /.test(text)) { found.push('a template was computed'); }
        if (/&(amp|quot|#39);/.test(text)) { found.push('a text was escaped twice'); }
        const wide = document.documentElement.scrollWidth - window.innerWidth;
        if (wide > 0) { found.push('the page is ' + wide + ' pixels wider than the window'); }
        return found;
      }""";

  private static DemoCompany demo;
  private static Browser browser;
  private static List<Screen> screens;

  private final Look look;

  public HostileContentIT(Look look) {
    this.look = look;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> looks() {
    return List.of(
        new Object[] {new Look(1280, false, "en")}, new Object[] {new Look(360, false, "en")});
  }

  @BeforeClass
  public static void writeHostileTexts() {
    demo = DemoCompany.start("en");
    List<Screen> all = new ArrayList<>(Screens.of(demo));
    all.addAll(HostileTexts.writeInto(demo));
    screens = List.copyOf(all);
    browser = Browser.startForPictures();
  }

  @AfterClass
  public static void close() {
    browser.close();
    demo.close();
  }

  @Test
  public void everyScreenShowsHostileTextsAsTexts() {
    List<String> wrong = new ArrayList<>();
    try (Tour tour = new Tour(demo, browser, look)) {
      for (Screen screen : screens) {
        try {
          Page page = tour.open(screen);
          harm(page).forEach(each -> wrong.add(screen + ": " + each));
        } catch (PlaywrightException | AssertionError e) {
          wrong.add(screen + ": " + e.getMessage());
        }
        tour.complaints(screen).forEach(each -> wrong.add(screen + ": " + each));
      }
    }
    assertThat(wrong).as("what is wrong at %s", look).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static List<String> harm(Page page) {
    return (List<String>) page.evaluate(HARM);
  }
}
