/**
 * When people are reminded of their check-ins, of what, and what became of it. A person gets one
 * digest a day at most, with everything that waits for a check-in of theirs.
 */
package io.bearings.rhythm;
