/**
 * The language in which a KPI says how it is reckoned: reading a formula into a tree with
 * positions, checking its quantities, reckoning it over given values, completing it, and the order
 * in which KPIs that use each other are reckoned. Nothing here asks for a value: whoever reckons
 * hands in a function from reference to value.
 */
package io.bearings.kpi.formula;
