package io.bearings.progress;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the names that stand in queries are names of on this site. */
public interface QueryNames {

  /** The names as they are now; {@link Names#NONE} where this Jira does not tell them. */
  Names now();

  /**
   * The names of a moment, all in small letters.
   *
   * @param projects the ids of the projects that a key, a name or an id in a query can mean
   * @param fields the custom fields whose value is stored with the issue, changes with a record and
   *     gives nobody a right: by what a query calls them, the names under which the changes are
   *     recorded that can change what a condition on them says
   * @param others under what changes of all other custom fields are recorded
   */
  record Names(
      Map<String, Set<Long>> projects, Map<String, Set<String>> fields, Set<String> others) {
    /** Nothing is known. */
    public static final Names NONE = new Names(Map.of(), Map.of(), Set.of());

    public Names {
      projects = Map.copyOf(projects);
      fields = Map.copyOf(fields);
      others = Set.copyOf(others);
    }

    /** Whether a change under this name is one of a custom field that only its queries ask for. */
    boolean isStored(String change) {
      return !others.contains(change)
          && fields.values().stream().anyMatch(each -> each.contains(change));
    }

    /** What a condition on a custom field asks for; nothing where the field is not a stored one. */
    Set<String> changesOf(String field) {
      Set<String> changes = new TreeSet<>(fields.getOrDefault(field, Set.of()));
      return others.contains(field) || changes.stream().anyMatch(others::contains)
          ? Set.of()
          : changes;
    }
  }
}
