package com.opensymphony.workflow.loader;

/**
 * A part of a workflow.
 *
 * <p>Source and confidence: MS: H for its existence.
 */
public abstract class AbstractDescriptor {}
