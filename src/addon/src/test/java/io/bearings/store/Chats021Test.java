package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatChannels;
import io.bearings.connect.reminders.ChatKind;
import io.bearings.connect.reminders.ChatOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class Chats021Test {
  private static final List<String> ADDED = List.of(Tables.CHAT_CHANNEL, Tables.CHAT_POST);

  private final TestDatabase database;

  public Chats021Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void isTheTwentyFirstModel() {
    assertThat(new Chats021().getModelVersion()).isEqualTo(ModelVersion.valueOf("21"));
  }

  @Test
  public void addsItsTablesToThoseOfTheModelBefore() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (String table : ADDED) {
        statement.execute(Tables.in(connection).orElseThrow().sql("drop table {" + table + "}"));
      }
    }

    upgrade();

    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
    assertThat(channels()).hasSize(1);
  }

  @Test
  public void changesNothingASecondTime() {
    channels();
    upgrade();
    upgrade();
    assertThat(channels()).hasSize(2);
  }

  private List<ChatChannel> channels() {
    ChatOwner unit = new ChatOwner.OfUnit(7);
    StoredChatChannels channels = new StoredChatChannels(database.database());
    channels.add(new ChatChannels.NewChannel(unit, ChatKind.SLACK, "Ours", true, "x", "anna"));
    return channels.of(unit);
  }

  private void upgrade() {
    new Chats021().upgrade(ModelVersion.valueOf("20"), database.activeObjects());
  }
}
