/**
 * Writes the index that Atlassian's Spring Scanner reads at start, and refuses what the scanner
 * would get wrong without a word.
 */
package io.bearings.platform.build.processor;
