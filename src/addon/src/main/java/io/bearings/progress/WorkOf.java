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

  /** What some issues are for, whoever may read the objectives and KPIs. */
  Purposes purposes(Collection<Long> issueIds);

  /**
   * What the issues of some projects are for, whoever may read the objectives and KPIs; epics and
   * issues that a breach created may be of any project.
   */
  Purposes purposesIn(Collection<Long> projectIds);

  /**
   * What issues are for, by their ids; an issue may be for more than one thing. An epic is for what
   * its children are linked to.
   *
   * @param serving those that count for a key result that is to move something
   * @param guarding those that count for a key result that only guards: what it maintains, or a KPI
   *     that is a guardrail of its objective
   * @param answering those that a breach created, of a KPI that is in use; not one that was
   *     withdrawn
   */
  record Purposes(Set<Long> serving, Set<Long> guarding, Set<Long> answering) {
    /** Nothing is for anything. */
    public static final Purposes NONE = new Purposes(Set.of(), Set.of(), Set.of());

    public Purposes {
      serving = Set.copyOf(serving);
      guarding = Set.copyOf(guarding);
      answering = Set.copyOf(answering);
    }

    /** Whether an issue serves an objective. */
    public boolean serves(long issueId) {
      return serving.contains(issueId);
    }

    /** Whether an issue restores a KPI, be it that it serves an objective too. */
    public boolean restores(long issueId) {
      return guarding.contains(issueId) || answering.contains(issueId);
    }

    /** Whether an issue is for anything. */
    public boolean has(long issueId) {
      return serves(issueId) || restores(issueId);
    }
  }

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
