package com.opensymphony.workflow.loader;

import java.util.HashMap;
import java.util.Map;

/**
 * A function of a transition, as it is set up.
 *
 * <p>Source and confidence: MS: H for getArgs; M for the rest. Jira makes them, add-ons do not.
 */
public class FunctionDescriptor extends AbstractDescriptor {
  private final Map<String, String> args = new HashMap<>();

  protected FunctionDescriptor() {}

  /** What was set up, by name; also what Jira itself keeps with it. */
  @SuppressWarnings("rawtypes")
  public Map getArgs() {
    return args;
  }
}
