package com.opensymphony.workflow;

import com.opensymphony.module.propertyset.PropertySet;
import java.util.Map;

/**
 * What a workflow does when a transition is taken.
 *
 * <p>Source and confidence: MS: H for the method.
 */
public interface FunctionProvider {

  /**
   * Does it.
   *
   * @param transientVars what belongs to this transition: the issue, who takes it
   * @param args how the function was set up
   * @throws WorkflowException to stop the transition
   */
  @SuppressWarnings("rawtypes")
  void execute(Map transientVars, Map args, PropertySet ps) throws WorkflowException;
}
