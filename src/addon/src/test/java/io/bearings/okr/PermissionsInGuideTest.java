package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** The administrator's guide shows the table of permissions that the server checks. */
public class PermissionsInGuideTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "admin-guide.md");
  private static final String YES = "yes";
  private static final String NO = "\u2013";

  @Test
  public void theGuideShowsTheTableThatIsChecked() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (String line : Files.readAllLines(GUIDE, StandardCharsets.UTF_8)) {
      if (line.startsWith("| `")) {
        shown.add(row(line));
      }
    }
    assertThat(shown)
        .containsExactlyElementsOf(
            Arrays.stream(Operation.values()).map(PermissionsInGuideTest::row).toList());
  }

  /** The operation's name and the marks behind it; what it means in words is free. */
  private static List<String> row(String line) {
    List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
    List<String> row = new ArrayList<>();
    row.add(cells.get(1).split("`")[1]);
    row.addAll(cells.subList(2, cells.size()));
    return row;
  }

  private static List<String> row(Operation operation) {
    Stream<Boolean> roles =
        Arrays.stream(Role.values()).map(role -> operation.roles().contains(role));
    Stream<Boolean> others = Stream.of(operation.ofOwner(), true, operation.inArchived());
    List<String> row = new ArrayList<>();
    row.add(operation.name());
    Stream.concat(roles, others).map(may -> may ? YES : NO).forEach(row::add);
    return row;
  }
}
