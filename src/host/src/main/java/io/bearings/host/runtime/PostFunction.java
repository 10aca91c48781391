package io.bearings.host.runtime;

import com.atlassian.jira.issue.MutableIssue;
import com.opensymphony.workflow.WorkflowException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** What an add-on offers to do when a transition of a workflow is taken. */
public interface PostFunction {

  /** The complete key of its module. */
  String completeKey();

  /** Its name, in the reader's language. */
  String name();

  /** What it does, in the reader's language; perhaps empty. */
  String description();

  /**
   * The fields of the form that sets it up.
   *
   * @param args how it is set up; absent for a new one
   */
  String fields(Optional<Map<String, String>> args, HttpServletRequest request);

  /** How it is set up, in words. */
  String view(Map<String, String> args, HttpServletRequest request);

  /**
   * How it is to be set up by what was typed.
   *
   * @throws IllegalArgumentException when a field is missing
   */
  Map<String, String> args(Map<String, String[]> form);

  /**
   * Does it, for somebody who takes the transition.
   *
   * @param callerKey the user key
   * @throws WorkflowException to stop the transition
   */
  void execute(MutableIssue issue, String callerKey, Map<String, String> args)
      throws WorkflowException;
}
