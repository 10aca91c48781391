/**
 * All that touches Jira: its projects, people, permissions, issues, events and settings. What the
 * public documentation vouches for is injected; the rest is looked up when it is needed, so that a
 * wrong guess costs one feature and not the add-on.
 */
package io.bearings.jira;
