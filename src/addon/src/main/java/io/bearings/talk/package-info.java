/**
 * What people say to each other about objectives and key results: threads, the inbox, followers,
 * annotations, blockers and decisions. Plain Java: ports say what this package needs from Jira and
 * from the database.
 */
package io.bearings.talk;
