package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
    @JsonProperty("atMost") List<String> atMost) {}
