package io.bearings.kpi.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The windows of a metric, so that those are found quickly which an issue may touch. */
final class Frames {
  private final List<Frame> all = new ArrayList<>();
  private final List<Frame> days;
  private final List<Frame> byReading;
  private final Duration longest;
  private final Map<Long, List<Frame>> bySprint = new HashMap<>();
  private final Map<Long, List<Frame>> byRelease = new HashMap<>();

  Frames(List<MetricWindow> windows, AsOf asOf, Site site) {
    for (MetricWindow window : windows) {
      Frame frame = new Frame(all.size(), window, asOf, site);
      all.add(frame);
      if (window instanceof MetricWindow.InSprint in) {
        bySprint.computeIfAbsent(in.sprint().id(), any -> new ArrayList<>()).add(frame);
      } else if (window instanceof MetricWindow.InRelease in) {
        byRelease.computeIfAbsent(in.release().id(), any -> new ArrayList<>()).add(frame);
      }
    }
    days =
        all.stream()
            .filter(frame -> frame.window() instanceof MetricWindow.Days)
            .sorted(Comparator.comparing(Frame::first))
            .toList();
    byReading = days.stream().sorted(Comparator.comparing(Frame::reading)).toList();
    longest =
        days.stream()
            .map(frame -> Duration.between(frame.first(), frame.end()))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
  }

  /** In the order in which they were asked for. */
  List<Frame> all() {
    return all;
  }

  /** Windows of days that contain an instant. */
  void at(Instant instant, Consumer<Frame> found) {
    for (int i = firstFrom(days, Frame::first, instant.minus(longest)); i < days.size(); i++) {
      Frame frame = days.get(i);
      if (frame.first().isAfter(instant)) {
        return;
      }
      if (!frame.end().isBefore(instant)) {
        found.accept(frame);
      }
    }
  }

  /** Windows of days whose last known instant lies between two, the first included. */
  void readBetween(Instant from, Instant until, Consumer<Frame> found) {
    for (int i = firstFrom(byReading, Frame::reading, from); i < byReading.size(); i++) {
      Frame frame = byReading.get(i);
      if (!frame.reading().isBefore(until)) {
        return;
      }
      found.accept(frame);
    }
  }

  /** Sprints and releases that an issue was ever in. */
  void ofMember(IssueView issue, Consumer<Frame> found) {
    if (!bySprint.isEmpty()) {
      issue.sprintIds().forEach(id -> bySprint.getOrDefault(id, List.of()).forEach(found));
    }
    if (!byRelease.isEmpty()) {
      issue.versionIds().forEach(id -> byRelease.getOrDefault(id, List.of()).forEach(found));
    }
  }

  /** The windows of releases. */
  void ofRelease(long id, Consumer<Frame> found) {
    byRelease.getOrDefault(id, List.of()).forEach(found);
  }

  /** Windows of sprints. */
  void sprints(Consumer<Frame> found) {
    bySprint.values().forEach(frames -> frames.forEach(found));
  }

  private static int firstFrom(List<Frame> frames, Function<Frame, Instant> key, Instant from) {
    int low = 0;
    int high = frames.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key.apply(frames.get(middle)).isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
