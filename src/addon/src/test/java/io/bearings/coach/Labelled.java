package io.bearings.coach;

import io.bearings.kpi.Frequency;
import io.bearings.okr.Nature;
import io.bearings.okr.UnitLevel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A labelled line of {@code test/resources/coach}; its README says what the files hold.
 *
 * @param what the input, for messages
 * @param expected the ids of the rules that must speak
 * @param near the id of the rule that it nearly raises; perhaps empty
 * @param heldOut whether it is measured only
 * @param language in which it is written; empty for units
 * @param found the ids of the rules that spoke
 */
record Labelled(
    String what,
    Set<String> expected,
    String near,
    boolean heldOut,
    String language,
    Set<String> found) {

  /** All lines of all files, judged for a reader of a language. */
  static List<Labelled> all(Language reader) {
    Coach coach = new Coach();
    List<Labelled> all = new ArrayList<>();
    all.addAll(statements("statements.tsv", reader));
    all.addAll(whys("whys.tsv", coach, reader));
    all.addAll(opposites("opposites.tsv", coach, reader));
    for (Map<String, String> line : read("units.tsv")) {
      all.add(of(line, "", ids(coach.unit(unit(line), reader).all())));
    }
    return all;
  }

  /** The sheets of KPIs, judged for a reader of a language; each says all but what it is about. */
  static List<Labelled> kpis(Language reader) {
    Coach coach = new Coach();
    return read("kpis.tsv").stream()
        .map(line -> of(line, line.get("language"), ids(coach.kpi(kpi(line), reader))))
        .toList();
  }

  private static KpiText kpi(Map<String, String> line) {
    return KpiText.of(line.get("name"))
        .measuring(line.get("measures"))
        .ownedBy(line.get("owner"))
        .every(Frequency.MONTHLY)
        .having(
            Set.of(
                KpiText.Part.SOURCE,
                KpiText.Part.THRESHOLD,
                KpiText.Part.ACTION,
                KpiText.Part.OBJECTIVE));
  }

  /**
   * A part of the fourth set, judged for a reader of a language.
   *
   * @param part "tuning" or "held-out"
   */
  static List<Labelled> fourth(String part, Language reader) {
    Coach coach = new Coach();
    List<Labelled> all = new ArrayList<>();
    all.addAll(statements("fourth-" + part + ".tsv", reader));
    all.addAll(whys("fourth-whys-" + part + ".tsv", coach, reader));
    all.addAll(opposites("fourth-opposites-" + part + ".tsv", coach, reader));
    return all;
  }

  private static List<Labelled> whys(String file, Coach coach, Language reader) {
    return read(file).stream()
        .map(line -> of(line, line.get("language"), why(coach, line, reader)))
        .toList();
  }

  private static Set<String> why(Coach coach, Map<String, String> line, Language reader) {
    ObjectiveText text = ObjectiveText.of(line.get("objective")).withWhy(line.get("why"));
    return ids(coach.objective(text, reader));
  }

  private static List<Labelled> opposites(String file, Coach coach, Language reader) {
    return read(file).stream()
        .map(line -> of(line, line.get("language"), opposites(coach, line, reader)))
        .toList();
  }

  /** The statements of a file, judged for a reader of a language. */
  static List<Labelled> statements(String file, Language reader) {
    return statements(file, reader, 0, Integer.MAX_VALUE);
  }

  /** Some of the statements of a file, by their places from 0. */
  static List<Labelled> statements(String file, Language reader, int from, int to) {
    Coach coach = new Coach();
    return read(file).stream()
        .limit(to)
        .skip(from)
        .map(line -> of(line, line.get("language"), statement(coach, line, reader)))
        .toList();
  }

  /** The lines of a file, by the names in its header. */
  static List<Map<String, String>> read(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Labelled.class.getResourceAsStream("/coach/" + file), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      String[] names = lines.get(0).split("\t", -1);
      return lines.stream().skip(1).map(line -> line(names, line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Map<String, String> line(String[] names, String[] values) {
    Map<String, String> line = new HashMap<>();
    IntStream.range(0, names.length).forEach(i -> line.put(names[i], values[i]));
    line.put(
        "", String.join("\t", Arrays.copyOf(values, Arrays.asList(names).indexOf("expected"))));
    return line;
  }

  private static Labelled of(Map<String, String> line, String language, Set<String> found) {
    CRC32 crc = new CRC32();
    crc.update(line.get("").getBytes(StandardCharsets.UTF_8));
    Set<String> expected =
        line.get("expected").isEmpty() ? Set.of() : Set.of(line.get("expected").split(","));
    return new Labelled(
        line.get("").replace('\t', '|'),
        expected,
        line.getOrDefault("near", ""),
        crc.getValue() % 3 == 0,
        language,
        found);
  }

  private static Set<String> statement(Coach coach, Map<String, String> line, Language reader) {
    return ids(
        line.get("kind").equals("objective")
            ? coach.objective(ObjectiveText.of(line.get("text")), reader)
            : coach.keyResult(keyResult(line, "text", "baseline", "target"), reader));
  }

  private static KeyResultText keyResult(
      Map<String, String> line, String text, String baseline, String target) {
    return KeyResultText.of(line.get(text)).from(number(line, baseline), number(line, target));
  }

  /** A field as somebody filled it in; a comma there is read as the coach reads one. */
  private static Optional<BigDecimal> number(Map<String, String> line, String name) {
    return Optional.of(line.get(name)).filter(text -> !text.isEmpty()).map(Labelled::number);
  }

  private static BigDecimal number(String written) {
    return written.contains(",")
        ? Tokens.of(written).get(0).number().orElseThrow()
        : new BigDecimal(written);
  }

  private static Set<String> opposites(Coach coach, Map<String, String> line, Language reader) {
    UnitPicture.Objective objective =
        new UnitPicture.Objective(
            "O-1",
            ObjectiveText.of("")
                .withKeyResults(List.of(keyResult(line, "one", "oneBaseline", "oneTarget"))),
            true,
            false,
            true);
    UnitPicture picture =
        new UnitPicture(
            UnitLevel.TEAM,
            true,
            List.of(objective),
            false,
            List.of(
                new UnitPicture.Elsewhere(
                    "Sales", keyResult(line, "other", "otherBaseline", "otherTarget"))),
            List.of());
    Set<String> found = ids(coach.unit(picture, reader).all());
    found.retainAll(Set.of(Rule.OPPOSITE_DIRECTIONS.id()));
    return found;
  }

  private static UnitPicture unit(Map<String, String> line) {
    List<UnitPicture.Objective> objectives =
        Arrays.stream(line.get("objectives").split(" "))
            .filter(word -> !word.isEmpty())
            .map(Labelled::objective)
            .toList();
    return new UnitPicture(
        UnitLevel.valueOf(line.get("level").toUpperCase(Locale.ROOT)),
        true,
        objectives,
        false,
        List.of(),
        List.of());
  }

  private static UnitPicture.Objective objective(String word) {
    List<KeyResultText> keyResults =
        word.chars()
            .filter(letter -> letter == 'C' || letter == 'P')
            .mapToObj(letter -> letter == 'P' ? Nature.OUTPUT : Nature.OUTCOME)
            .map(nature -> KeyResultText.of("").as(nature))
            .toList();
    return new UnitPicture.Objective(
        "O-1", ObjectiveText.of("").withKeyResults(keyResults), !word.endsWith("!"), false, true);
  }

  static Set<String> ids(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.rule().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
