package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

/** No text, however long or odd, keeps the coach busy. */
public class LinearTimeTest {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int LENGTH = 20_000;
  private static final Duration LIMIT = Duration.ofMillis(200);

  @Test
  public void answersAtOnce() {
    Coach coach = new Coach();
    coach.keyResult(KeyResultText.of("Warm up from 1 to 2"), Language.EN);
    for (String part :
        List.of(
            "a",
            "1",
            "-",
            "9,",
            "1 000 ",
            "->",
            "to be ",
            "leverage ",
            "in order to ",
            "twice a ",
            "from 1 to ",
            "from ",
            "(((",
            "one of ten ",
            "\u0301",
            "set up ",
            "de 5 a 2 ",
            "%",
            "'",
            "\ud83d",
            "so that ",
            "v1.",
            "24/")) {
      String text = part.repeat(LENGTH / part.length());
      assertThat(best(coach, text)).as(part).isLessThan(LIMIT);
    }
  }

  /** Time of the processor, the best of three, so that another process does not fail the test. */
  private static Duration best(Coach coach, String text) {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      coach.objective(ObjectiveText.of(text).withWhy(text), Language.DE);
      coach.keyResult(KeyResultText.of(text), Language.FR);
      Duration taken = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
      best = taken.compareTo(best) < 0 ? taken : best;
    }
    return best;
  }
}
