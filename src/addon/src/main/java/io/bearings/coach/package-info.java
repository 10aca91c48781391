/**
 * The writing checks: what a good coach would say about objectives, key results and a unit's whole
 * set of them. They explain and propose, and never block. Plain Java over word lists, which are
 * data files of one language each.
 */
package io.bearings.coach;
