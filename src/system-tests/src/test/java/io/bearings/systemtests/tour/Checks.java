package io.bearings.systemtests.tour;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.bearings.systemtests.harness.Accessibility;
import io.bearings.systemtests.harness.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is checked on each screen in one look. */
public final class Checks {
  private final Tour tour;
  private final Look look;
  private final boolean all;
  private final Accepted accepted;

  /**
   * @param all whether axe looks at each screen as well
   */
  public Checks(Tour tour, Look look, boolean all) {
    this.tour = tour;
    this.look = look;
    this.all = all;
    this.accepted = new Accepted(look, tour.browserRelease());
  }

  /** What is wrong with a screen, each beginning with its name; the others are still looked at. */
  public List<String> of(Screen screen) {
    List<String> wrong = new ArrayList<>();
    try {
      Page page = tour.open(screen);
      illustrate(screen, page);
      if (Look.PICTURED.contains(look)) {
        accepted.compare(screen.name(), tour.picture(page)).ifPresent(wrong::add);
      }
      Layout.findings(page).forEach(each -> wrong.add(named(screen, each)));
      tour.complaints(screen).forEach(each -> wrong.add(named(screen, each)));
      if (all) {
        Accessibility.assertNoViolations(page, screen.name() + " at " + look);
      }
    } catch (PlaywrightException | AssertionError e) {
      wrong.add(named(screen, e.getMessage()));
    }
    return wrong;
  }

  /** Accepted pictures of screens that there are no more. */
  public List<String> left(List<Screen> screens) {
    Set<String> left = new TreeSet<>(accepted.names());
    screens.forEach(each -> left.remove(each.name()));
    return left.stream().map(each -> each + ": its accepted picture is of no screen").toList();
  }

  private void illustrate(Screen screen, Page page) {
    if (!look.equals(Look.PICTURED.get(0)) || screen.picture().isEmpty()) {
      return;
    }
    try {
      Files.write(Artifacts.pictures().resolve(screen.picture().get() + ".png"), tour.view(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String named(Screen screen, String what) {
    return screen + " at " + look + ": " + what;
  }
}
