/** What an administrator decides for the whole site, as one: seen, changed, and moved as a file. */
package io.bearings.site;
