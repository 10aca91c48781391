package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.Dashboards.PlacedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class DashboardStoreTest {
  private final TestSite site = new TestSite();
  private Dashboards dashboards;
  private ApplicationUser dev;
  private ApplicationUser boss;

  @Before
  public void load() {
    site.load(Team.FILE);
    dashboards = site.jira.dashboards();
    dev = site.user("dev");
    boss = site.user("boss");
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void anItemIsPutOnTopOfItsColumn() {
    assertThat(dashboards.itemsOf(dev)).isEmpty();
    PlacedItem first = dashboards.add(dev, "p:first", 0);
    PlacedItem second = dashboards.add(dev, "p:second", 0);
    PlacedItem other = dashboards.add(dev, "p:other", 1);
    assertThat(first.preferences()).isEmpty();
    assertThat(dashboards.itemsOf(dev)).containsExactly(second, first, other);
    assertThat(dashboards.itemsOf(boss)).isEmpty();
    assertThat(dashboards.item(dev, other.id())).contains(other);
  }

  @Test
  public void preferencesAreReplaced() {
    long id = dashboards.add(dev, "p:item", 0).id();
    dashboards.savePreferences(dev, id, Map.of("project", "APP", "empty", ""));
    dashboards.savePreferences(dev, id, Map.of("project", "LIB"));
    assertThat(dashboards.item(dev, id).orElseThrow().preferences())
        .containsExactly(Map.entry("project", "LIB"));
  }

  @Test
  public void anItemCanBeTakenOff() {
    long id = dashboards.add(dev, "p:item", 0).id();
    dashboards.savePreferences(dev, id, Map.of("a", "b"));
    dashboards.remove(dev, id);
    assertThat(dashboards.itemsOf(dev)).isEmpty();
    assertThat(dashboards.item(dev, id)).isEmpty();
  }

  private static void refused(Runnable work, int status, String message) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            JiraRefusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status))
        .hasMessageContaining(message);
  }

  @Test
  public void nobodyTouchesAnItemOfSomebodyElse() {
    long id = dashboards.add(dev, "p:item", 0).id();
    assertThat(dashboards.item(boss, id)).isEmpty();
    refused(() -> dashboards.remove(boss, id), 404, "no such item on your dashboard");
    refused(() -> dashboards.savePreferences(boss, id, Map.of()), 404, "no such item");
    assertThat(dashboards.itemsOf(dev)).hasSize(1);
  }

  @Test
  public void whatCannotBePlacedIsRefused() {
    refused(() -> dashboards.add(dev, "p:item", 3), 400, "no such column");
    refused(() -> dashboards.add(dev, "p:item", -1), 400, "no such column");
    refused(() -> dashboards.add(dev, " ", 0), 400, "No item is named");
    refused(() -> dashboards.add(dev, null, 0), 400, "No item is named");
    long id = dashboards.add(dev, "p:item", 0).id();
    refused(() -> dashboards.savePreferences(dev, id, Map.of(" ", "x")), 400, "1 to 255");
    refused(
        () -> dashboards.savePreferences(dev, id, Map.of("long", "x".repeat(32_768))),
        400,
        "cannot be stored");
    refused(
        () -> dashboards.savePreferences(dev, id, Map.of("nul", "a\0b")), 400, "cannot be stored");
    Map<String, String> none = new HashMap<>();
    none.put("none", null);
    refused(() -> dashboards.savePreferences(dev, id, none), 400, "cannot be stored");
  }

  @Test
  public void twoFirstItemsShareOneDashboard() {
    List<CompletableFuture<PlacedItem>> adding =
        IntStream.range(0, 4)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> dashboards.add(dev, "p:item" + i, 0)))
            .toList();
    adding.forEach(CompletableFuture::join);
    assertThat(dashboards.itemsOf(dev)).hasSize(4);
  }
}
