/**
 * The add-on's tables. Active Objects creates and migrates them on five databases; rows are written
 * and read by SQL. Entities never leave this package.
 */
package io.bearings.store;
