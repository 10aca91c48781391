package io.bearings.connect.acts;

import io.bearings.connect.Json;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What other systems are told, as JSON. */
record Payload(Facts facts, Period period, Optional<BigDecimal> value, Instant at) {
  String json(KpiSheet sheet, long breachId, Happening happening) {
    return "{"
        + member("event", Json.quoted(happening.name()))
        + ","
        + member("at", Json.quoted(at.toString()))
        + ","
        + member("link", Json.quoted(facts.link()))
        + ",\"kpi\":{"
        + member("id", String.valueOf(sheet.id()))
        + ","
        + member("key", Json.quoted(facts.kpi()))
        + ","
        + member("name", Json.quoted(facts.name()))
        + ","
        + member("unit", Json.quoted(facts.unit()))
        + ","
        + member("owner", Json.quoted(facts.owner()))
        + "},\"breach\":{"
        + member("id", String.valueOf(breachId))
        + ","
        + member("value", value.map(Shown::plain).orElse("null"))
        + ","
        + member("first", Json.quoted(period.first().toString()))
        + ","
        + member("last", Json.quoted(period.last().toString()))
        + ","
        + member("period", Json.quoted(facts.period()))
        + ","
        + member("target", Json.quoted(facts.target()))
        + ","
        + member("critical", Json.quoted(facts.critical()))
        + "}}";
  }

  private static String member(String name, String value) {
    return Json.quoted(name) + ":" + value;
  }
}
