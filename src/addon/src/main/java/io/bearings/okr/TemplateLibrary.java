package io.bearings.okr;

import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The templates of objectives that come with the add-on. Numbers stand once for all languages, in
 * {@code templates-okr/library.properties}; texts stand in one file per language. A template that
 * is not translated is offered in English.
 */
@Named
public final class TemplateLibrary {
  /** The languages in which there are templates, by their two letters; the first has all. */
  public static final List<String> LANGUAGES = List.of("en", "es", "fr", "de");

  private static final String FOLDER = "/templates-okr/";
  private static final String ENGLISH = LANGUAGES.get(0);
  private static final String LIST = "templates";
  private static final String THEME = "theme.";
  private static final String WHY = ".why";

  private final Properties numbers = read("library");
  private final Map<String, Properties> texts = new LinkedHashMap<>();

  /** Reads all of them. */
  public TemplateLibrary() {
    LANGUAGES.forEach(language -> texts.put(language, read(language)));
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream in =
        TemplateLibrary.class.getResourceAsStream(FOLDER + name + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The templates of the add-on cannot be read: " + name, e);
    }
    return properties;
  }

  /**
   * The templates in the order of the library.
   *
   * @param theme only those of this theme; absent: all
   * @param language two letters; where a template is not in this language, it comes in English
   */
  public List<ObjectiveTemplate> find(Optional<String> theme, String language) {
    return Stream.of(numbers.getProperty(LIST).split(" "))
        .filter(id -> theme.isEmpty() || themeOf(id).equals(theme.get()))
        .map(id -> template(id, language))
        .toList();
  }

  private ObjectiveTemplate template(String id, String wanted) {
    String language =
        texts.containsKey(wanted) && texts.get(wanted).containsKey(id) ? wanted : ENGLISH;
    Properties own = texts.get(language);
    String theme = themeOf(id);
    return new ObjectiveTemplate(
        id,
        new ObjectiveTemplate.Theme(theme, texts.get(nearest(wanted)).getProperty(THEME + theme)),
        language,
        own.getProperty(id),
        own.getProperty(id + WHY),
        parts(id, own));
  }

  /** Themes are named in every language that there is, so that a list of them is not mixed. */
  private String nearest(String wanted) {
    return texts.containsKey(wanted) ? wanted : ENGLISH;
  }

  private static String themeOf(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  private List<ObjectiveTemplate.Part> parts(String id, Properties own) {
    String[] goals = numbers.getProperty(id).split(", ");
    return IntStream.range(0, goals.length)
        .mapToObj(i -> part(own.getProperty(id + "." + (i + 1)), goals[i].split(" ")))
        .toList();
  }

  /**
   * @param goal kind of measure, baseline, target and perhaps the source
   */
  private static ObjectiveTemplate.Part part(String title, String[] goal) {
    String[] kind = goal[0].split("/");
    Measure measure =
        new Measure(
            Measure.Kind.valueOf(kind[0]),
            kind.length > 1 ? Optional.of(new BigDecimal(kind[1])) : Optional.empty(),
            Optional.empty());
    return new ObjectiveTemplate.Part(
        title,
        measure,
        new BigDecimal(goal[1]),
        new BigDecimal(goal[2]),
        goal.length > 3 ? Source.valueOf(goal[3]) : Source.MANUAL);
  }
}
