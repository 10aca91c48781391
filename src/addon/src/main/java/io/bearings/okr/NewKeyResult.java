package io.bearings.okr;

import java.math.BigDecimal;

/** A key result that has been checked and has no id yet. */
public record NewKeyResult(String title, BigDecimal weight, WeightBy weightBy) {}
