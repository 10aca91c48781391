/** Random work on a host, and a plain recomputation of what has to come out of it. */
package io.bearings.systemtests.model;
