package io.bearings.progress;

import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The issues whose changes this node followed to the end lately. It saves catching up with them
 * again; what is forgotten here costs time and nothing else.
 */
@Named
public final class Followed {
  private static final int MOST = 20_000;

  private final Map<Long, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
          return size() > MOST;
        }
      };

  /** Everything that happened to an issue until a moment is followed. */
  public synchronized void add(long issueId, Instant moment) {
    Instant before = until.remove(issueId);
    until.put(issueId, before == null || before.isBefore(moment) ? moment : before);
  }

  /** Whether a change of an issue is followed; false also where nobody remembers. */
  public synchronized boolean covers(RecentIssues.Found change) {
    Instant moment = until.get(change.issueId());
    return moment != null && !moment.isBefore(change.updated());
  }
}
