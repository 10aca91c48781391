package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.jira.JobStates;
import io.bearings.okr.ErrorLog;
import io.bearings.site.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whether the add-on can work.
 *
 * @param state UP or DOWN
 * @param reason why it is down; null while it is up
 * @param software THERE, WITHOUT_COLUMNS, ABSENT or UNREADABLE: whether Jira Software's boards can
 *     be read
 * @param missing what this Jira lacks
 * @param tables rows in each of the add-on's tables
 * @param node the name of the machine that answered
 * @param jobs how the scheduled jobs went on this node
 * @param warnings what the add-on finds wrong; empty while it is down
 * @param errors what failed lately on this node, the newest first
 * @param atMost the tables that hold at most as many rows as that, and perhaps much less
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HealthView(
    @JsonProperty("jiraVersion") String jiraVersion,
    @JsonProperty("addOnVersion") String addOnVersion,
    @JsonProperty("database") String database,
    @JsonProperty("state") String state,
    @JsonProperty("reason") String reason,
    @JsonProperty("software") String software,
    @JsonProperty("missing") List<String> missing,
    @JsonProperty("tables") Map<String, Long> tables,
    @JsonProperty("atMost") List<String> atMost,
    @JsonProperty("node") String node,
    @JsonProperty("jobs") List<JobView> jobs,
    @JsonProperty("warnings") List<WarningView> warnings,
    @JsonProperty("errors") List<FailureView> errors) {

  /**
   * A scheduled job.
   *
   * @param result NEVER, RUNNING, DONE or FAILED
   * @param began when it ran last on this node; null before the first run
   * @param millis how long it took; null where that is not known
   * @param next when it runs next, as far as this node can tell; else null
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobView(
      @JsonProperty("name") String name,
      @JsonProperty("result") String result,
      @JsonProperty("began") String began,
      @JsonProperty("millis") Long millis,
      @JsonProperty("next") String next) {

    static JobView of(JobStates.State job) {
      return new JobView(
          job.name(),
          job.result().name(),
          job.began().map(Instant::toString).orElse(null),
          job.took().map(Duration::toMillis).orElse(null),
          job.next().map(Instant::toString).orElse(null));
    }
  }

  /**
   * Something to look at.
   *
   * @param kind STORED_FIGURES, QUERIES, READING, CALLS or UNITS_WITHOUT_LEAD
   * @param subjects keys or ids of what it is about, perhaps not all
   * @param count how many there are
   */
  public record WarningView(
      @JsonProperty("kind") String kind,
      @JsonProperty("subjects") List<String> subjects,
      @JsonProperty("count") int count) {

    static WarningView of(Warning warning) {
      return new WarningView(
          warning.kind().name(),
          warning.subjects().stream().map(Warning.Subject::id).toList(),
          warning.count());
    }
  }

  /**
   * Something that failed.
   *
   * @param cause the types of what was thrown; no message, which may quote what people wrote
   * @param times how often in a row
   */
  public record FailureView(
      @JsonProperty("at") String at,
      @JsonProperty("what") String what,
      @JsonProperty("cause") String cause,
      @JsonProperty("times") int times) {

    static FailureView of(ErrorLog.Entry entry) {
      return new FailureView(entry.at().toString(), entry.what(), entry.cause(), entry.times());
    }
  }
}
