package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.Test;

public class TablesTest {
  private static final String SQL = "select l.[ID] from {CONTRIBUTION} l";

  @Test
  public void computesThePrefixAsActiveObjectsDoes() {
    assertThat(Tables.prefix("com.pyxis.greenhopper.jira")).isEqualTo("AO_60DB71_");
    assertThat(Tables.name(Tables.CONTRIBUTION)).isEqualTo("AO_70B32F_CONTRIBUTION");
  }

  @Test
  public void quotesAsEachDatabaseDoes() throws SQLException {
    String doubleQuoted = "select l.\"ID\" from \"AO_70B32F_CONTRIBUTION\" l";
    assertThat(sql("\"", "public", "public")).as("PostgreSQL").isEqualTo(doubleQuoted);
    assertThat(sql("\"", "PUBLIC", "PUBLIC")).as("H2").isEqualTo(doubleQuoted);
    assertThat(sql("`", null, (String) null))
        .as("MySQL")
        .isEqualTo("select l.`ID` from `AO_70B32F_CONTRIBUTION` l");
    assertThat(sql("\"", "JIRA", "JIRA")).as("Oracle").isEqualTo(doubleQuoted);
    assertThat(sql("\"", "dbo", "dbo")).as("SQL Server").isEqualTo(doubleQuoted);
  }

  @Test
  public void namesTheSchemaWhenItIsNotTheConnectionsOwn() throws SQLException {
    assertThat(sql("\"", "public", "jira"))
        .isEqualTo("select l.\"ID\" from \"jira\".\"AO_70B32F_CONTRIBUTION\" l");
    assertThat(sql("\"", "jira", "backup", "jira"))
        .isEqualTo("select l.\"ID\" from \"AO_70B32F_CONTRIBUTION\" l");
  }

  @Test
  public void findsNoTablesBeforeTheyAreThere() throws SQLException {
    assertThat(Tables.in(connection("\"", "public"))).isEmpty();
  }

  @Test
  public void splitsLongLists() {
    assertThat(Tables.in("l.[ID]", List.of())).isEqualTo("1 = 0");
    assertThat(Tables.in("l.[ID]", List.of(3L, 1L))).isEqualTo("(l.[ID] in (1, 3))");
    String split = Tables.in("l.[ID]", LongStream.rangeClosed(1, 2001).boxed().toList());
    assertThat(split).contains("1000) or l.[ID] in (1001,").endsWith(" or l.[ID] in (2001))");
  }

  private static String sql(String quote, String own, String... schemas) throws SQLException {
    return Tables.in(connection(quote, own, schemas)).orElseThrow().sql(SQL);
  }

  private static Connection connection(String quote, String own, String... schemas)
      throws SQLException {
    ResultSet found = mock(ResultSet.class);
    Boolean[] more = new Boolean[schemas.length];
    Arrays.fill(more, true);
    if (schemas.length == 0) {
      when(found.next()).thenReturn(false);
    } else {
      var stubbing = when(found.next());
      for (Boolean each : more) {
        stubbing = stubbing.thenReturn(each);
      }
      stubbing.thenReturn(false);
      var names = when(found.getString("TABLE_SCHEM"));
      for (String schema : schemas) {
        names = names.thenReturn(schema);
      }
    }
    when(found.getString("TABLE_NAME")).thenReturn("AO_70B32F_CONTRIBUTION");
    DatabaseMetaData metaData = mock(DatabaseMetaData.class);
    when(metaData.getIdentifierQuoteString()).thenReturn(quote);
    when(metaData.getTables(any(), any(), eq("AO_70B32F_CONTRIBUTION"), any())).thenReturn(found);
    Connection connection = mock(Connection.class);
    when(connection.getMetaData()).thenReturn(metaData);
    when(connection.getSchema()).thenReturn(own);
    return connection;
  }
}
