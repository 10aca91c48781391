package com.atlassian.jira.plugin.workflow;

/**
 * Sets up a function that runs when a transition is taken.
 *
 * <p>Source and confidence: MS: H.
 */
public interface WorkflowPluginFunctionFactory extends WorkflowPluginFactory {}
