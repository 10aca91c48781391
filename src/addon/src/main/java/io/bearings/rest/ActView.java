package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.Deed;
import io.bearings.okr.People;
import java.time.Instant;
import java.util.List;

/**
 * Something that is or was done because of a breach.
 *
 * @param index the place of the automatic action on the sheet, from 0 on; -1 where people are told
 * @param kind TELL, CREATE_ISSUE, COMMENT or CALL
 * @param happening OPENED, CLOSED, REOPENED, WITHDRAWN or ESCALATED
 * @param target the project, the issue or the host that is called; null where people are told
 * @param told who was told; empty for all other kinds
 * @param leftOut who was not told, because they may not see the KPI or do not exist
 * @param state WAITING, UNDER_WAY, DONE, REFUSED, GIVEN_UP, UNCLEAR or CALLED_OFF
 * @param result the key of the issue, or why it was not done; perhaps empty
 * @param tries how often it was begun
 * @param next when it is tried next; null when it is not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActView(
    @JsonProperty("id") long id,
    @JsonProperty("breachId") long breachId,
    @JsonProperty("index") int index,
    @JsonProperty("kind") String kind,
    @JsonProperty("happening") String happening,
    @JsonProperty("target") String target,
    @JsonProperty("told") List<PersonView> told,
    @JsonProperty("leftOut") List<PersonView> leftOut,
    @JsonProperty("state") String state,
    @JsonProperty("result") String result,
    @JsonProperty("tries") int tries,
    @JsonProperty("next") String next,
    @JsonProperty("at") String at) {

  static ActView of(Act act, People people) {
    Deed deed = act.deed();
    return new ActView(
        act.id(),
        act.breachId(),
        act.index(),
        kind(deed),
        act.happening().name(),
        target(deed),
        deed instanceof Deed.Tell tell ? persons(tell.toldKeys(), people) : List.of(),
        deed instanceof Deed.Tell tell ? persons(tell.leftOutKeys(), people) : List.of(),
        act.state().name(),
        act.result(),
        act.tries(),
        act.nextAt().map(Instant::toString).orElse(null),
        act.at().toString());
  }

  private static String kind(Deed deed) {
    if (deed instanceof Deed.Tell) {
      return "TELL";
    }
    if (deed instanceof Deed.CreateIssue) {
      return "CREATE_ISSUE";
    }
    return deed instanceof Deed.Comment ? "COMMENT" : "CALL";
  }

  /** An address may hold a token that not everybody who sees the KPI should read. */
  private static String target(Deed deed) {
    if (deed instanceof Deed.CreateIssue issue) {
      return issue.projectKey();
    }
    if (deed instanceof Deed.Comment comment) {
      return comment.issueKey();
    }
    return deed instanceof Deed.Call call ? call.host() : null;
  }

  private static List<PersonView> persons(List<String> keys, People people) {
    return keys.stream().map(key -> PersonView.of(key, people)).toList();
  }

  /** The acts of a breach, oldest first. */
  public record All(@JsonProperty("acts") List<ActView> acts) {}
}
