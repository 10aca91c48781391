package io.bearings.web;

import io.bearings.progress.LinkOnIssue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A key result that an issue serves. */
public final class ServedRow {
  private final LinkOnIssue link;
  private final String contextPath;
  private final ProgressFigures progress;

  private ServedRow(LinkOnIssue link, String contextPath, PageTexts texts) {
    this.link = link;
    this.contextPath = contextPath;
    this.progress = ProgressFigures.of(link.keyResult(), texts);
  }

  static ServedRow of(LinkOnIssue link, String contextPath, PageTexts texts) {
    return new ServedRow(link, contextPath, texts);
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
    return contextPath
        + link.project()
            .map(
                project ->
                    "/projects/"
                        + URLEncoder.encode(project.key(), StandardCharsets.UTF_8)
                        + "?selectedItem=io.bearings:project-page-item#")
            .orElse("/secure/BearingsWorkspace.jspa?unit=" + link.objective().unitId() + "#")
        + getKeyResultKey();
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
}
