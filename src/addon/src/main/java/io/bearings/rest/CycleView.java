package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A cycle.
 *
 * @param first its first day, as ISO text
 * @param last its last day, inclusive
 * @param project what a project cycle is bound to, for those who may browse it
 * @param may what the person who asks may do with it: MANAGE_CYCLES, REOPEN_CYCLE
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CycleView(
    @JsonProperty("id") long id,
    @JsonProperty("unitId") long unitId,
    @JsonProperty("name") String name,
    @JsonProperty("first") String first,
    @JsonProperty("last") String last,
    @JsonProperty("state") String state,
    @JsonProperty("kind") String kind,
    @JsonProperty("length") String length,
    @JsonProperty("parentId") Long parentId,
    @JsonProperty("project") ProjectRefView project,
    @JsonProperty("epicKey") String epicKey,
    @JsonProperty("fixVersion") String fixVersion,
    @JsonProperty("version") int version,
    @JsonProperty("may") List<String> may)
    implements Versioned {}
