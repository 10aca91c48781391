/**
 * From linked issues to progress: the links between key results and issues, what the linked work
 * amounts to, and the figures that the pages show. Plain Java; ports say what this package needs.
 */
package io.bearings.progress;
