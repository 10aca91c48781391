package io.bearings.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class MentionsTest {
  @Test
  public void findsEachPersonOnceInOrder() {
    assertThat(Mentions.in("[~bert] and [~JIRAUSER10100], [~bert]"))
        .containsExactly("bert", "JIRAUSER10100");
  }

  @Test
  public void leavesWhatOnlyLooksAlike() {
    assertThat(Mentions.in("[~] [~a b] [~a] ~b [c] [[~d]] [~" + "x".repeat(256) + "]"))
        .containsExactly("a", "d");
    assertThat(Mentions.in("")).isEmpty();
  }

  @Test
  public void readsALongTextInNoTime() {
    assertThat(Mentions.in("[~".repeat(100_000))).isEmpty();
  }
}
