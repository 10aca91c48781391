/**
 * The add-on's tables. Rows are inserted through Active Objects, which creates and migrates the
 * tables; everything else goes through SQL, because Active Objects knows no aggregate, no join of
 * two tables and no bulk update. Entities stay in this package.
 */
package io.bearings.store;
