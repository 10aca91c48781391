package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.ObjectiveTemplate;
import io.bearings.okr.TemplateLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;

/** What the add-on offers as an example is good by its own standard. */
public class TemplatesByTheCoachTest {
  private final Coach coach = new Coach();
  private final TemplateLibrary library = new TemplateLibrary();

  @Test
  public void theCoachWarnsOfNothingInAnyTemplate() {
    List<String> warnings = new ArrayList<>();
    for (String code : TemplateLibrary.LANGUAGES) {
      for (ObjectiveTemplate template : library.find(Optional.empty(), code)) {
        Language language = Language.valueOf(template.language().toUpperCase(Locale.ROOT));
        findings(template, language).stream()
            .filter(finding -> finding.severity() == Severity.WARNING)
            .map(finding -> template.language() + " " + template.id() + ": " + finding)
            .forEach(warnings::add);
      }
    }
    assertThat(warnings).isEmpty();
  }

  private List<Finding> findings(ObjectiveTemplate template, Language language) {
    List<KeyResultText> keyResults =
        template.keyResults().stream().map(TemplatesByTheCoachTest::text).toList();
    List<Finding> findings =
        new ArrayList<>(
            coach.objective(
                ObjectiveText.of(template.title())
                    .withWhy(template.why())
                    .withKeyResults(keyResults),
                language));
    keyResults.forEach(text -> findings.addAll(coach.keyResult(text, language)));
    return findings;
  }

  private static KeyResultText text(ObjectiveTemplate.Part part) {
    return KeyResultText.of(part.title())
        .by(part.source())
        .from(Optional.of(part.baseline()), Optional.of(part.target()));
  }
}
