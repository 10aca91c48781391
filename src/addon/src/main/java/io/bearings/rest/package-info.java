/**
 * The REST API under {@code /rest/bearings/1.0}. Resources read a request, ask one use case, and
 * answer; refusals become statuses and translated texts in one place.
 */
package io.bearings.rest;
