package io.bearings.host;

import io.bearings.host.db.JdbcAddress;
import io.bearings.host.mail.SmtpAddress;
import io.bearings.host.software.JiraSoftware.Presence;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the host is to run.
 *
 * @param addOn the add-on's jar
 * @param home the data directory; made when it does not exist
 * @param port 0 for any that is free
 * @param contextPath where the site is mounted, such as {@code /jira}; empty for the root
 * @param database the database; by default an H2 file in {@code home}
 * @param temper how open questions about Jira are answered
 * @param jiraSoftware whether Jira Software is there; by default it is, under a harsh temper late
 * @param importFile projects to load into the data directory
 * @param importTables a folder of comma-separated tables, or of such folders, to load
 * @param demo whether to load the demonstration company into an empty data directory
 * @param lab whether tests may look inside: statement counts, SQL, log, garbage collection
 * @param clock the time at which the site's and the add-on's clock begin, and the site's time zone;
 *     absent: they show the true time. Only with {@code lab}
 * @param language the language of whoever chose none
 * @param bind the address to listen at
 * @param smtp the mail server that the site sends through; absent: the site sends no mail
 */
public record Options(
    Path addOn,
    Path home,
    int port,
    String contextPath,
    JdbcAddress database,
    Temper temper,
    Presence jiraSoftware,
    Optional<Path> importFile,
    Optional<Path> importTables,
    boolean demo,
    boolean lab,
    Optional<ZonedDateTime> clock,
    Locale language,
    InetAddress bind,
    Optional<SmtpAddress> smtp) {

  private static final Pattern CONTEXT_PATH = Pattern.compile("(/[A-Za-z0-9_-]+)*");
  private static final int LARGEST_PORT = 65_535;

  /** What may be given, for a person who got it wrong. */
  static final String USAGE =
      "usage: --addon JAR [--home DIR] [--port N] [--context /jira] [--db JDBC-URL]"
          + " [--temper kind|harsh] [--jira-software present|late|absent]"
          + " [--import FILE.json] [--import-csv DIR] [--demo] [--lab]"
          + " [--clock TIME] [--language TAG] [--bind ADDRESS]"
          + " [--smtp HOST:PORT]";

  /**
   * Reads the command line.
   *
   * @throws WrongOption when an option is unknown, lacks its value or has one that cannot be used
   */
  public static Options parse(List<String> arguments) {
    return new Reader().read(arguments);
  }

  private static final class Reader {
    private Optional<Path> addOn = Optional.empty();
    private Path home = Path.of("home");
    private int port = 2990;
    private String contextPath = "/jira";
    private Optional<JdbcAddress> database = Optional.empty();
    private Temper temper = Temper.KIND;
    private Optional<Presence> jiraSoftware = Optional.empty();
    private Optional<Path> importFile = Optional.empty();
    private Optional<Path> importTables = Optional.empty();
    private boolean demo;
    private boolean lab;
    private Optional<ZonedDateTime> clock = Optional.empty();
    private Locale language = Locale.UK;
    private InetAddress bind = InetAddress.getLoopbackAddress();
    private Optional<SmtpAddress> smtp = Optional.empty();

    Options read(List<String> arguments) {
      Iterator<String> words = arguments.iterator();
      while (words.hasNext()) {
        String option = words.next();
        switch (option) {
          case "--addon" -> addOn = Optional.of(file(option, value(option, words)));
          case "--home" -> home = directory(option, value(option, words));
          case "--port" -> port = portNumber(option, value(option, words));
          case "--context" -> contextPath = context(option, value(option, words));
          case "--db" -> database = Optional.of(address(option, value(option, words)));
          case "--temper" -> temper = oneOf(Temper.values(), option, value(option, words));
          case "--jira-software" ->
              jiraSoftware = Optional.of(oneOf(Presence.values(), option, value(option, words)));
          case "--import" -> importFile = Optional.of(file(option, value(option, words)));
          case "--import-csv" -> importTables = Optional.of(folder(option, value(option, words)));
          case "--demo" -> demo = true;
          case "--lab" -> lab = true;
          case "--clock" -> clock = Optional.of(time(option, value(option, words)));
          case "--language" -> language = language(option, value(option, words));
          case "--bind" -> bind = bind(option, value(option, words));
          case "--smtp" -> smtp = Optional.of(smtp(option, value(option, words)));
          default -> throw new WrongOption(option, "not known; " + USAGE);
        }
      }
      if (lab && !bind.isLoopbackAddress()) {
        throw new WrongOption(
            "--lab", "opens the database to everybody, so it needs a loopback address in --bind");
      }
      if (clock.isPresent() && !lab) {
        throw new WrongOption("--clock", "shows a wrong time, so it needs --lab");
      }
      return new Options(
          addOn.orElseThrow(() -> new WrongOption("--addon", "missing; " + USAGE)),
          home,
          port,
          contextPath,
          database.orElseGet(() -> JdbcAddress.fileIn(home)),
          temper,
          jiraSoftware.orElse(temper.harsh() ? Presence.LATE : Presence.PRESENT),
          importFile,
          importTables,
          demo,
          lab,
          clock,
          language,
          bind,
          smtp);
    }

    private static String value(String option, Iterator<String> words) {
      if (!words.hasNext()) {
        throw new WrongOption(option, "needs a value; " + USAGE);
      }
      return words.next();
    }

    private static Path path(String option, String value) {
      try {
        return Path.of(value).toAbsolutePath().normalize();
      } catch (InvalidPathException e) {
        throw new WrongOption(option, "not a path: " + value);
      }
    }

    private static Path file(String option, String value) {
      Path file = path(option, value);
      if (!Files.isRegularFile(file)) {
        throw new WrongOption(option, "no such file: " + file);
      }
      return file;
    }

    private static Path folder(String option, String value) {
      Path folder = path(option, value);
      if (!Files.isDirectory(folder)) {
        throw new WrongOption(option, "no such directory: " + folder);
      }
      return folder;
    }

    private static Path directory(String option, String value) {
      Path directory = path(option, value);
      if (Files.exists(directory) && !Files.isDirectory(directory)) {
        throw new WrongOption(option, "not a directory: " + directory);
      }
      return directory;
    }

    private static int portNumber(String option, String value) {
      String reason = "not a port from 0 to " + LARGEST_PORT + ": " + value;
      try {
        int number = Integer.parseInt(value);
        if (number < 0 || number > LARGEST_PORT) {
          throw new WrongOption(option, reason);
        }
        return number;
      } catch (NumberFormatException e) {
        throw new WrongOption(option, reason);
      }
    }

    private static String context(String option, String value) {
      String path = value.equals("/") ? "" : value;
      if (!CONTEXT_PATH.matcher(path).matches()) {
        throw new WrongOption(option, "not a path such as /jira: " + value);
      }
      return path;
    }

    private static JdbcAddress address(String option, String value) {
      try {
        return JdbcAddress.of(value);
      } catch (IllegalArgumentException e) {
        throw new WrongOption(option, e.getMessage());
      }
    }

    private static <E extends Enum<E>> E oneOf(E[] known, String option, String value) {
      return Arrays.stream(known)
          .filter(each -> word(each).equals(value))
          .findFirst()
          .orElseThrow(() -> new WrongOption(option, "one of " + words(known) + ", not " + value));
    }

    private static String words(Enum<?>[] known) {
      return Arrays.stream(known).map(Reader::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }

    private static SmtpAddress smtp(String option, String value) {
      int colon = value.lastIndexOf(':');
      if (colon < 1) {
        throw new WrongOption(option, "not HOST:PORT: " + value);
      }
      int port = portNumber(option, value.substring(colon + 1));
      if (port == 0) {
        throw new WrongOption(option, "not HOST:PORT: " + value);
      }
      return new SmtpAddress(value.substring(0, colon), port);
    }

    private static ZonedDateTime time(String option, String value) {
      try {
        return ZonedDateTime.parse(value);
      } catch (DateTimeParseException e) {
        throw new WrongOption(
            option, "not a time such as 2026-05-13T09:30+02:00[Europe/Berlin]: " + value);
      }
    }

    private static Locale language(String option, String value) {
      try {
        return new Locale.Builder().setLanguageTag(value).build();
      } catch (IllformedLocaleException e) {
        throw new WrongOption(option, "not a language such as de: " + value);
      }
    }

    private static InetAddress bind(String option, String value) {
      try {
        return InetAddress.getByName(value);
      } catch (UnknownHostException e) {
        throw new WrongOption(option, "not an address of this machine: " + value);
      }
    }
  }
}
