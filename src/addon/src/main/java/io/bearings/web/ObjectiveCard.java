package io.bearings.web;

import io.bearings.okr.Operation;
import io.bearings.progress.ObjectiveFigures;
import java.util.List;
import java.util.Optional;

/** An objective on the page of its project. */
public final class ObjectiveCard {
  private static final int ALL = 100;

  private final ObjectiveFigures figures;
  private final boolean open;
  private final boolean beginsOthers;
  private final Optional<Integer> percent;
  private final String score;
  private final String coverage;
  private final StandingFigures standing;
  private final String owner;
  private final String confidence;
  private final String title;
  private final String linkTitle;
  private final String listTitle;
  private final List<KeyResultRow> keyResults;

  private ObjectiveCard(
      ObjectiveFigures figures, boolean open, boolean beginsOthers, PageTexts texts) {
    String key = figures.objective().key();
    this.figures = figures;
    this.open = open;
    this.beginsOthers = beginsOthers;
    percent = Figures.percent(figures.score().value());
    score = Figures.percentText(figures.score().value(), texts);
    coverage = figures.hidden() ? "" : Figures.coverage(figures.score(), texts);
    standing = StandingFigures.of(figures, texts);
    owner = figures.hidden() ? "" : texts.get("bearings.objective.ownedBy", figures.ownerName());
    confidence =
        figures
            .objective()
            .confidence()
            .filter(any -> !figures.hidden())
            .map(it -> texts.get("bearings.confidence.of", String.valueOf(it)))
            .orElse("");
    title =
        figures.hidden() ? texts.get("bearings.objective.private") : figures.objective().title();
    linkTitle = texts.get("bearings.objective.link", key);
    listTitle = texts.get("bearings.objective.keyResults", key);
    keyResults =
        figures.hidden() || !open
            ? List.of()
            : figures.keyResults().stream()
                .map(each -> KeyResultRow.of(each, figures.placed().cycle().isPresent(), texts))
                .toList();
  }

  /**
   * @param open whether its key results show at first
   * @param beginsOthers whether those of other cycles and of none begin with it
   */
  static ObjectiveCard of(
      ObjectiveFigures figures, boolean open, boolean beginsOthers, PageTexts texts) {
    return new ObjectiveCard(figures, open, beginsOthers, texts);
  }

  public long getId() {
    return figures.objective().id();
  }

  /** Whether its key results show at first. */
  public boolean isOpen() {
    return open;
  }

  /** Whether those of other cycles and of none begin with it. */
  public boolean isBeginsOthers() {
    return beginsOthers;
  }

  /** Whether the person may change it and its key results. */
  public boolean isMayEdit() {
    return figures.may().contains(Operation.EDIT_OBJECTIVE);
  }

  /** Whether the person may attach issues to its key results. */
  public boolean isMayLink() {
    return figures.may().contains(Operation.LINK_ISSUES);
  }

  /** For example {@code O-12}. */
  public String getKey() {
    return figures.objective().key();
  }

  /** The title, or a word in place of one that the person may not read. */
  public String getTitle() {
    return title;
  }

  /** Whether the person may read no more than its key, score and status. */
  public boolean isTitleHidden() {
    return figures.hidden();
  }

  /** Perhaps empty. */
  public String getWhy() {
    return figures.hidden() ? "" : figures.objective().why();
  }

  /** "Owner: " and the owner's name; empty where the title is hidden. */
  public String getOwner() {
    return owner;
  }

  /** What its owner said when it was published; empty where nobody did. */
  public String getConfidence() {
    return confidence;
  }

  /** "33 %", or the words for no data. */
  public String getScore() {
    return score;
  }

  /** Whether there is a score at all. */
  public boolean isData() {
    return percent.isPresent();
  }

  /** Whether a part of the ring is drawn: there is a score, and it is not 0. */
  public boolean isRing() {
    return percent.orElse(0) > 0;
  }

  /** The part of the ring that is drawn, as an SVG dash pattern; empty for the whole of it. */
  public String getRingDash() {
    int value = percent.orElse(0);
    return value < ALL ? value + " " + ALL : "";
  }

  /** What the score rests on; empty where it rests on everything. */
  public String getCoverage() {
    return coverage;
  }

  public StandingFigures getStanding() {
    return standing;
  }

  /** What the link to this objective says. */
  public String getLinkTitle() {
    return linkTitle;
  }

  /** The name of the list of key results. */
  public String getListTitle() {
    return listTitle;
  }

  /** Whether it has no key result. */
  public boolean isWithoutKeyResults() {
    return figures.hidden() || figures.keyResults().isEmpty();
  }

  /** Oldest first; none while they do not show: the script writes them when they are wanted. */
  public List<KeyResultRow> getKeyResults() {
    return keyResults;
  }
}
