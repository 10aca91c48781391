package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.Test;

public class RuleTest {

  @Test
  public void everyRuleIsInTheGuideWithItsSeverity() throws IOException {
    String guide = Files.readString(Path.of("../../docs/coach.md"), StandardCharsets.UTF_8);
    for (Rule rule : Rule.values()) {
      assertThat(guide)
          .contains(
              "| `%s` | %s |"
                  .formatted(rule.id(), rule.severity().name().toLowerCase(Locale.ROOT)));
    }
  }
}
