package io.bearings.connect.acts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What there is to say of a breach, as people read it. A text that somebody wrote on the sheet may
 * name each as a placeholder: {@code {kpi}}, {@code {name}}, {@code {value}}, {@code {period}},
 * {@code {target}}, {@code {critical}}, {@code {unit}}, {@code {owner}}, {@code {link}}.
 *
 * @param kpi the key of the KPI
 * @param name the name of the KPI
 * @param value of the period, with its unit of measure; empty where there is none
 * @param period the first red period, or the one that ended the breach
 * @param target empty where there is none
 * @param critical empty where there is none
 * @param unit the name of the unit
 * @param owner the name of the KPI's owner
 * @param link where the KPI's page is
 */
record Facts(
    String kpi,
    String name,
    String value,
    String period,
    String target,
    String critical,
    String unit,
    String owner,
    String link) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  /** A text with its placeholders filled in; braces around anything else stay as they are. */
  String in(String template) {
    Map<String, String> known = byName();
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
  }

  /** The same as one line of at most some UTF-16 units, not cut through a character. */
  String inLine(String template, int limit) {
    String line = in(template).replaceAll("\\s+", " ").strip();
    if (line.length() <= limit) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(limit - 1)) ? limit - 1 : limit;
    return line.substring(0, end);
  }

  /** The value and the period, as far as they are known, on one line. */
  String valueAndPeriod() {
    return value.isEmpty() ? period : value + " \u00b7 " + period;
  }

  private Map<String, String> byName() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("kpi", kpi);
    values.put("name", name);
    values.put("value", value);
    values.put("period", period);
    values.put("target", target);
    values.put("critical", critical);
    values.put("unit", unit);
    values.put("owner", owner);
    values.put("link", link);
    return values;
  }
}
