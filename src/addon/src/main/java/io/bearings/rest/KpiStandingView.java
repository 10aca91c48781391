package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How a KPI stands.
 *
 * @param period the newest period, which may still run; null where there is none
 * @param latest the newest period that has a value, perhaps the same; null where none has
 * @param trend the newest periods, at most twelve, the oldest first
 * @param drift which rules say that it gets worse: TREND, SIX_STEPS, CUSUM; empty when none does
 * @param anomaly whether the latest value is far from those before it; null when that is not judged
 * @param nextDue the day by which its next value is due; null where nobody has to give one
 * @param breach the open breach; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiStandingView(
    @JsonProperty("period") KpiPeriodView period,
    @JsonProperty("latest") KpiPeriodView latest,
    @JsonProperty("trend") List<KpiPeriodView> trend,
    @JsonProperty("drift") List<String> drift,
    @JsonProperty("anomaly") Boolean anomaly,
    @JsonProperty("nextDue") String nextDue,
    @JsonProperty("breach") BreachView breach) {}
