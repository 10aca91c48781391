package io.bearings.coach;

import io.bearings.coach.UnitPicture.ClosedCycle;
import io.bearings.okr.Message;
import io.bearings.okr.UnitLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is to be said about all that a unit has written for a cycle. */
final class UnitCheck {
  private static final int MOST_OBJECTIVES = 5;
  private static final int MOST_OF_A_COMPANY = 4;
  private static final int CYCLES = 3;
  private static final int REPEATS = 2;
  private static final int LAST_DAYS = 7;
  private static final BigDecimal SAFE = new BigDecimal("0.95");
  private static final BigDecimal FAR = new BigDecimal("0.5");

  private final Coach coach;
  private final UnitPicture picture;
  private final Language language;
  private final Map<Measure.Movement, UnitPicture.Elsewhere> elsewhere = new HashMap<>();

  UnitCheck(Coach coach, UnitPicture picture, Language language) {
    this.coach = coach;
    this.picture = picture;
    this.language = language;
    for (UnitPicture.Elsewhere other : picture.elsewhere()) {
      Measure.movement(other.keyResult(), language)
          .ifPresent(movement -> elsewhere.putIfAbsent(movement, other));
    }
  }

  UnitReport report() {
    List<UnitReport.OfObjective> objectives =
        picture.objectives().stream().map(this::objective).toList();
    List<Finding> whole = new ArrayList<>();
    number().ifPresent(whole::add);
    calibration().ifPresent(whole::add);
    setAndForgotten().ifPresent(whole::add);
    UnitReport report = new UnitReport(objectives, whole, List.of());
    return new UnitReport(objectives, whole, fine(report));
  }

  private UnitReport.OfObjective objective(UnitPicture.Objective objective) {
    List<Finding> findings = new ArrayList<>(coach.objective(objective.text(), language));
    if (!objective.owned()) {
      findings.add(Finding.of(Rule.NO_OWNER, Message.of("bearings.coach.noOwner")));
    }
    if (objective.individual()) {
      findings.add(Finding.of(Rule.INDIVIDUAL, Message.of("bearings.coach.individual")));
    }
    if (picture.unitAboveHasObjectives() && !objective.contributes()) {
      findings.add(Finding.of(Rule.NO_PARENT, Message.of("bearings.coach.noParent")));
    }
    if (repeated(objective.text().title())) {
      findings.add(Finding.of(Rule.REPEATED, Message.of("bearings.coach.repeated", REPEATS + 1)));
    }
    return new UnitReport.OfObjective(
        objective.key(),
        findings,
        objective.text().keyResults().orElse(List.of()).stream().map(this::keyResult).toList());
  }

  private UnitReport.OfKeyResult keyResult(KeyResultText keyResult) {
    List<Finding> findings = new ArrayList<>(coach.keyResult(keyResult, language));
    Measure.movement(keyResult, language)
        .map(movement -> elsewhere.get(movement.opposite()))
        .ifPresent(
            other ->
                findings.add(
                    Finding.of(
                        Rule.OPPOSITE_DIRECTIONS,
                        Message.of(
                            "bearings.coach.oppositeDirections",
                            other.unit(),
                            other.keyResult().title()))));
    return new UnitReport.OfKeyResult(keyResult.title(), findings);
  }

  /** In this quarter and in the two before it. */
  private boolean repeated(String title) {
    return picture.quarterly()
        && picture.lastCycles().size() >= REPEATS
        && picture.lastCycles().stream()
            .limit(REPEATS)
            .allMatch(cycle -> cycle.titles().stream().anyMatch(old -> sameWords(old, title)));
  }

  private static boolean sameWords(String one, String other) {
    return Measure.words(one).equals(Measure.words(other));
  }

  private Optional<Finding> number() {
    int count = picture.objectives().size();
    if (count == 0) {
      return Optional.of(Finding.of(Rule.NO_OBJECTIVES, Message.of("bearings.coach.noObjectives")));
    }
    if (count > MOST_OBJECTIVES) {
      return Optional.of(
          Finding.of(
              Rule.TOO_MANY_OBJECTIVES,
              Message.of("bearings.coach.tooManyObjectives", count, MOST_OBJECTIVES)));
    }
    return picture.level() == UnitLevel.COMPANY && count > MOST_OF_A_COMPANY
        ? Optional.of(
            Finding.of(
                Rule.MANY_COMPANY_OBJECTIVES,
                Message.of("bearings.coach.manyCompanyObjectives", count, MOST_OF_A_COMPANY)))
        : Optional.empty();
  }

  private Optional<Finding> calibration() {
    if (all(score -> score.compareTo(SAFE) >= 0)) {
      return Optional.of(Finding.of(Rule.TOO_SAFE, Message.of("bearings.coach.tooSafe", CYCLES)));
    }
    return all(score -> score.compareTo(FAR) < 0)
        ? Optional.of(Finding.of(Rule.TOO_FAR, Message.of("bearings.coach.tooFar", CYCLES)))
        : Optional.empty();
  }

  /** Whether every aspirational score of each of the last three cycles is so; each has one. */
  private boolean all(Predicate<BigDecimal> so) {
    return picture.lastCycles().size() >= CYCLES
        && picture.lastCycles().stream()
            .limit(CYCLES)
            .map(ClosedCycle::aspirationalScores)
            .allMatch(scores -> !scores.isEmpty() && scores.stream().allMatch(so));
  }

  private Optional<Finding> setAndForgotten() {
    return picture.lastCycles().stream()
        .limit(1)
        .filter(UnitCheck::enteredAtTheEnd)
        .map(
            cycle ->
                Finding.of(Rule.SET_AND_FORGOTTEN, Message.of("bearings.coach.setAndForgotten")))
        .findFirst();
  }

  private static boolean enteredAtTheEnd(ClosedCycle cycle) {
    LocalDate before = cycle.lastDay().minusDays(LAST_DAYS);
    return !cycle.valuesEntered().isEmpty()
        && cycle.valuesEntered().stream().allMatch(day -> day.isAfter(before));
  }

  private List<Message> fine(UnitReport report) {
    List<Message> fine = new ArrayList<>();
    List<Finding> all = report.all();
    if (!picture.objectives().isEmpty()) {
      if (none(all, Rule.TOO_MANY_OBJECTIVES, Rule.MANY_COMPANY_OBJECTIVES)) {
        fine.add(Message.of("bearings.coach.fine.objectiveCount", picture.objectives().size()));
      }
      if (none(all, Rule.NO_OWNER)) {
        fine.add(Message.of("bearings.coach.fine.owners"));
      }
      if (none(all, Rule.NO_WHY)) {
        fine.add(Message.of("bearings.coach.fine.whys"));
      }
      if (none(all, Rule.KEY_RESULT_COUNT, Rule.FEW_KEY_RESULTS)) {
        fine.add(Message.of("bearings.coach.fine.keyResultCount"));
      }
      if (none(all, Rule.NO_NUMBER, Rule.NO_BASELINE, Rule.NO_TARGET)
          && !keyResultsMissing(report)) {
        fine.add(Message.of("bearings.coach.fine.numbers"));
      }
      if (none(all, Rule.OUTPUTS_ONLY)) {
        fine.add(Message.of("bearings.coach.fine.outcomes"));
      }
      if (picture.unitAboveHasObjectives() && none(all, Rule.NO_PARENT)) {
        fine.add(Message.of("bearings.coach.fine.aligned"));
      }
    }
    return fine;
  }

  private static boolean keyResultsMissing(UnitReport report) {
    return report.objectives().stream().allMatch(each -> each.keyResults().isEmpty());
  }

  private static boolean none(List<Finding> findings, Rule... rules) {
    List<Rule> unwanted = List.of(rules);
    return findings.stream().map(Finding::rule).noneMatch(unwanted::contains);
  }
}
