package io.bearings.progress;

/** The work that a link of a key result leads to. */
public sealed interface LinkTarget {

  /** How the work is reached. */
  LinkKind kind();

  /** The id of what is linked; 0 for a query, which has none. */
  long id();

  /** One issue. */
  record Issue(long id) implements LinkTarget {
    @Override
    public LinkKind kind() {
      return LinkKind.ISSUE;
    }
  }

  /**
   * The children of an epic.
   *
   * @param id the id of the epic's issue
   */
  record Epic(long id) implements LinkTarget {
    @Override
    public LinkKind kind() {
      return LinkKind.EPIC;
    }
  }

  /** What a query in Jira's language finds. */
  record Query(String jql) implements LinkTarget {
    @Override
    public LinkKind kind() {
      return LinkKind.JQL;
    }

    @Override
    public long id() {
      return 0;
    }
  }

  /** What is in a sprint. */
  record Sprint(long id) implements LinkTarget {
    @Override
    public LinkKind kind() {
      return LinkKind.SPRINT;
    }
  }

  /** What a version is to fix. */
  record Version(long id) implements LinkTarget {
    @Override
    public LinkKind kind() {
      return LinkKind.VERSION;
    }
  }
}
