package io.bearings.host.pages.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.SearchLog;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What only tests may do, {@code /host/*}: read the database, the log, the searches and the heap,
 * move the clock, let Jira Software arrive, and end the process between a change and its event. It
 * needs no log-in, so it is there only with {@code --lab}, which in turn needs a loopback address.
 */
public final class LabServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MAX_ROWS = 100_000;

  private final transient Database database;
  private final transient LogTap log;
  private final transient SearchLog searches;
  private final transient Runnable softwareArrives;
  private final transient Runnable endBeforeEvent;
  private final transient Consumer<Duration> moveClock;
  private final transient ObjectMapper json = new ObjectMapper();

  /**
   * Over this database and these logs.
   *
   * @param softwareArrives brings Jira Software
   * @param endBeforeEvent ends the process when the next issue event is due
   * @param moveClock shows Jira another time: the true one and this much
   */
  public LabServlet(
      Database database,
      LogTap log,
      SearchLog searches,
      Runnable softwareArrives,
      Runnable endBeforeEvent,
      Consumer<Duration> moveClock) {
    this.database = database;
    this.log = log;
    this.searches = searches;
    this.softwareArrives = softwareArrives;
    this.endBeforeEvent = endBeforeEvent;
    this.moveClock = moveClock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
      case "/log" -> answer(response, log.entries());
      case "/searches" ->
          answer(response, searches.entries().stream().map(LabServlet::row).toList());
      default -> throw unknown(request);
    }
  }

  private static Map<String, Object> row(SearchLog.Entry search) {
    return Map.of(
        "jql",
        search.jql(),
        "begun",
        search.begun().toString(),
        "ended",
        search.ended().toString(),
        "hits",
        search.hits());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // A page of another site, open in a browser on this machine, cannot set this header.
    if (!"no-check".equals(request.getHeader("X-Atlassian-Token"))) {
      throw new JiraRefusal(403, "The header X-Atlassian-Token: no-check is missing.", Map.of());
    }
    switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
      case "/sql" -> answer(response, select(request));
      case "/jira-software" -> {
        softwareArrives.run();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case "/end-before-event" -> {
        endBeforeEvent.run();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case "/clock" -> {
        moveClock.accept(offset(text(request)));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case "/gc" -> answer(response, Map.of("usedHeap", usedHeap()));
      default -> throw unknown(request);
    }
  }

  private static String text(HttpServletRequest request) throws IOException {
    return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static Duration offset(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new JiraRefusal(400, "Give a duration such as -PT1440H.", Map.of());
    }
  }

  private List<Map<String, Object>> select(HttpServletRequest request) throws IOException {
    String sql = text(request);
    String start = sql.toLowerCase(Locale.ROOT);
    if (!start.startsWith("select") && !start.startsWith("with")) {
      throw new JiraRefusal(400, "Only SELECT is run here.", Map.of());
    }
    try {
      return StatementCount.free(
          () -> {
            JdbcTemplate jdbc = new JdbcTemplate(database.separateDataSource());
            jdbc.setMaxRows(MAX_ROWS);
            return jdbc.query(sql, new Columns());
          });
    } catch (DataAccessException e) {
      throw new JiraRefusal(400, String.valueOf(e.getMostSpecificCause().getMessage()), Map.of());
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void answer(HttpServletResponse response, Object body) throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write(json.writeValueAsString(body));
  }

  private static JiraRefusal unknown(HttpServletRequest request) {
    return new JiraRefusal(404, "There is no " + request.getRequestURI() + ".", Map.of());
  }
}
