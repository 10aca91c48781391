package io.bearings.flow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The versions of projects, and which bugs belong to the release that brought them. */
public final class Releases {
  /** None. */
  public static final Releases NONE = new Releases(List.of());

  private final Map<Long, Release> byId;
  private final Map<Long, TreeSet<LocalDate>> daysOfProject;

  /**
   * @param all each id once
   */
  public Releases(Collection<Release> all) {
    byId = all.stream().collect(toMap(Release::id, Function.identity()));
    daysOfProject =
        all.stream()
            .filter(Releases::isOut)
            .collect(
                groupingBy(
                    Release::projectId,
                    mapping(each -> each.day().orElseThrow(), toCollection(TreeSet::new))));
  }

  /** All versions. */
  public Collection<Release> all() {
    return byId.values();
  }

  /** Whether a version is released, and one knows when. */
  public static boolean isOut(Release release) {
    return release.released() && release.day().isPresent();
  }

  /** The first day on which any of these versions was or is to be released. */
  public Optional<LocalDate> first(Set<Long> versionIds) {
    return versionIds.stream()
        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
        .flatMap(release -> release.day().stream())
        .min(LocalDate::compareTo);
  }

  /**
   * The releases to which a bug belongs: those that it affects, if it was found from their day on
   * and before the next day with a release of the same project.
   *
   * @param found the day on which it was created
   * @param affected the versions that it affects
   */
  public List<Release> blamed(LocalDate found, Set<Long> affected) {
    List<Release> blamed = new ArrayList<>();
    for (long id : affected) {
      Release release = byId.get(id);
      if (release != null && isOut(release) && isFoundIn(release, found)) {
        blamed.add(release);
      }
    }
    return blamed;
  }

  private boolean isFoundIn(Release release, LocalDate found) {
    LocalDate day = release.day().orElseThrow();
    LocalDate next = daysOfProject.get(release.projectId()).higher(day);
    return !found.isBefore(day) && (next == null || found.isBefore(next));
  }
}
