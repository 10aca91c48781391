package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class TextsTest {
  @Test
  public void keepsMarkupEmojiAndRightToLeftText() {
    assertThat(Texts.problem("<b>[~anna]</b> {{x}} \uD83D\uDE80 \u05E9\u05DC\u05D5\u05DD", 100))
        .isEmpty();
  }

  @Test
  public void allowsLinesOnlyWhereThereMayBeSeveral() {
    assertThat(Texts.problem("one\r\n\ttwo", 100)).isEmpty();
    assertThat(Texts.lineProblem("one\ntwo", 100)).contains(Message.of("bearings.error.character"));
    assertThat(Texts.lineProblem("one", 100)).isEmpty();
  }

  @Test
  public void countsWithoutTheBlanksAround() {
    assertThat(Texts.problem("  1234 ", 4)).isEmpty();
    assertThat(Texts.problem("12345", 4)).contains(Message.of("bearings.error.tooLong", 4, 5));
  }

  @Test
  public void refusesWhatNoDatabaseKeeps() {
    assertThat(Texts.problem("a\u0000b", 10)).contains(Message.of("bearings.error.character"));
    assertThat(Texts.problem("half \uD83D", 10)).contains(Message.of("bearings.error.character"));
  }

  @Test
  public void asksForATextWhereOneIsRequired() {
    assertThat(Texts.requiredProblem(" \n ", 10)).contains(Message.of("bearings.error.required"));
    assertThat(Texts.requiredProblem("text", 10)).isEmpty();
    assertThat(Texts.requiredProblem("too long a text", 10))
        .contains(Message.of("bearings.error.tooLong", 10, 15));
  }
}
