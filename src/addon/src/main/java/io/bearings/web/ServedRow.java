package io.bearings.web;

import io.bearings.jira.PagePaths;
import io.bearings.progress.LinkOnIssue;
import io.bearings.progress.Way;
import java.util.List;
import java.util.Locale;

/** A key result that an issue serves. */
public final class ServedRow {
  private final LinkOnIssue link;
  private final String contextPath;
  private final ProgressFigures progress;
  private final StandingFigures standing;
  private final ShareFigures share;
  private final List<String> through;
  private final boolean folded;

  private ServedRow(LinkOnIssue link, String contextPath, boolean folded, PageTexts texts) {
    this.link = link;
    this.contextPath = contextPath;
    this.folded = folded;
    this.standing = StandingFigures.of(link.keyResult(), link.inCycle(), texts);
    this.share = ShareFigures.of(link, texts);
    this.progress = ProgressFigures.of(link.keyResult(), texts);
    this.through = link.through().stream().map(way -> sentence(way, texts)).toList();
  }

  private static String sentence(Way way, PageTexts texts) {
    String key = "bearings.panel.through." + way.kind().name().toLowerCase(Locale.ROOT);
    return way.name().map(name -> texts.get(key, name)).orElseGet(() -> texts.get(key + ".hidden"));
  }

  /**
   * A row.
   *
   * @param folded whether it is shown only when somebody asks for all
   */
  static ServedRow of(LinkOnIssue link, String contextPath, boolean folded, PageTexts texts) {
    return new ServedRow(link, contextPath, folded, texts);
  }

  public long getLinkId() {
    return link.linkId();
  }

  public boolean isMayDetach() {
    return link.mayDetach();
  }

  public long getKeyResultId() {
    return link.keyResult().keyResult().id();
  }

  /** For example {@code KR-34}. */
  public String getKeyResultKey() {
    return link.keyResult().keyResult().key();
  }

  public String getTitle() {
    return link.keyResult().keyResult().title();
  }

  /** The address of the key result: on the page of its project, or in the workspace of its unit. */
  public String getHref() {
    return link.project()
            .map(project -> contextPath + PagePaths.project(project.key()) + "#")
            .orElseGet(this::workspace)
        + getKeyResultKey();
  }

  /** Whether the issue is in something that the key result is linked to. */
  public boolean isLinkedThrough() {
    return !through.isEmpty();
  }

  /** What that is, each in a sentence. */
  public List<String> getThrough() {
    return through;
  }

  /** The address of all work that the key result is linked to. */
  public String getWorkHref() {
    return workspace() + getKeyResultKey() + ".issues";
  }

  private String workspace() {
    return contextPath + "/secure/BearingsWorkspace.jspa?unit=" + link.objective().unitId() + "#";
  }

  /** For example {@code O-12}. */
  public String getObjectiveKey() {
    return link.objective().key();
  }

  public String getObjectiveTitle() {
    return link.objective().title();
  }

  /** Perhaps empty. */
  public String getWhy() {
    return link.objective().why();
  }

  public ProgressFigures getProgress() {
    return progress;
  }

  public StandingFigures getStanding() {
    return standing;
  }

  public ShareFigures getShare() {
    return share;
  }

  /** What changes if the work of its links is completed, as somebody said it. */
  public List<String> getSentences() {
    return link.sentences();
  }

  /** Whether it is shown only when somebody asks for all. */
  public boolean isFolded() {
    return folded;
  }
}
