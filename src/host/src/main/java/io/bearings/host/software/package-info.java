/**
 * Jira Software beside the add-on: a bundle of its own, with Jira Software's API in its own class
 * loader, which is there, comes late, or is missing.
 */
package io.bearings.host.software;
