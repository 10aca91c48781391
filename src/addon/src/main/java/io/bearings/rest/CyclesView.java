package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The cycles that serve a unit, the latest first. */
public record CyclesView(@JsonProperty("cycles") List<CycleView> cycles) {}
