package io.bearings.coach;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * The writing checks. They explain and propose; nothing that they say keeps anybody from saving. A
 * text is judged by the words of the language in which it is written, whoever reads the findings.
 */
@Named
public final class Coach {
  private final Kpis kpis;

  /** Judges without knowing any KPI. */
  @Inject
  public Coach() {
    this(Kpis.none());
  }

  /** Judges key results among KPIs, too. */
  public Coach(Kpis kpis) {
    this.kpis = kpis;
  }

  /** The same with other knowledge of KPIs. */
  public Coach among(Kpis others) {
    return new Coach(others);
  }

  /**
   * What is to be said about an objective: its title, its why, and how many key results it has.
   * Nothing is said about an empty title.
   *
   * @param language the reader's, for a text that does not show its own
   */
  public List<Finding> objective(ObjectiveText text, Language language) {
    Language written = Language.written(text.title(), language);
    List<Finding> findings = new ArrayList<>();
    if (!text.title().isBlank()) {
      ObjectiveCheck.check(Statement.of(text.title(), written)).ifPresent(findings::add);
    }
    text.why()
        .flatMap(why -> Why.check(text.title(), Statement.of(why, Language.written(why, written))))
        .ifPresent(findings::add);
    text.keyResults().ifPresent(keyResults -> findings.addAll(KeyResultSet.check(keyResults)));
    return List.copyOf(findings);
  }

  /**
   * What is to be said about a key result. Nothing is said about an empty title.
   *
   * @param language the reader's, for a text that does not show its own
   */
  public List<Finding> keyResult(KeyResultText text, Language language) {
    return text.title().isBlank()
        ? List.of()
        : KeyResultCheck.check(text, statement(text, language), kpis.around(text));
  }

  static Statement statement(KeyResultText text, Language language) {
    return Statement.of(text.title(), Language.written(text.title(), language));
  }

  /**
   * The health of what a unit has written for a cycle.
   *
   * @param language the reader's, for texts that do not show their own
   */
  public UnitReport unit(UnitPicture picture, Language language) {
    return new UnitCheck(this, picture, language).report();
  }

  /**
   * What is to be said about the sheet of a KPI. About the name nothing is said while it is empty.
   *
   * @param language the reader's, for a text that does not show its own
   */
  public List<Finding> kpi(KpiText text, Language language) {
    return KpiCheck.check(text, Statement.of(text.name(), Language.written(text.name(), language)));
  }

  /**
   * What is to be said about all KPIs of a board.
   *
   * @param language the reader's, for texts that do not show their own
   */
  public KpiReport kpis(KpiBoard board, Language language) {
    return new KpiBoardCheck(this, board, language).report();
  }
}
