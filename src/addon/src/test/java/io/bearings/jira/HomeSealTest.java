package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import io.bearings.okr.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HomeSealTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ApplicationProperties properties = mock(ApplicationProperties.class);
  private final HomeSeal seal = new HomeSeal(properties);
  private Path key;

  @Before
  public void home() {
    Path home = folder.getRoot().toPath();
    when(properties.getSharedHomeDirectory()).thenReturn(Optional.of(home));
    key = home.resolve("data/io.bearings/seal.key");
  }

  @Test
  public void opensWhatItSealedAndSealsEachTimeOtherwise() {
    String sealed = seal.seal("secret");

    assertThat(sealed).doesNotContain("secret").isNotEqualTo(seal.seal("secret"));
    assertThat(new HomeSeal(properties).open(sealed)).isEqualTo("secret");
  }

  @Test
  public void theKeyIsOfJiraAlone() throws IOException {
    seal.seal("secret");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(key.getParent().toFile().list()).containsExactly("seal.key");
  }

  @Test
  public void anotherKeyOpensNothing() throws IOException {
    String sealed = seal.seal("secret");
    Files.delete(key);
    seal.seal("other");

    assertThatThrownBy(() -> seal.open(sealed)).isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> seal.open("no base 64!")).isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> seal.open("AA==")).isInstanceOf(Refusal.Unavailable.class);
  }

  @Test
  public void aBrokenKeyIsNotReplaced() throws IOException {
    Files.createDirectories(key.getParent());
    Files.writeString(key, "AAAA");

    assertThatThrownBy(() -> seal.seal("secret")).isInstanceOf(Refusal.Unavailable.class);
    assertThat(key).hasContent("AAAA");
  }

  @Test
  public void withoutAHomeNothingIsSealed() {
    when(properties.getSharedHomeDirectory()).thenReturn(Optional.empty());
    when(properties.getLocalHomeDirectory()).thenReturn(Optional.empty());

    assertThatThrownBy(() -> seal.seal("secret")).isInstanceOf(Refusal.Unavailable.class);
  }
}
