package io.bearings.connect.acts;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Something that is done because of a breach, with every placeholder filled in. */
public sealed interface Deed {

  /**
   * People are told in their inbox and by mail. It is done in the moment in which it is written
   * down.
   *
   * @param toldKeys the user keys of those who were told
   * @param leftOutKeys the user keys of those who were not, because they may not see the KPI or do
   *     not exist
   */
  record Tell(List<String> toldKeys, List<String> leftOutKeys) implements Deed {
    public Tell {
      toldKeys = List.copyOf(toldKeys);
      leftOutKeys = List.copyOf(leftOutKeys);
    }
  }

  /**
   * An issue is created.
   *
   * @param issueType the name of its type
   * @param summary one line
   */
  record CreateIssue(String projectKey, String issueType, String summary, String description)
      implements Deed {}

  /** A comment is written on an issue. */
  record Comment(String issueKey, String text) implements Deed {}

  /**
   * Another system is told.
   *
   * @param json what it is told
   */
  record Call(String url, String json) implements Deed {

    /** Host and port of the address; empty where it has none. */
    public String host() {
      return Optional.ofNullable(URI.create(url).getRawAuthority())
          .map(authority -> authority.substring(authority.lastIndexOf('@') + 1))
          .orElse("");
    }
  }
}
