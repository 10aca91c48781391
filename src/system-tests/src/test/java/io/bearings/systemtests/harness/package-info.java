/**
 * What the system tests stand on: a host process, a session with it, a browser, databases, and
 * generated import files. Nothing here knows a class of the host or of the add-on.
 */
package io.bearings.systemtests.harness;
