package io.bearings.talk;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Who is mentioned in a text: {@code [~anna]} stands for the person with the user key anna. */
public final class Mentions {
  /** The most people whom one text may mention. */
  public static final int MOST = 20;

  private static final Pattern MENTION = Pattern.compile("\\[~([^\\[\\]\\s]{1,255})]");

  private Mentions() {}

  /** The user keys that a text mentions, each once, in the order in which they come. */
  public static List<String> in(String text) {
    return MENTION.matcher(text).results().map(Mentions::key).distinct().toList();
  }

  private static String key(MatchResult mention) {
    return mention.group(1);
  }
}
