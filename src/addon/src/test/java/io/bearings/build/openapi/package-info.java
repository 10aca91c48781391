/**
 * Writes the description of the REST resources from their code, so that it cannot tell anything
 * else: addresses and parameters from the annotations, the fields of a request from the calls that
 * read them, the answers from the records that are returned, the words from the Javadoc.
 */
package io.bearings.build.openapi;
