package io.bearings.web;

import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Status;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an objective or a key result stands, as a template shows it: its status, what holds beside
 * it, and what was to be expected by now. Without a cycle nothing can be judged, so nothing is
 * claimed but what somebody decided: that it is a draft, closed or given up.
 */
public final class StandingFigures {
  private static final int ALL = 100;
  private static final Set<Status> ENDED = EnumSet.of(Status.ABANDONED, Status.CLOSED);
  private static final Set<Status> NAMED_BESIDE =
      EnumSet.of(
          Status.OVERDUE, Status.GUARDRAIL_RED, Status.SILENT, Status.OUTPUT_WITHOUT_OUTCOME);

  private final Optional<StatusLook> look;
  private final String text;
  private final List<String> flags;
  private final Optional<Integer> expected;
  private final String expectedText;

  private StandingFigures(
      Judgement judgement,
      boolean draft,
      boolean inCycle,
      boolean outcomeNotMeasured,
      PageTexts texts) {
    Status status = judgement.status();
    boolean decided = draft || ENDED.contains(status);
    look =
        inCycle || decided
            ? Optional.of(draft ? StatusLook.DRAFT : StatusLook.of(status))
            : Optional.empty();
    text = look.map(it -> texts.get(it.textKey())).orElse("");
    flags = inCycle ? flags(judgement, outcomeNotMeasured, texts) : List.of();
    expected =
        inCycle && !decided && judgement.pace().isPresent()
            ? Figures.percent(judgement.expected())
            : Optional.empty();
    expectedText =
        expected
            .map(it -> texts.get("bearings.progress.percent", String.valueOf(it)))
            .map(it -> texts.get("bearings.progress.expected", it))
            .orElse("");
  }

  static StandingFigures of(ObjectiveFigures figures, PageTexts texts) {
    boolean inCycle = figures.placed().cycle().isPresent();
    return figures.hidden()
        ? new StandingFigures(bare(figures.judgement()), false, inCycle, false, texts)
        : new StandingFigures(
            figures.judgement(),
            figures.objective().state() == ObjectiveState.DRAFT,
            inCycle,
            figures.outcomeNotMeasured(),
            texts);
  }

  static StandingFigures of(KeyResultFigures figures, boolean inCycle, PageTexts texts) {
    return new StandingFigures(
        figures.judgement(),
        figures.keyResult().state() == ObjectiveState.DRAFT,
        inCycle,
        false,
        texts);
  }

  /** What somebody may know who may not read it. */
  private static Judgement bare(Judgement judgement) {
    return new Judgement(
        Optional.empty(), Optional.empty(), judgement.status(), List.of(), false, false);
  }

  private static List<String> flags(
      Judgement judgement, boolean outcomeNotMeasured, PageTexts texts) {
    List<String> flags = new ArrayList<>();
    judgement.marks().stream()
        .filter(NAMED_BESIDE::contains)
        .map(it -> texts.get(StatusLook.of(it).textKey()))
        .forEach(flags::add);
    if (judgement.confidenceMismatch()) {
      flags.add(texts.get("bearings.flag.confidenceMismatch"));
    }
    if (judgement.withoutExecution()) {
      flags.add(texts.get("bearings.flag.directionWithoutExecution"));
    }
    if (outcomeNotMeasured) {
      flags.add(texts.get("bearings.flag.outcomeNotMeasured"));
    }
    return List.copyOf(flags);
  }

  /** Whether anything is said of it. */
  public boolean isShown() {
    return look.isPresent();
  }

  /** The status in words; empty where nothing is said. */
  public String getText() {
    return text;
  }

  /** Good, warn, bad or quiet, in lower case; empty where nothing is said. */
  public String getTone() {
    return look.map(StatusLook::tone).orElse("");
  }

  /** The outline of the status's shape as an SVG path; empty where nothing is said. */
  public String getShape() {
    return look.map(StatusLook::shape).orElse("");
  }

  /** What holds beside the status, in words. */
  public List<String> getFlags() {
    return flags;
  }

  /** Whether it is judged against what was to be expected by now. */
  public boolean isPaced() {
    return expected.isPresent();
  }

  /** What was to be expected by now, 0 to 100; 0 also where it is not judged by that. */
  public int getExpected() {
    return Math.min(expected.orElse(0), ALL);
  }

  /** "45 % expected by now"; empty where it is not judged by that. */
  public String getExpectedText() {
    return expectedText;
  }
}
