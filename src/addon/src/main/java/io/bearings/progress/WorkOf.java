package io.bearings.progress;

import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The issues that serve something, by what is linked now. Every call is one statement however many
 * issues there are, and gives each issue once, by ascending id. Of more than one key result, those
 * that are archived do not count, nor those of archived objectives. All calls throw {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface WorkOf {

  /**
   * The issues of one key result.
   *
   * @param most how many at most
   */
  List<Long> keyResult(long keyResultId, int most);

  /**
   * The issues of the key results of one objective.
   *
   * @param most how many at most
   */
  List<Long> objective(long objectiveId, int most);

  /**
   * The issues of the objectives of some units.
   *
   * @param reader only of objectives that may be read from there
   * @param most how many at most
   */
  List<Long> units(Collection<Long> unitIds, Reader reader, int most);

  /**
   * The issues of a project that serve any objective.
   *
   * @param reader only of objectives that may be read from there
   * @param most how many at most
   */
  List<Long> project(long projectId, Reader reader, int most);

  /**
   * Those of some issues that serve any objective, whoever may read it: because they count for a
   * key result, or are an epic whose children do.
   */
  Set<Long> serving(Collection<Long> issueIds);

  /**
   * What one person may read.
   *
   * @param key the user key of the person, who reads what they own or follow in a unit that they
   *     see
   * @param seen the units that the person sees
   * @param ofMembers the units whose objectives for members only the person reads
   * @param ofLeads the units whose private objectives the person reads
   */
  record Reader(String key, Set<Long> seen, Set<Long> ofMembers, Set<Long> ofLeads) {
    public Reader {
      seen = Set.copyOf(seen);
      ofMembers = Set.copyOf(ofMembers);
      ofLeads = Set.copyOf(ofLeads);
    }
  }
}
