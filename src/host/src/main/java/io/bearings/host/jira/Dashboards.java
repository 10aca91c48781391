package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dashboards of people: each has one, made on first use. */
public interface Dashboards {
  /** A placed item: its id, the module that renders it, its column (0 to 2) and its preferences. */
  record PlacedItem(long id, String completeKey, int column, Map<String, String> preferences) {}

  /** The items on the user's dashboard, in order. */
  List<PlacedItem> itemsOf(ApplicationUser user);

  /** One item of the user's own dashboard. */
  Optional<PlacedItem> item(ApplicationUser user, long id);

  /** Puts an item on top of a column and returns it. */
  PlacedItem add(ApplicationUser user, String completeKey, int column);

  /** Replaces an item's preferences. */
  void savePreferences(ApplicationUser user, long id, Map<String, String> preferences);

  /** Takes an item off the dashboard. */
  void remove(ApplicationUser user, long id);
}
