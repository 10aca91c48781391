package io.bearings.connect.acts;

import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What other systems are told, as JSON. */
record Payload(Facts facts, Period period, Optional<BigDecimal> value, Instant at) {
  private static final char FIRST_PRINTABLE = ' ';

  String json(KpiSheet sheet, long breachId, Happening happening) {
    return "{"
        + member("event", text(happening.name()))
        + ","
        + member("at", text(at.toString()))
        + ","
        + member("link", text(facts.link()))
        + ",\"kpi\":{"
        + member("id", String.valueOf(sheet.id()))
        + ","
        + member("key", text(facts.kpi()))
        + ","
        + member("name", text(facts.name()))
        + ","
        + member("unit", text(facts.unit()))
        + ","
        + member("owner", text(facts.owner()))
        + "},\"breach\":{"
        + member("id", String.valueOf(breachId))
        + ","
        + member("value", value.map(Shown::plain).orElse("null"))
        + ","
        + member("first", text(period.first().toString()))
        + ","
        + member("last", text(period.last().toString()))
        + ","
        + member("period", text(facts.period()))
        + ","
        + member("target", text(facts.target()))
        + ","
        + member("critical", text(facts.critical()))
        + "}}";
  }

  private static String member(String name, String value) {
    return text(name) + ":" + value;
  }

  private static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
