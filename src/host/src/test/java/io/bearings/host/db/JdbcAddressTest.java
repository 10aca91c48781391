package io.bearings.host.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.Test;

public class JdbcAddressTest {
  @Test
  public void aDataDirectoryHoldsAnH2FileThatWritesAtOnce() {
    JdbcAddress address = JdbcAddress.fileIn(Path.of("/data/host"));
    assertThat(address.url())
        .startsWith("jdbc:h2:file:/data/host/database/host")
        .contains(";WRITE_DELAY=0")
        .contains(";LOCK_TIMEOUT=60000")
        .doesNotContain("AUTO_SERVER");
    assertThat(address.kind()).isEqualTo(Database.Kind.H2);
  }

  @Test
  public void whatAnAddressSaysItselfIsKept() {
    assertThat(JdbcAddress.of("jdbc:h2:mem:x;write_delay=20;lock_timeout=5").url())
        .contains("write_delay=20")
        .contains("lock_timeout=5")
        .doesNotContain("LOCK_TIMEOUT=60000")
        .doesNotContain("WRITE_DELAY=0");
  }

  @Test
  public void aPasswordIsNeverShown() {
    assertThat(
            JdbcAddress.of("jdbc:postgresql://db/jira?user=me&password=s3cret&ssl=true").toString())
        .isEqualTo("jdbc:postgresql://db/jira?user=me&password=***&ssl=true");
    assertThat(JdbcAddress.of("jdbc:postgresql://me:s3cret@db/jira").toString())
        .doesNotContain("s3cret");
  }

  @Test
  public void anotherDatabaseIsRefusedByName() {
    assertThatThrownBy(() -> JdbcAddress.of("jdbc:oracle:thin:@db?password=s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:oracle:thin:@db")
        .hasMessageNotContaining("s3cret");
  }
}
