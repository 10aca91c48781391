/**
 * Objectives and key results: what they are, how a score is computed, who may write them. Plain
 * Java: ports say what this package needs from Jira and from the database.
 */
package io.bearings.okr;
