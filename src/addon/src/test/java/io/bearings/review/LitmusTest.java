package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Message;
import java.util.Optional;
import org.junit.Test;

public class LitmusTest {

  @Test
  public void isAnsweredOnceEveryQuestionIs() {
    assertThat(Litmus.NONE.isAnswered()).isFalse();
    assertThat(answers("because", " ").isAnswered()).isFalse();
    assertThat(answers("", "nothing").isAnswered()).isFalse();
    assertThat(answers("because", "nothing").isAnswered()).isTrue();
  }

  @Test
  public void anAnswerMayBeLeftForLater() {
    assertThat(new Litmus.Draft(null, null).problems()).isEmpty();
    assertThat(new Litmus.Draft(" a\nb ", null).stripped()).isEqualTo(new Litmus.Draft("a\nb", ""));
  }

  @Test
  public void namesEveryAnswerThatCannotBeKept() {
    assertThat(new Litmus.Draft("x".repeat(2_001), "\u0000").problems())
        .containsEntry("whyItMatters", Message.of("bearings.error.tooLong", 2_000, 2_001))
        .containsEntry("stillLose", Message.of("bearings.error.character"));
    assertThat(new Litmus.Draft("x".repeat(2_000), "").problems()).isEmpty();
  }

  private static Litmus answers(String why, String stillLose) {
    return new Litmus(new Litmus.Draft(why, stillLose), Optional.empty(), 1);
  }
}
