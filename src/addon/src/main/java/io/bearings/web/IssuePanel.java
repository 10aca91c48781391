package io.bearings.web;

import io.bearings.progress.IssueLinks;
import java.util.List;
import java.util.stream.IntStream;

/** The key results that an issue serves; or, while they cannot be read, why not. */
public final class IssuePanel {
  /** How many key results are shown before somebody asks for all; one more is not worth asking. */
  static final int SHOWN = 5;

  private final String issueKey;
  private final boolean mayAttach;
  private final List<ServedRow> links;
  private final String hidden;
  private final String showAll;
  private final String problem;

  private IssuePanel(
      String issueKey,
      boolean mayAttach,
      List<ServedRow> links,
      String hidden,
      String showAll,
      String problem) {
    this.issueKey = issueKey;
    this.mayAttach = mayAttach;
    this.links = links;
    this.hidden = hidden;
    this.showAll = showAll;
    this.problem = problem;
  }

  static IssuePanel of(IssueLinks links, String contextPath, PageTexts texts) {
    int all = links.links().size();
    int shown = all > SHOWN + 1 ? SHOWN : all;
    return new IssuePanel(
        links.issueKey(),
        links.mayAttach(),
        IntStream.range(0, all)
            .mapToObj(i -> ServedRow.of(links.links().get(i), contextPath, i >= shown, texts))
            .toList(),
        hidden(links.hidden(), texts),
        shown < all ? texts.get("bearings.panel.showAll", String.valueOf(all)) : "",
        "");
  }

  static IssuePanel failed(String problem) {
    return new IssuePanel("", false, List.of(), "", "", problem);
  }

  private static String hidden(int count, PageTexts texts) {
    return switch (count) {
      case 0 -> "";
      case 1 -> texts.get("bearings.panel.hidden.one");
      default -> texts.get("bearings.panel.hidden.many", String.valueOf(count));
    };
  }

  public String getIssueKey() {
    return issueKey;
  }

  public boolean isMayAttach() {
    return mayAttach;
  }

  /** Whether the issue serves no key result that the person may see. */
  public boolean isWithoutLinks() {
    return links.isEmpty();
  }

  /** Those that the person may see, oldest link first. */
  public List<ServedRow> getLinks() {
    return links;
  }

  /** How many more there are; empty when there are none. */
  public String getHidden() {
    return hidden;
  }

  /** What leads to those that are folded; empty where all are shown. */
  public String getShowAll() {
    return showAll;
  }

  /** Why nothing can be shown; empty when all is well. */
  public String getProblem() {
    return problem;
  }
}
