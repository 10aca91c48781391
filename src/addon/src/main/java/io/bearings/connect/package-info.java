/**
 * What comes in from other tools and goes out to them: files of rows so far. Plain Java: ports say
 * what this package needs.
 */
package io.bearings.connect;
