package io.bearings.systemtests.tour;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;

/** What is checked on each screen that shows hostile texts. */
public final class HostileChecks {
  private final Tour tour;

  /** In one look. */
  public HostileChecks(Tour tour) {
    this.tour = tour;
  }

  /** What is wrong with a screen, each beginning with its name. */
  public List<String> of(Screen screen) {
    List<String> wrong = new ArrayList<>();
    try {
      Page page = tour.open(screen);
      wrong.addAll(Layout.findings(page));
      wrong.addAll(Harm.findings(page));
    } catch (PlaywrightException | AssertionError e) {
      wrong.add(e.getMessage());
    }
    wrong.addAll(tour.complaints(screen));
    return wrong.stream().distinct().map(each -> screen + ": " + each).toList();
  }
}
