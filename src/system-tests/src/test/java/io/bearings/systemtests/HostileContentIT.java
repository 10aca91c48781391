package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.tour.DemoCompany;
import io.bearings.systemtests.tour.HostileChecks;
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
 * Every screen of the tour in a company whose every text is hostile, where somebody was deleted,
 * somebody left, a project is in the archive, and one issue serves sixty key results: nobody's
 * script runs, nothing is complained of, nothing has to be scrolled sideways, nothing is cut off
 * without a sign of it.
 */
@RunWith(Parameterized.class)
public class HostileContentIT {
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
    // Where the screens are is asked while the company still has the names that it knows.
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
      HostileChecks checks = new HostileChecks(tour);
      screens.forEach(screen -> wrong.addAll(checks.of(screen)));
    }
    assertThat(wrong).as("what is wrong at %s", look).isEmpty();
  }
}
