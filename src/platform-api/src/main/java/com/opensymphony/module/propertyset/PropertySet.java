package com.opensymphony.module.propertyset;

/**
 * Values that a workflow keeps with an issue.
 *
 * <p>Source and confidence: MS: H for its place in the signature of a function; nothing of it is
 * called.
 */
public interface PropertySet {}
