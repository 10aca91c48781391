package com.atlassian.jira.plugin.workflow;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import java.util.Map;

/**
 * Sets up a part of a workflow in the administration.
 *
 * <p>Source and confidence: MS: H for getDescriptorParams; M for the rest, from public source of
 * earlier versions.
 */
public interface WorkflowPluginFactory {

  /**
   * What a template is given.
   *
   * @param resourceName {@code view}, {@code input-parameters} or {@code edit-parameters}
   * @param descriptor how it is set up; null for {@code input-parameters}
   */
  Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor);

  /**
   * What is to be kept of a form.
   *
   * @param formParams arrays of text by name
   */
  Map<String, ?> getDescriptorParams(Map<String, Object> formParams);
}
