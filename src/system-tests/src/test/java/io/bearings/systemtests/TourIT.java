package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.tour.Checks;
import io.bearings.systemtests.tour.DemoCompany;
import io.bearings.systemtests.tour.Look;
import io.bearings.systemtests.tour.Screen;
import io.bearings.systemtests.tour.Screens;
import io.bearings.systemtests.tour.Tour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Every screen in the demonstration company, in each look: it is laid out well, and it looks as
 * somebody accepted it. With {@code -Dbearings.tour=all} the other widths, themes and languages, of
 * which no pictures are kept, and axe are looked at too.
 */
@RunWith(Parameterized.class)
public class TourIT {
  private static final boolean ALL = "all".equals(System.getProperty("bearings.tour"));
  private static final List<String> LANGUAGES =
      ALL ? List.of("en", "es", "fr", "de") : List.of("en");

  private static final Map<String, DemoCompany> COMPANIES = new ConcurrentHashMap<>();
  private static Browser browser;

  private final Look look;

  public TourIT(Look look) {
    this.look = look;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> looks() {
    List<Look> looks = new ArrayList<>();
    for (String language : LANGUAGES) {
      if (!language.equals("en")) {
        looks.addAll(Look.in(language));
        continue;
      }
      looks.addAll(Look.PICTURED);
      if (ALL) {
        looks.addAll(Look.CHECKED);
      }
    }
    return looks.stream().map(each -> new Object[] {each}).toList();
  }

  @BeforeClass
  public static void startBrowser() {
    browser = Browser.startForPictures();
  }

  @AfterClass
  public static void close() {
    browser.close();
    COMPANIES.values().forEach(DemoCompany::close);
  }

  @Test
  public void everyScreenIsLaidOutWellAndLooksAsAccepted() {
    DemoCompany demo = COMPANIES.computeIfAbsent(look.language(), DemoCompany::start);
    List<String> wrong = new ArrayList<>();
    List<Screen> screens = Screens.of(demo);
    try (Tour tour = new Tour(demo, browser, look)) {
      Checks checks = new Checks(tour, look, ALL);
      screens.forEach(screen -> wrong.addAll(checks.of(screen)));
      wrong.addAll(checks.left(screens));
    }
    assertThat(wrong).as("what is wrong at %s", look).isEmpty();
  }
}
