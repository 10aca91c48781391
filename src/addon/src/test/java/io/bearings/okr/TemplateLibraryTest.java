package io.bearings.okr;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class TemplateLibraryTest {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  private final TemplateLibrary library = new TemplateLibrary();

  private List<ObjectiveTemplate> all(String language) {
    return library.find(Optional.empty(), language);
  }

  @Test
  public void offersEightThemesWithThreeTemplatesEach() {
    Map<String, Long> byTheme =
        all("en").stream().collect(groupingBy(each -> each.theme().name(), counting()));
    assertThat(byTheme).hasSize(8);
    assertThat(byTheme.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(3));
    assertThat(all("en")).extracting(ObjectiveTemplate::language).containsOnly("en");
  }

  @Test
  public void offersHalfOfThemInEveryOtherLanguageAndTheRestInEnglish() {
    for (String language : List.of("es", "fr", "de")) {
      assertThat(all(language)).hasSameSizeAs(all("en"));
      assertThat(all(language).stream().filter(each -> each.language().equals(language)).count())
          .isGreaterThanOrEqualTo(all("en").size() / 2);
      assertThat(all(language)).extracting(ObjectiveTemplate::language).isSubsetOf(language, "en");
    }
  }

  @Test
  public void everyThemeHasATemplateInEveryLanguage() {
    for (String language : TemplateLibrary.LANGUAGES) {
      Set<String> themes = new HashSet<>();
      all(language).stream()
          .filter(each -> each.language().equals(language))
          .forEach(each -> themes.add(each.theme().id()));
      assertThat(themes).hasSize(8);
    }
  }

  @Test
  public void themesAreNamedInTheLanguageThatWasAskedFor() {
    assertThat(all("de").stream().map(each -> each.theme().name()))
        .contains("Erste Schritte")
        .doesNotContain("First steps");
  }

  @Test
  public void offersOneThemeInTheOrderOfTheLibrary() {
    assertThat(library.find(Optional.of("loyalty"), "en"))
        .extracting(ObjectiveTemplate::id)
        .containsExactly("loyalty.recommended", "loyalty.indispensable", "loyalty.heard");
    assertThat(library.find(Optional.of("nonsense"), "en")).isEmpty();
  }

  @Test
  public void aLanguageWithoutTemplatesGetsThemInEnglish() {
    assertThat(all("ja")).isEqualTo(all("en"));
  }

  @Test
  public void readsOneTemplateWhole() {
    ObjectiveTemplate template = library.find(Optional.of("loyalty"), "en").get(0);
    assertThat(template.title())
        .isEqualTo("Become the product that freelancers recommend to each other");
    assertThat(template.why()).startsWith("Freelancers trust other freelancers");
    assertThat(template.keyResults())
        .contains(
            new ObjectiveTemplate.Part(
                "Share of new customers who come by recommendation goes from 18 % to 30 %",
                new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty()),
                new BigDecimal("18"),
                new BigDecimal("30"),
                Source.MANUAL))
        .extracting(ObjectiveTemplate.Part::source)
        .containsExactly(Source.MANUAL, Source.MANUAL, Source.EVIDENCE);
  }

  @Test
  public void everyTemplateCanBeSavedAsItIs() {
    for (String language : TemplateLibrary.LANGUAGES) {
      for (ObjectiveTemplate each : all(language)) {
        assertThat(each.title()).as(each.id()).isNotBlank().hasSizeLessThan(Drafts.TITLE_LENGTH);
        assertThat(each.why()).as(each.id()).isNotBlank().hasSizeLessThan(Drafts.WHY_LENGTH);
        assertThat(each.keyResults().size()).as(each.id()).isBetween(2, 5);
        each.keyResults().forEach(part -> canBeSaved(each.id(), part));
      }
    }
  }

  private static void canBeSaved(String id, ObjectiveTemplate.Part part) {
    assertThat(part.title()).as(id).isNotBlank().hasSizeLessThan(Drafts.TITLE_LENGTH);
    assertThat(part.baseline()).as(id).isNotEqualByComparingTo(part.target());
    assertThat(part.measure().problems()).as(id).isEmpty();
    assertThat(part.measure().problem(part.baseline())).as(id).isEmpty();
    assertThat(part.measure().problem(part.target())).as(id).isEmpty();
  }

  /** What a person reads is what is computed with. */
  @Test
  public void titlesSayTheNumbersOfTheirFields() {
    for (String language : TemplateLibrary.LANGUAGES) {
      for (ObjectiveTemplate each : all(language)) {
        for (ObjectiveTemplate.Part part : each.keyResults()) {
          List<BigDecimal> expected = new ArrayList<>(List.of(part.baseline(), part.target()));
          part.measure().of().ifPresent(expected::add);
          assertThat(numbersIn(part.title()))
              .as(each.language() + " " + each.id() + ": " + part.title())
              .usingElementComparator(BigDecimal::compareTo)
              .isEqualTo(expected);
          assertThat(part.title().contains("%"))
              .as(part.title())
              .isEqualTo(part.measure().kind() == Measure.Kind.PERCENT);
        }
      }
    }
  }

  private static List<BigDecimal> numbersIn(String text) {
    List<BigDecimal> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(new BigDecimal(matcher.group().replace(',', '.')));
    }
    return numbers;
  }

  @Test
  public void noTwoTemplatesAreAlike() {
    for (String language : TemplateLibrary.LANGUAGES) {
      assertThat(all(language)).extracting(ObjectiveTemplate::title).doesNotHaveDuplicates();
      assertThat(all(language)).extracting(ObjectiveTemplate::why).doesNotHaveDuplicates();
    }
  }
}
