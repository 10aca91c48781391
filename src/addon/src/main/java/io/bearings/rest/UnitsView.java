package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** All units that the person who asks may see, each before those below it. */
public record UnitsView(@JsonProperty("units") List<UnitView> units) {}
