package io.bearings.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class NoticeTest {
  @Test
  public void repeatsAShortTextWhole() {
    assertThat(Notice.excerpt(" short\n")).isEqualTo("short");
    assertThat(Notice.excerpt("x".repeat(400))).hasSize(400).endsWith("x");
  }

  @Test
  public void cutsALongTextBetweenCharacters() {
    assertThat(Notice.excerpt("x".repeat(401))).hasSize(400).endsWith("x\u2026");
    String rockets = "x" + "\uD83D\uDE80".repeat(300);
    String cut = Notice.excerpt(rockets);
    assertThat(cut).endsWith("\uDE80\u2026");
    assertThat(cut.length()).isLessThanOrEqualTo(Notice.LENGTH);
    assertThat(Notice.excerpt("\uD83D\uDE80".repeat(300))).endsWith("\uDE80\u2026");
  }
}
