package io.bearings.kpi;

import io.bearings.kpi.metric.Candidate;
import io.bearings.kpi.metric.Proposal;
import io.bearings.okr.Measure;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The templates of KPIs that come with the add-on, at least three for each category. Numbers stand
 * in {@code templates-kpi/library.properties}, texts in a file for their language.
 */
@Named
public final class KpiTemplates {
  private static final String FOLDER = "/templates-kpi/";
  private static final String ENGLISH = "en";
  private static final String LIST = "templates";

  private final Properties library = read("library");
  private final Properties english = read(ENGLISH);

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream in = KpiTemplates.class.getResourceAsStream(FOLDER + name + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The templates of the add-on cannot be read: " + name, e);
    }
    return properties;
  }

  /** All templates, in the order of the library. */
  public List<KpiTemplate> all() {
    return Stream.of(library.getProperty(LIST).split(" "))
        .map(id -> new KpiTemplate(id, ENGLISH, content(id)))
        .toList();
  }

  private KpiContent content(String id) {
    Optional<String> formula = text(id, "formula");
    return new KpiContent(
        english.getProperty(id),
        text(id, "measures").orElse(""),
        Category.of(
            Category.Kind.valueOf(id.substring(0, id.indexOf('.')).toUpperCase(Locale.ROOT))),
        "",
        formula.<KpiSource>map(KpiSource.Formula::new).orElseGet(KpiSource.Manual::new),
        new Rhythm(
            Frequency.valueOf(word(id, "frequency")),
            Aggregation.valueOf(word(id, "aggregation")),
            false,
            0),
        new Yardstick(
            Direction.valueOf(word(id, "direction")), measure(id), Targets.always(levels(id))),
        new Response(text(id, "action").orElse(""), List.of()),
        new Purpose(
            text(id, "why").orElse(""),
            text(id, "decision").orElse(""),
            Benchmark.NONE,
            Optional.empty(),
            List.of(),
            Optional.empty()),
        List.of());
  }

  private Measure measure(String id) {
    String[] parts = word(id, "measure").split("/");
    Measure.Kind kind = Measure.Kind.valueOf(parts[0]);
    Optional<String> beside = Optional.of(parts).filter(it -> it.length > 1).map(it -> it[1]);
    return new Measure(
        kind,
        beside.filter(any -> kind == Measure.Kind.RATING).map(BigDecimal::new),
        beside.filter(any -> kind == Measure.Kind.CURRENCY));
  }

  private Levels levels(String id) {
    return new Levels(level(id, "target"), level(id, "warning"), level(id, "critical"));
  }

  private Optional<Level> level(String id, String name) {
    return Optional.ofNullable(library.getProperty(id + "." + name))
        .map(text -> text.split(" "))
        .map(
            numbers ->
                numbers.length == 1
                    ? Level.at(new BigDecimal(numbers[0]))
                    : Level.between(new BigDecimal(numbers[0]), new BigDecimal(numbers[1])));
  }

  private String word(String id, String name) {
    return library.getProperty(id + "." + name);
  }

  private Optional<String> text(String id, String name) {
    return Optional.ofNullable(english.getProperty(id + "." + name))
        .or(() -> Optional.ofNullable(library.getProperty(id + "." + name)));
  }

  /**
   * The sheet that a proposal comes to.
   *
   * @param name in the reader's language
   * @param ownerKey the Jira user key of whoever is to own it
   */
  public static KpiContent of(Proposal proposal, String projectKey, String name, String ownerKey) {
    Candidate candidate = proposal.candidate();
    return KpiContent.of(name, ownerKey)
        .in(Category.of(candidate.category()))
        .with(new KpiSource.Formula(candidate.formula(projectKey)))
        .with(Rhythm.DEFAULT.at(candidate.frequency()))
        .with(
            new Yardstick(
                candidate.direction(),
                new Measure(candidate.measure(), Optional.empty(), Optional.empty()),
                Targets.always(proposal.levels())));
  }
}
