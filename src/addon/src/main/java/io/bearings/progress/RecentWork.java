package io.bearings.progress;

import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened to linked work, from the kept history of its issues. Costs six statements and one
 * search of Jira's however many issues there are, once the past of all of them is kept.
 */
@Named
public final class RecentWork implements WorkHistory {
  /** The most happenings of which the issues are looked up. */
  static final int MOST = 200;

  private static final PastWork.Linked NOTHING = new PastWork.Linked(List.of(), List.of());

  private final PastWork pastWork;
  private final Links links;
  private final Backfill backfill;
  private final Blocked blocked;
  private final Issues issues;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public RecentWork(
      PastWork pastWork,
      Links links,
      Backfill backfill,
      Blocked blocked,
      Issues issues,
      SiteSettings settings,
      Clock clock) {
    this.pastWork = pastWork;
    this.links = links;
    this.backfill = backfill;
    this.blocked = blocked;
    this.issues = issues;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Happened since(Person who, long keyResultId, Instant after) {
    List<Event> events = events(keyResultId, after);
    if (events.isEmpty()) {
      return Happened.NOTHING;
    }
    List<Event> latest = events.subList(0, Math.min(MOST, events.size()));
    Set<Long> ids = new LinkedHashSet<>();
    latest.forEach(each -> ids.add(each.issueId()));
    Map<Long, IssueText> texts = issues.texts(who, ids);
    List<Happening> happenings =
        latest.stream()
            .filter(each -> texts.containsKey(each.issueId()))
            .map(each -> happening(each, texts.get(each.issueId())))
            .toList();
    return new Happened(
        happenings, latest.size() - happenings.size(), events.size() - latest.size());
  }

  private List<Event> events(long keyResultId, Instant after) {
    // Issues that were linked by an earlier version have no past yet.
    backfill.fill(links.reachedBy(List.of(keyResultId)));
    PastWork.Linked linked =
        pastWork.linkedTo(List.of(keyResultId)).getOrDefault(keyResultId, NOTHING);
    List<Event> events =
        new ArrayList<>(
            new WorkThroughTime(
                    linked.links(), linked.issues(), WeightBy.ISSUES, settings.current())
                .events(after, clock.instant()));
    events.addAll(blocked.since(keyResultId, after));
    events.sort(Comparator.comparing(Event::at).reversed().thenComparing(Event::issueId));
    return events;
  }

  private static Happening happening(Event event, IssueText text) {
    return new Happening(event.kind(), text.key(), text.title(), event.at());
  }
}
