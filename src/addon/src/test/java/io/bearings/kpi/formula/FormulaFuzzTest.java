package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** No text, however odd, breaks anything or takes long. */
public class FormulaFuzzTest {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final int TEXTS = 20_000;

  private static final List<String> PIECES =
      List.of(
          "1",
          "0.5",
          "1e3",
          "9e99",
          "1e",
          ".",
          "..",
          "0x1",
          "%",
          "+",
          "-",
          "*",
          "/",
          "^",
          "^2",
          "^-3",
          "^99",
          "(",
          ")",
          "((",
          "))",
          ",",
          " ",
          "\n",
          "\"",
          "'",
          "\\",
          "\"x\"",
          "'4h'",
          "velocity",
          "count(",
          "count('x')",
          "sum(points,'x')",
          "share('a', of 'b')",
          "of",
          "lead_time(p85",
          "within(lead_time,",
          "max(",
          "round(",
          "abs(",
          "KPI-7",
          "KPI-",
          "kpi",
          "budget",
          "project('A')",
          "rolling('1d')",
          "board(1)",
          "x",
          "_",
          "\u00e9",
          "\u0663",
          "\u2212",
          "\u00d7",
          "\ud83d\ude00",
          "\ud83d",
          "\0",
          "#",
          "[",
          "]",
          ".5",
          "==",
          "!",
          "&&");

  @Test
  public void oddTextsAreHarmless() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < TEXTS; i++) {
      String text = i % 2 == 0 ? joined(random) : mutated(random, i);
      FormulaFuzz.holds(text);
    }
  }

  @Test
  public void anyBytesAreHarmless() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      FormulaFuzz.fuzzerTestOneInput(bytes);
    }
  }

  @Test
  public void noTextTakesLong() {
    FormulaFuzz.holds("velocity / 2");
    List<String> bombs = new ArrayList<>();
    for (String piece : PIECES) {
      bombs.add(piece.repeat(Limits.TEXT / piece.length()));
      bombs.add(piece.repeat(1_000_000 / piece.length()));
    }
    bombs.add("(".repeat(2_000) + "1" + ")".repeat(2_000));
    bombs.add("(".repeat(30) + "9^9" + ")^12".repeat(30));
    bombs.add("-".repeat(499) + "9");
    bombs.add("max(" + "1,".repeat(248) + "1)");
    bombs.add("1" + "/1.000000001".repeat(249));
    bombs.add("velocity" + "*velocity".repeat(49));
    bombs.add("abs(".repeat(30) + "1" + ")".repeat(30));
    bombs.add("(1)+".repeat(124) + "1");
    for (String bomb : bombs) {
      assertThat(best(bomb)).as(bomb.substring(0, Math.min(40, bomb.length()))).isLessThan(LIMIT);
    }
  }

  /** Time of the processor, the best of three, so that another process does not fail the test. */
  private static Duration best(String text) {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      FormulaFuzz.holds(text);
      Duration taken = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
      best = taken.compareTo(best) < 0 ? taken : best;
    }
    return best;
  }

  private static String joined(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** A formula with a few things put in, taken out or doubled. */
  private static String mutated(Random random, int seed) {
    StringBuilder text = new StringBuilder(Printed.of(new RandomFormulas(seed).tree(seed % 4)));
    for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(3));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, end);
        default -> text.insert(at, text.substring(at, end));
      }
    }
    return text.toString();
  }
}
