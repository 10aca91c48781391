package io.bearings.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What our tables and columns are called in the database at hand: PostgreSQL, H2, MySQL, Oracle or
 * SQL Server. Statements are written with {@code {WORK_LINK}} for a table and {@code [ISSUE_ID]}
 * for a column; this class puts in the prefix of Active Objects, the schema and the quotes.
 */
final class Tables {
  static final String OBJECTIVE = "OBJECTIVE";
  static final String KEY_RESULT = "KEY_RESULT";

  static final String WORK_LINK = "WORK_LINK";
  static final String QUERY_HIT = "QUERY_HIT";
  static final String CONTRIBUTION = "CONTRIBUTION";
  static final String FIGURE = "FIGURE";
  static final String ISSUE_STATE = "ISSUE_STATE";
  static final String MEMBERSHIP = "MEMBERSHIP";

  static final String ORG_UNIT = "ORG_UNIT";
  static final String UNIT_ROLE = "UNIT_ROLE";
  static final String OKR_CYCLE = "OKR_CYCLE";
  static final String CYCLE_CHANGE = "CYCLE_CHANGE";

  static final String CHECK_IN = "CHECK_IN";
  static final String EVIDENCE = "EVIDENCE";
  static final String REMARK = "REMARK";
  static final String NOTICE = "NOTICE";
  static final String FOLLOWER = "FOLLOWER";
  static final String ANNOTATION = "ANNOTATION";
  static final String BLOCKER = "BLOCKER";
  static final String DECISION = "DECISION";

  static final String KICKOFF_STEP = "KICKOFF_STEP";
  static final String LITMUS = "LITMUS";
  static final String RESTATEMENT = "RESTATEMENT";

  static final String ALIGNMENT = "ALIGNMENT";
  static final String CHANGE_LOG = "CHANGE_LOG";
  static final String IDEMPOTENCY_KEY = "IDEMPOTENCY_KEY";
  static final String UPKEEP = "UPKEEP";

  static final String KPI = "KPI";
  static final String KPI_SERVED = "KPI_SERVED";
  static final String KPI_USE = "KPI_USE";
  static final String KPI_CHANGE = "KPI_CHANGE";
  static final String KPI_VALUE = "KPI_VALUE";
  static final String KPI_PERIOD = "KPI_PERIOD";
  static final String KPI_BREACH = "KPI_BREACH";
  static final String KPI_TOKEN = "KPI_TOKEN";

  static final String KPI_ACT = "KPI_ACT";
  static final String KPI_DELIVERY = "KPI_DELIVERY";
  static final String KPI_SECRET = "KPI_SECRET";
  static final String KPI_LETTER = "KPI_LETTER";
  static final String ISSUE_FACT = "ISSUE_FACT";
  static final String MEASURED = "MEASURED";
  static final String PROJECT_PAST = "PROJECT_PAST";

  static final String UNIT_INPUT = "UNIT_INPUT";
  static final String SETTING_CHANGE = "SETTING_CHANGE";

  static final String MEETING = "MEETING";
  static final String MEETING_NOTE = "MEETING_NOTE";
  static final String MEETING_VOTE = "MEETING_VOTE";
  static final String VERDICT = "VERDICT";

  static final String REMINDER = "REMINDER";
  static final String REMINDER_TRY = "REMINDER_TRY";
  static final String REMINDER_WISH = "REMINDER_WISH";
  static final String CHAT_CHANNEL = "CHAT_CHANNEL";
  static final String CHAT_POST = "CHAT_POST";

  /** The links of the fifth model, which the sixth copies and empties. */
  static final String LINK = "LINK";

  /** All tables, in the order in which a person would name them. */
  static final List<String> ALL =
      List.of(
          OBJECTIVE,
          KEY_RESULT,
          WORK_LINK,
          QUERY_HIT,
          CONTRIBUTION,
          FIGURE,
          ISSUE_STATE,
          MEMBERSHIP,
          ORG_UNIT,
          UNIT_ROLE,
          OKR_CYCLE,
          CYCLE_CHANGE,
          CHECK_IN,
          EVIDENCE,
          REMARK,
          NOTICE,
          FOLLOWER,
          ANNOTATION,
          BLOCKER,
          DECISION,
          KICKOFF_STEP,
          LITMUS,
          RESTATEMENT,
          KPI,
          KPI_SERVED,
          KPI_USE,
          KPI_CHANGE,
          KPI_VALUE,
          KPI_PERIOD,
          KPI_BREACH,
          KPI_TOKEN,
          ALIGNMENT,
          CHANGE_LOG,
          IDEMPOTENCY_KEY,
          UPKEEP,
          KPI_ACT,
          KPI_DELIVERY,
          KPI_SECRET,
          KPI_LETTER,
          ISSUE_FACT,
          MEASURED,
          PROJECT_PAST,
          UNIT_INPUT,
          SETTING_CHANGE,
          MEETING,
          MEETING_NOTE,
          MEETING_VOTE,
          VERDICT,
          REMINDER,
          REMINDER_TRY,
          REMINDER_WISH,
          CHAT_CHANNEL,
          CHAT_POST,
          LINK);

  /** The most members that Oracle accepts in one list. */
  static final int IN_LIST = 1_000;

  private static final String NAMESPACE = "io.bearings";
  private static final int HASH_LENGTH = 6;
  private static final Pattern NAME = Pattern.compile("\\{([A-Z_]+)}|\\[([A-Z_]+)]");

  private static final String PREFIX = prefix(NAMESPACE);

  /** Statements with many ids in them differ each time, and are not worth keeping. */
  private static final int LONGEST_KEPT = 6_000;

  private static final int MOST_KEPT = 500;

  private final String quote;
  private final String schema;
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  private Tables(String quote, String schema) {
    this.quote = quote;
    this.schema = schema;
  }

  /**
   * Finds our tables in a database.
   *
   * @return absent while Active Objects has not created those of the newest model
   */
  static Optional<Tables> in(Connection connection) throws SQLException {
    Collection<String> schemas = schemas(connection);
    if (schemas.isEmpty()) {
      return Optional.empty();
    }
    String quote = connection.getMetaData().getIdentifierQuoteString().strip();
    String own = connection.getSchema();
    if (own == null || schemas.contains(own)) {
      return Optional.of(new Tables(quote, ""));
    }
    // Jira may keep its tables in a schema that is not the connection's own.
    return Optional.of(new Tables(quote, schemas.iterator().next()));
  }

  private static Collection<String> schemas(Connection connection) throws SQLException {
    Collection<String> found = new TreeSet<>();
    String wanted = name(CONTRIBUTION);
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), null, wanted, new String[] {"TABLE"})) {
      while (tables.next()) {
        if (wanted.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
          found.add(Optional.ofNullable(tables.getString("TABLE_SCHEM")).orElse(""));
        }
      }
    }
    return found;
  }

  /** The whole name of a table, as Active Objects makes it: {@code AO_70B32F_LINK}. */
  static String name(String table) {
    return PREFIX + table;
  }

  /** The prefix that Active Objects gives to the tables of a namespace. */
  static String prefix(String namespace) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(hash);
      return "AO_" + hex.substring(hex.length() - HASH_LENGTH).toUpperCase(Locale.ROOT) + "_";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  /** The statement for this database. */
  String sql(String statement) {
    String known = kept.get(statement);
    if (known != null) {
      return known;
    }
    String sql = translated(statement);
    if (statement.length() <= LONGEST_KEPT && kept.size() < MOST_KEPT) {
      kept.put(statement, sql);
    }
    return sql;
  }

  private String translated(String statement) {
    return NAME.matcher(statement)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) == null ? quoted(match.group(2)) : table(match.group(1))));
  }

  private String table(String table) {
    String name = quoted(name(table));
    return schema.isEmpty() ? name : quoted(schema) + "." + name;
  }

  private String quoted(String name) {
    return quote + name + quote;
  }

  /**
   * The condition that a column holds one of some ids. The ids are written out, because databases
   * limit parameters more than text; the lists are as short as Oracle wants them.
   *
   * @param column with its table's alias, for example {@code l.[ISSUE_ID]}
   */
  static String in(String column, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return "1 = 0";
    }
    List<Long> all = new ArrayList<>(new TreeSet<>(ids));
    List<String> lists = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IN_LIST) {
      List<Long> part = all.subList(from, Math.min(from + IN_LIST, all.size()));
      lists.add(
          column
              + " in ("
              + part.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ")");
    }
    return "(" + String.join(" or ", lists) + ")";
  }
}
