package io.bearings.jira;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.KeptHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes the history of an issue from its present state and its changes, from the last one
 * backwards: Jira records no change for what an issue is created with. Where a change does not lead
 * to what is known of the time after it, because something was changed without being recorded, the
 * later knowledge holds.
 */
final class PastReading {
  private static final Pattern ID = Pattern.compile("\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?([eE]\\d{1,2})?");
  private static final Comparator<Group> IN_ORDER =
      Comparator.comparing(Group::at).thenComparingLong(Group::id);

  private final FieldNames names;
  private final Function<String, StatusCategory> categories;

  /**
   * @param categories the category that a status has today, by its id
   */
  PastReading(FieldNames names, Function<String, StatusCategory> categories) {
    this.names = names;
    this.categories = categories;
  }

  /**
   * The names, in small letters, under which the changes of custom fields are recorded.
   *
   * @param numbers those of the numeric fields that are kept, by the id of the field
   */
  record FieldNames(
      Set<String> points, Set<String> sprint, Set<String> epic, Map<String, Set<String>> numbers) {}

  /** An issue as it is. */
  record Present(long issueId, Instant created, IssueSnapshot state, String typeId) {}

  /** What one person changed at one moment. */
  record Group(long id, Instant at, List<Item> items) {}

  /**
   * One changed field.
   *
   * @param custom whether it is a custom field
   * @param from the value before, as it is stored
   * @param fromText the value before, as it is shown
   * @param to the value after, as it is stored
   */
  record Item(
      boolean custom,
      String field,
      Optional<String> from,
      Optional<String> fromText,
      Optional<String> to) {}

  /**
   * The history of an issue.
   *
   * @param groups all its changes, in any order
   */
  KeptHistory history(Present present, List<Group> groups) {
    List<Group> latestFirst = new ArrayList<>(groups);
    latestFirst.sort(IN_ORDER.reversed());
    List<KeptHistory.Step> steps = new ArrayList<>();
    Walk walk = new Walk(present);
    for (Group group : latestFirst) {
      IssueSnapshot after = walk.state();
      String typeAfter = walk.typeId;
      walk.undo(group);
      if (!walk.state().equals(after) || !walk.typeId.equals(typeAfter)) {
        // An issue that was imported may have changes from before it was there.
        Instant at = group.at().isBefore(present.created()) ? present.created() : group.at();
        steps.add(new KeptHistory.Step(group.id(), at, after, typeAfter));
      }
    }
    steps.add(
        new KeptHistory.Step(KeptHistory.CREATION, present.created(), walk.state(), walk.typeId));
    Collections.reverse(steps);
    return new KeptHistory(present.issueId(), steps, Optional.empty());
  }

  /** The state of an issue, on the way back through its changes. */
  private final class Walk {
    private long projectId;
    private String statusId;
    private StatusCategory category;
    private Optional<String> resolutionId;
    private Optional<BigDecimal> points;
    private Optional<Long> estimate;
    private Set<Long> sprintIds;
    private final Set<Long> versionIds;
    private Optional<Long> epicId;
    private Optional<Long> parentId;
    private final Map<String, BigDecimal> numbers;
    private String typeId;

    Walk(Present present) {
      IssueSnapshot now = present.state();
      projectId = now.projectId();
      statusId = now.statusId();
      category = now.category();
      resolutionId = now.resolutionId();
      points = now.points();
      estimate = now.originalEstimate();
      sprintIds = now.sprintIds();
      versionIds = new HashSet<>(now.versionIds());
      epicId = now.epicId();
      parentId = now.parentId();
      numbers = new HashMap<>(now.numbers());
      typeId = present.typeId();
    }

    IssueSnapshot state() {
      return new IssueSnapshot(
          projectId,
          statusId,
          category,
          resolutionId,
          points,
          estimate,
          sprintIds,
          versionIds,
          epicId,
          parentId,
          numbers);
    }

    void undo(Group group) {
      List<Item> lastFirst = new ArrayList<>(group.items());
      Collections.reverse(lastFirst);
      lastFirst.forEach(this::undo);
    }

    private void undo(Item item) {
      String field = item.field().toLowerCase(Locale.ROOT);
      if (item.custom()) {
        undoCustom(field, item);
      } else {
        undoOwn(field, item);
      }
    }

    private void undoOwn(String field, Item item) {
      switch (field) {
        case "status" -> item.from().ifPresent(this::wasIn);
        case "resolution" -> resolutionId = item.from();
        case "timeoriginalestimate" -> estimate = id(item.from().or(item::fromText));
        case "project" -> id(item.from()).ifPresent(id -> projectId = id);
        case "issuetype" -> item.from().ifPresent(id -> typeId = id);
        case "fix version" -> {
          id(item.to()).ifPresent(versionIds::remove);
          id(item.from()).ifPresent(versionIds::add);
        }
        // The two names that Jira has for it.
        case "parent", "parent issue" -> parentId = id(item.from());
        default -> {
          // Nothing that progress or a metric asks for.
        }
      }
    }

    private void wasIn(String id) {
      statusId = id;
      category = categories.apply(id);
    }

    private void undoCustom(String field, Item item) {
      Optional<BigDecimal> number = number(item.from().or(item::fromText));
      names
          .numbers()
          .forEach(
              (id, called) -> {
                if (called.contains(field)) {
                  numbers.remove(id);
                  number.ifPresent(before -> numbers.put(id, before));
                }
              });
      if (names.points().contains(field)) {
        points = number;
      } else if (names.sprint().contains(field)) {
        sprintIds = ids(item.from());
      } else if (names.epic().contains(field)) {
        epicId = id(item.from());
      }
    }
  }

  private static Optional<Long> id(Optional<String> text) {
    return text.map(String::strip).filter(it -> ID.matcher(it).matches()).map(Long::valueOf);
  }

  /** The ids in {@code 12, 14}. */
  private static Set<Long> ids(Optional<String> text) {
    Set<Long> ids = new HashSet<>();
    for (String part : text.orElse("").split(",")) {
      id(Optional.of(part)).ifPresent(ids::add);
    }
    return ids;
  }

  private static Optional<BigDecimal> number(Optional<String> text) {
    return text.map(String::strip)
        .filter(it -> NUMBER.matcher(it).matches())
        .map(Double::valueOf)
        .map(BigDecimal::valueOf);
  }
}
