package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.java.ao.RawEntity;
import net.java.ao.schema.Ignore;
import net.java.ao.schema.Table;
import org.junit.Test;

public class TableNameCheckTest {
  private static final String NAMESPACE = "io.bearings";

  @Test
  public void everyDatabaseOfJiraTakesOurNames() {
    List<Class<?>> entities = TableNameCheck.entities(AddOn.BUILT);
    assertThat(entities).isNotEmpty();
    assertThat(TableNameCheck.findings(NAMESPACE, entities)).isEmpty();
  }

  @Test
  public void thePrefixIsThatOfActiveObjects() {
    assertThat(TableNameCheck.prefix("com.pyxis.greenhopper.jira")).isEqualTo("AO_60DB71_");
    assertThat(TableNameCheck.prefix(NAMESPACE)).isEqualTo("AO_70B32F_");
  }

  @Test
  public void namesATableThatIsTooLongOrReserved() {
    assertThat(TableNameCheck.findings(NAMESPACE, List.of(FarTooLongNameForOracle.class)))
        .containsExactly(
            "table AO_70B32F_FAR_TOO_LONG_NAME_FOR_ORACLE of FarTooLongNameForOracle has more than"
                + " 30 characters");
    assertThat(TableNameCheck.findings(NAMESPACE, List.of(Reserved.class)))
        .contains("table ORDER of Reserved is a reserved word (MySQL)");
  }

  @Test
  public void namesAColumnThatIsTooLongOrReserved() {
    assertThat(TableNameCheck.findings(NAMESPACE, List.of(Columns.class)))
        .contains(
            "column KEY of Columns is a reserved word (H2)",
            "column LEVEL of Columns is a reserved word (Oracle)",
            "column PLAN of Columns is a reserved word (SQL Server)",
            "column USER of Columns is a reserved word (PostgreSQL)",
            "column THE_NAME_OF_A_COLUMN_THAT_GOES_ON of Columns has more than 30 characters")
        .noneMatch(finding -> finding.contains("ISSUE_ID") || finding.contains("GROUP"));
  }

  interface FarTooLongNameForOracle extends RawEntity<Long> {}

  @Table("ORDER")
  interface Reserved extends RawEntity<Long> {}

  interface Columns extends RawEntity<Long> {
    String getKey();

    int getLevel();

    boolean isPlan();

    String getUser();

    Long getIssueId();

    String getTheNameOfAColumnThatGoesOn();

    @Ignore
    String getGroup();
  }
}
