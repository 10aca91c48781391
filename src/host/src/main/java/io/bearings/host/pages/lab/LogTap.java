package io.bearings.host.pages.lab;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the warnings and errors of the log, by listening at the stream that the log is written to.
 */
public final class LogTap {
  private static final int KEPT = 1_000;
  private static final Pattern LINE =
      Pattern.compile("^(\\S+ \\S+) \\[([^]]*)\\] (WARN|ERROR) (\\S+) - (.*)$");

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** A warning or an error. */
  public record Entry(String time, String level, String logger, String message) {}

  /** A stream that passes everything on to another one and listens. */
  public PrintStream over(PrintStream out) {
    return new PrintStream(new Listener(out), true, StandardCharsets.UTF_8);
  }

  /** The newest entries, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  private synchronized void line(String line) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.matches()) {
      entries.add(
          new Entry(matcher.group(1), matcher.group(3), matcher.group(4), matcher.group(5)));
      if (entries.size() > KEPT) {
        entries.remove();
      }
    }
  }

  private final class Listener extends java.io.OutputStream {
    private final PrintStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Listener(PrintStream out) {
      this.out = out;
    }

    @Override
    public synchronized void write(int b) {
      out.write(b);
      if (b == '\n') {
        line(line.toString(StandardCharsets.UTF_8).stripTrailing());
        line.reset();
      } else {
        line.write(b);
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        write(bytes[offset + i]);
      }
    }

    @Override
    public void flush() {
      out.flush();
    }
  }
}
