package io.bearings.host.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.junit.Test;

public class ShiftedTimeTest {

  /** A class as an add-on may have it. */
  public static final class Asks implements Supplier<Instant> {
    @Override
    public Instant get() {
      return Clock.systemUTC().instant();
    }
  }

  @Test
  public void aClassThatAsksForTheClockOfTheSystemGetsAnotherTime() throws Exception {
    Duration year = Duration.ofDays(-365);
    byte[] shifted = new ShiftedTime(year).shifted(bytes());

    @SuppressWarnings("unchecked")
    Supplier<Instant> asks =
        (Supplier<Instant>) new Defining(shifted).loaded().getConstructor().newInstance();

    assertThat(asks.get())
        .isCloseTo(new Asks().get().plus(year), within(1, ChronoUnit.MINUTES))
        .isBefore(Instant.now().minus(Duration.ofDays(300)));
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = Asks.class.getResourceAsStream("ShiftedTimeTest$Asks.class")) {
      return in.readAllBytes();
    }
  }

  private static final class Defining extends ClassLoader {
    private final byte[] bytes;

    Defining(byte[] bytes) {
      super(ShiftedTimeTest.class.getClassLoader());
      this.bytes = bytes;
    }

    Class<?> loaded() {
      return defineClass(Asks.class.getName(), bytes, 0, bytes.length);
    }
  }
}
