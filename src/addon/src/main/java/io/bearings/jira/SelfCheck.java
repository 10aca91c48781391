package io.bearings.jira;

import java.util.List;
import org.springframework.stereotype.Component;

/** Whether this Jira has what the add-on calls. */
@Component
public class SelfCheck {

  /** What is missing; each line names a class, a method or a field. */
  public List<String> missing() {
    return List.of();
  }
}
