package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Node.Applied;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Node.Negated;
import io.bearings.kpi.formula.Node.Power;
import io.bearings.kpi.formula.Node.Rounded;
import io.bearings.kpi.formula.Reference.KpiValue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula that can be reckoned.
 *
 * @param text as it was written
 */
public record Formula(String text, Node root) {

  /**
   * Reads a text. Names may be written in any case.
   *
   * @param text of any length and with anything in it; what is longer than {@link Limits#TEXT} is
   *     refused without being looked at
   */
  public static Reading read(String text) {
    return new Reader(text).read();
  }

  /** What has to be asked for, each once, from left to right. */
  public Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    collect(root, references);
    return Collections.unmodifiableSet(references);
  }

  /** The ids of the KPIs whose values it uses. */
  public Set<Long> kpis() {
    Set<Long> ids = new TreeSet<>();
    for (Reference reference : references()) {
      if (reference instanceof KpiValue kpi) {
        ids.add(kpi.id());
      }
    }
    return ids;
  }

  /** Another way to write the same: one blank around signs, no brackets that change nothing. */
  public String tidied() {
    return Printed.of(root);
  }

  static List<Node> children(Node node) {
    if (node instanceof Joined joined) {
      return List.of(joined.left(), joined.right());
    }
    if (node instanceof Negated negated) {
      return List.of(negated.of());
    }
    if (node instanceof Power power) {
      return List.of(power.base());
    }
    if (node instanceof Rounded rounded) {
      return List.of(rounded.of());
    }
    return node instanceof Applied applied ? applied.of() : List.of();
  }

  private static void collect(Node node, Set<Reference> references) {
    if (node instanceof Asked asked) {
      references.add(asked.reference());
    }
    children(node).forEach(child -> collect(child, references));
  }
}
