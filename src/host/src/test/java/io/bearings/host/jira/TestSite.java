package io.bearings.host.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.I18nHelper;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import io.bearings.host.db.StatementCount;
import io.bearings.host.runtime.HostServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.mockito.Mockito;

/** A site in memory for one test, with a clock that stands still until it is told otherwise. */
final class TestSite implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  final Database database;
  final JiraData jira;
  final HostServices services = new HostServices();
  final List<Object> events = new ArrayList<>();
  final TestClock clock = new TestClock();

  TestSite() {
    this(Temper.KIND);
  }

  TestSite(Temper temper) {
    this(temper, PooledDatabase.open(JdbcAddress.of("jdbc:h2:mem:" + UUID.randomUUID())));
  }

  TestSite(Temper temper, Database database) {
    this.database = database;
    this.jira = open(database, temper);
    jira.publish(services);
  }

  private JiraData open(Database over, Temper temper) {
    EventPublisher publisher = Mockito.mock(EventPublisher.class);
    Mockito.doAnswer(call -> events.add(call.getArgument(0)))
        .when(publisher)
        .publish(Mockito.any());
    I18nHelper texts = Mockito.mock(I18nHelper.class);
    Mockito.when(texts.getText(Mockito.anyString()))
        .thenAnswer(call -> "text of " + call.getArgument(0));
    return JiraData.open(over, publisher, locale -> texts, Locale.UK, temper, clock);
  }

  <T> T get(Class<T> type) {
    return services.get(type);
  }

  /** Imports a file with this content; single quotes stand for double ones. */
  ImportReport load(String json) {
    try {
      Path file = Files.createTempFile("import", ".json");
      try {
        return jira.importFile(Files.writeString(file, json.replace('\'', '"')));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ApplicationUser user(String name) {
    return get(UserManager.class).getUserByName(name);
  }

  /** What something costs. */
  long statements(Supplier<?> work) {
    StatementCount count = StatementCount.begin();
    try {
      work.get();
      return count.statements();
    } finally {
      StatementCount.end();
    }
  }

  @Override
  public void close() {
    jira.close();
    database.close();
  }

  /** Stands still. */
  static final class TestClock extends Clock {
    private Instant now = START;

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
