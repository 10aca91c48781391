/**
 * What people see: the providers, conditions and actions that {@code atlassian-plugin.xml} names,
 * and the immutable views that the templates read. Templates see views only, through getters that
 * the descriptor's allowlist names.
 */
package io.bearings.web;
