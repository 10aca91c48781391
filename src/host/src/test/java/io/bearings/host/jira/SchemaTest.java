package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SchemaTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Database open() {
    return PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
  }

  @Test
  public void aSecondStartFindsWhatTheFirstOneMade() {
    try (TestSite first = new TestSite(Temper.KIND, open())) {
      first.jira.dashboards().add(first.user("admin"), "io.bearings:item", 0);
    }
    try (TestSite second = new TestSite(Temper.KIND, open())) {
      assertThat(second.jira.dashboards().itemsOf(second.user("admin"))).hasSize(1);
      assertThat(second.jira.people().authenticate("admin", "admin")).isPresent();
    }
  }

  @Test
  public void aStartThatWasKilledHalfWayIsContinued() {
    try (TestSite site = new TestSite(Temper.KIND, open())) {
      site.database.jdbc().execute("delete from cwd_membership");
      site.database.jdbc().execute("delete from cwd_user");
    }
    try (TestSite site = new TestSite(Temper.KIND, open())) {
      assertThat(site.jira.people().authenticate("admin", "admin")).isPresent();
    }
    try (Database database = open()) {
      database.jdbc().execute("drop all objects");
      database.jdbc().execute("create table host_schema (version int not null primary key)");
    }
    try (TestSite site = new TestSite(Temper.KIND, open())) {
      assertThat(site.user("admin").getKey()).isEqualTo("JIRAUSER10000");
    }
  }

  @Test
  public void aDatabaseFromBeforeJiraSoftwareGetsItsTables() {
    try (TestSite site = new TestSite(Temper.KIND, open())) {
      for (String table :
          List.of(
              "issue_index_place",
              "issue_sprint",
              "ao_60db71_sprint",
              "ao_60db71_columnstatus",
              "ao_60db71_column",
              "ao_60db71_rapidview")) {
        site.database.jdbc().execute("drop table " + table);
      }
      site.database.jdbc().execute("delete from customfield where id in (10001, 10003)");
      site.database.jdbc().execute("delete from issuelinktype where id = 10001");
      site.database
          .jdbc()
          .execute(
              "delete from sequence_value_item where seq_name in ('RapidView', 'Column', 'Sprint',"
                  + " 'IssueConstant', 'WorkflowFunction', 'Action', 'Worklog')");
      site.database
          .jdbc()
          .execute(
              "delete from schemepermissions where permission_key in"
                  + " ('MANAGE_SPRINTS_PERMISSION', 'SCHEDULE_ISSUES')");
      site.database.jdbc().execute("delete from host_schema where version > 1");
    }
    try (TestSite site = new TestSite(Temper.KIND, open())) {
      assertThat(site.jira.importDemo().imported()).isTrue();
      assertThat(site.jira.boards().boards(site.user("admin"))).hasSize(3);
    }
  }

  @Test
  public void aDatabaseOfANewerHostIsRefused() {
    try (TestSite site = new TestSite(Temper.KIND, open())) {
      site.database.jdbc().update("insert into host_schema (version) values (99)");
    }
    try (Database database = open()) {
      assertThatThrownBy(() -> new TestSite(Temper.KIND, database))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("newer host")
          .hasMessageContaining("99");
    }
  }
}
