package io.bearings.systemtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Units and cycles, as an administrator makes them over REST. */
public record Organisation(Okrs admin) {
  private static final int DAYS_BEFORE = 40;
  private static final int DAYS_AFTER = 50;

  /** The one company; it is made when there is none. */
  public long company() {
    for (JsonNode unit : admin.get("units").json(200).path("units")) {
      if (unit.path("level").asText().equals("COMPANY")) {
        return unit.path("id").asLong();
      }
    }
    Map<String, Object> company = Map.of("name", "Company", "level", "COMPANY");
    return admin.post("units", company).json(201).path("id").asLong();
  }

  /** A new team below the company, which everybody may see. */
  public long team(String name, String lead) {
    return unit(name, "TEAM", company(), lead);
  }

  /** A new unit below another, which everybody may see. */
  public long unit(String name, String level, long parent, String lead) {
    Map<String, Object> unit = new LinkedHashMap<>();
    unit.put("name", name);
    unit.put("level", level);
    unit.put("parentId", parent);
    unit.put("lead", Map.of("key", keyOf(lead)));
    unit.put("openness", "EVERYONE");
    return admin.post("units", unit).json(201).path("id").asLong();
  }

  /** A cycle of a unit that is under way: it began some weeks ago and has some weeks to go. */
  public long cycle(long unitId, String name) {
    LocalDate today = LocalDate.now();
    JsonNode made = planned(unitId, name, today.minusDays(DAYS_BEFORE), today.plusDays(DAYS_AFTER));
    long id = made.path("id").asLong();
    Map<String, Object> active = Map.of("version", made.path("version").asInt(), "state", "ACTIVE");
    admin.post("cycles/" + id + "/state", active).json(200);
    return id;
  }

  /** The cycle of a unit after that of {@link #cycle}: it is still being planned. */
  public long nextCycle(long unitId, String name) {
    LocalDate first = LocalDate.now().plusDays(DAYS_AFTER + 1);
    return planned(unitId, name, first, first.plusDays(DAYS_AFTER)).path("id").asLong();
  }

  private JsonNode planned(long unitId, String name, LocalDate first, LocalDate last) {
    Map<String, Object> cycle = new LinkedHashMap<>();
    cycle.put("unitId", unitId);
    cycle.put("name", name);
    cycle.put("first", first.toString());
    cycle.put("last", last.toString());
    cycle.put("kind", "CALENDAR");
    cycle.put("length", "CUSTOM");
    return admin.post("cycles", cycle).json(201);
  }

  private String keyOf(String user) {
    JsonNode found = admin.session().get("/rest/api/2/user/picker?query=" + user).json(200);
    for (JsonNode person : found.path("users")) {
      if (person.path("name").asText().equals(user)) {
        return person.path("key").asText();
      }
    }
    throw new IllegalArgumentException("There is no " + user);
  }
}
