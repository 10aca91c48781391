package io.bearings.host.pages.rest;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.Comments.Comment;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.WorkLogs;
import io.bearings.host.jira.WorkLogs.WorkLog;
import io.bearings.host.pages.rest.RestServlet.Call;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Comments and work logs of an issue: {@code …/comment} and {@code …/worklog}, or one by its id.
 */
record TalkCalls(Comments comments, WorkLogs workLogs) {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

  /**
   * Answers a call about comments.
   *
   * @param id of one of them; absent for all
   */
  void comment(Call call, Issue issue, OptionalLong id) throws IOException {
    ApplicationUser person = call.person();
    if (id.isEmpty()) {
      switch (call.method()) {
        case "GET" -> {
          List<Map<String, Object>> all =
              comments.of(issue, person).stream().map(TalkCalls::json).toList();
          call.answer(200, page("comments", all));
        }
        case "POST" -> {
          long added = comments.add(person, issue.getId(), text(call.body(), "body"));
          call.answer(201, json(comment(issue, person, added)));
        }
        default -> throw call.unknown();
      }
      return;
    }
    switch (call.method()) {
      case "GET" -> call.answer(200, json(comment(issue, person, id.getAsLong())));
      case "PUT" -> {
        comments.change(person, issue.getId(), id.getAsLong(), text(call.body(), "body"));
        call.answer(200, json(comment(issue, person, id.getAsLong())));
      }
      case "DELETE" -> {
        comments.delete(person, issue.getId(), id.getAsLong());
        call.done();
      }
      default -> throw call.unknown();
    }
  }

  private Comment comment(Issue issue, ApplicationUser person, long id) {
    return comments.of(issue, person).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new JiraRefusal(404, "There is no comment " + id + ".", Map.of()));
  }

  private static String text(ObjectNode body, String field) {
    return body.path(field).isTextual() ? body.path(field).textValue() : "";
  }

  private static Map<String, Object> page(String name, List<Map<String, Object>> all) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("startAt", 0);
    json.put("maxResults", all.size());
    json.put("total", all.size());
    json.put(name, all);
    return json;
  }

  private static Map<String, Object> json(Comment comment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(comment.id()));
    json.put("author", Json.user(comment.author()));
    json.put("body", comment.body());
    json.put("created", Json.moment(comment.created()));
    json.put("updated", Json.moment(comment.updated()));
    return json;
  }

  /**
   * Answers a call about work logs.
   *
   * @param id of one of them; absent for all
   */
  void workLog(Call call, Issue issue, OptionalLong id) throws IOException {
    ApplicationUser person = call.person();
    if (id.isEmpty()) {
      switch (call.method()) {
        case "GET" -> {
          List<Map<String, Object>> all =
              workLogs.of(issue, person).stream().map(TalkCalls::json).toList();
          call.answer(200, page("worklogs", all));
        }
        case "POST" -> {
          long added = workLogs.add(person, issue.getId(), draft(call.body()));
          call.answer(201, json(workLog(issue, person, added)));
        }
        default -> throw call.unknown();
      }
      return;
    }
    switch (call.method()) {
      case "GET" -> call.answer(200, json(workLog(issue, person, id.getAsLong())));
      case "PUT" -> {
        workLogs.change(person, issue.getId(), id.getAsLong(), draft(call.body()));
        call.answer(200, json(workLog(issue, person, id.getAsLong())));
      }
      case "DELETE" -> {
        workLogs.delete(person, issue.getId(), id.getAsLong());
        call.done();
      }
      default -> throw call.unknown();
    }
  }

  private WorkLog workLog(Issue issue, ApplicationUser person, long id) {
    return workLogs.of(issue, person).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new JiraRefusal(404, "There is no work log " + id + ".", Map.of()));
  }

  private static WorkLogs.Draft draft(ObjectNode body) {
    long seconds =
        body.path("timeSpentSeconds").isIntegralNumber()
            ? body.path("timeSpentSeconds").longValue()
            : WorkLogs.seconds(text(body, "timeSpent")).orElse(0);
    return new WorkLogs.Draft(seconds, started(text(body, "started")), text(body, "comment"));
  }

  private static Optional<Instant> started(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.from(STARTED.parse(text)));
    } catch (DateTimeException e) {
      String message = "Write the time as 2026-11-22T10:00:00.000+0000.";
      throw new JiraRefusal(400, message, Map.of("started", message));
    }
  }

  private static Map<String, Object> json(WorkLog workLog) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(workLog.id()));
    json.put("author", Json.user(workLog.author()));
    json.put("comment", workLog.comment());
    json.put("started", Json.moment(workLog.started()));
    json.put("timeSpentSeconds", workLog.seconds());
    return json;
  }
}
