package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LinesTest {
  @Test
  public void nothingIsNoText() {
    assertThat(Lines.text(List.of())).isEmpty();
    assertThat(Lines.entries(Optional.empty())).isEmpty();
  }

  @Test
  public void readsWhatItWrote() {
    List<List<String>> entries =
        List.of(
            List.of("a", "", "b\tc"),
            List.of("line\r\nline", "back\\slash\\", "\\t is two characters"),
            List.of("", ""));
    assertThat(Lines.entries(Lines.text(entries))).isEqualTo(entries);
  }

  @Test
  public void keepsAnEntryOnALine() {
    assertThat(Lines.text(List.of(List.of("a\nb", "c"), List.of("d")))).contains("a\\nb\tc\nd");
  }
}
