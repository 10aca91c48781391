/**
 * What the add-on calls outside its own jar and the JDK, and whether a given Jira has it.
 *
 * <p>Nobody here can compile against the real API, so the list of calls is kept in the repository
 * ({@code src/addon/jira-calls.txt}): a change to it is reviewed, and it can be compared with any
 * Jira without starting it.
 */
package io.bearings.platform.build.linkage;
