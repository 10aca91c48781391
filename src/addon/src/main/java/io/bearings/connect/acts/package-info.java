/**
 * What is done without anybody when a breach of a KPI begins, ends or is left alone: people are
 * told, issues created, other systems called. What is to be done is written down first and done
 * then, so that a restart loses nothing and repeats nothing. Plain Java: ports say what this
 * package needs from Jira, from the network and from the database.
 */
package io.bearings.connect.acts;
