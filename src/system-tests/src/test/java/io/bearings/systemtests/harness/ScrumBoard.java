package io.bearings.systemtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The first board of a project, as somebody of its team fills it over REST. */
public record ScrumBoard(Session who, String project, long id) {
  private static final String AGILE = "/rest/agile/1.0/";

  /** The board of a project; an error where it has none. */
  public static ScrumBoard of(Session who, String project) {
    JsonNode boards = who.get(AGILE + "board?projectKeyOrId=" + project).json(200);
    return new ScrumBoard(who, project, boards.at("/values/0/id").asLong());
  }

  /** The number of the active sprint; an error where none is. */
  public long activeSprint() {
    for (JsonNode each : who.get(AGILE + "board/" + id + "/sprint").json(200).path("values")) {
      if (each.path("state").asText().equals("active")) {
        return each.path("id").asLong();
      }
    }
    throw new AssertionError("No sprint of " + project + " is active");
  }

  /** Puts new tasks into the active sprint, of which nobody asked what they are for. */
  public List<String> tasksInSprint(String... titles) {
    List<String> keys = Stream.of(titles).map(this::task).toList();
    Session.Answer answer =
        who.post(AGILE + "sprint/" + activeSprint() + "/issue", Map.of("issues", keys));
    if (answer.status() != 204) {
      throw new AssertionError(answer.toString());
    }
    return keys;
  }

  private String task(String title) {
    Map<String, Object> fields =
        Map.of(
            "project",
            Map.of("key", project),
            "issuetype",
            Map.of("name", "Task"),
            "summary",
            title);
    return who.post("/rest/api/2/issue", Map.of("fields", fields)).json(201).path("key").asText();
  }
}
