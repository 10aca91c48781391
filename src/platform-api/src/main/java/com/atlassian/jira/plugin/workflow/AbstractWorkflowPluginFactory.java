package com.atlassian.jira.plugin.workflow;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import java.util.HashMap;
import java.util.Map;

/**
 * The base of what sets up a part of a workflow: one method for each template.
 *
 * <p>Source and confidence: MS: H for the three methods and extractSingleParam; M for what they do
 * with it, from public source of earlier versions.
 */
public abstract class AbstractWorkflowPluginFactory implements WorkflowPluginFactory {
  @Override
  public Map<String, Object> getVelocityParams(String resourceName, AbstractDescriptor descriptor) {
    Map<String, Object> params = new HashMap<>();
    switch (resourceName) {
      case "view" -> getVelocityParamsForView(params, descriptor);
      case "input-parameters" -> getVelocityParamsForInput(params);
      case "edit-parameters" -> getVelocityParamsForEdit(params, descriptor);
      default -> throw new IllegalArgumentException("There is no template " + resourceName);
    }
    return params;
  }

  protected abstract void getVelocityParamsForInput(Map<String, Object> velocityParams);

  protected abstract void getVelocityParamsForEdit(
      Map<String, Object> velocityParams, AbstractDescriptor descriptor);

  protected abstract void getVelocityParamsForView(
      Map<String, Object> velocityParams, AbstractDescriptor descriptor);

  /**
   * The one value of a field of the form.
   *
   * @throws IllegalArgumentException when there is none, or more than one
   */
  protected String extractSingleParam(Map<String, Object> formParams, String paramName) {
    if (formParams.get(paramName) instanceof String[] values && values.length == 1) {
      return values[0];
    }
    throw new IllegalArgumentException("There is not one value of '" + paramName + "'.");
  }
}
