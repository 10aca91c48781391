/**
 * How work flows: the history of issues, what a sprint promised and delivered, how long work takes.
 * Plain records and functions over what history keeps; they know neither Jira nor a database.
 */
package io.bearings.flow;
