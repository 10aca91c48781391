package io.bearings.systemtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Session.Answer;
import java.util.List;
import java.util.Map;

/** The add-on's REST resources, as one person calls them. */
public record Okrs(Session session) {
  private static final String REST = "/rest/bearings/1.0/";

  /** Objectives with their key results of a project; an error when it is not shown. */
  public JsonNode of(String project) {
    return get("objectives?project=" + project).json(200);
  }

  /** Makes an objective with key results that weigh issues by one each. */
  public JsonNode objective(String project, String title, String... keyResults) {
    return create(project, title, "Because it matters.", keyResults("ISSUES", keyResults))
        .json(201);
  }

  /** Asks for an objective to be made. */
  public Answer create(
      String project, String title, String why, List<? extends Map<String, ?>> keyResults) {
    return post(
        "objectives",
        Map.of("projectKey", project, "title", title, "why", why, "keyResults", keyResults));
  }

  /** Key results as a request holds them. */
  public static List<Map<String, Object>> keyResults(String weightBy, String... titles) {
    return List.of(titles).stream()
        .map(title -> Map.<String, Object>of("title", title, "weightBy", weightBy))
        .toList();
  }

  /** Asks for issues to be attached to a key result. */
  public Answer attach(long keyResult, List<String> issues) {
    return post("key-results/" + keyResult + "/links", Map.of("issueKeys", issues));
  }

  /** The number of a key result of an objective, by its place from 0. */
  public static long keyResultId(JsonNode objective, int place) {
    return objective.path("keyResults").path(place).path("id").longValue();
  }

  /** A key result with its figures. */
  public JsonNode keyResult(long id) {
    return get("key-results/" + id).json(200);
  }

  /** Reads below the add-on's REST address. */
  public Answer get(String path) {
    return session.get(REST + path);
  }

  /** Posts below the add-on's REST address. */
  public Answer post(String path, Object body) {
    return session.post(REST + path, body);
  }

  /** Puts below the add-on's REST address. */
  public Answer put(String path, Object body) {
    return session.put(REST + path, body);
  }

  /** Deletes below the add-on's REST address. */
  public Answer delete(String path) {
    return session.delete(REST + path);
  }
}
