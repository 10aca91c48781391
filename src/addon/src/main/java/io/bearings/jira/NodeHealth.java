package io.bearings.jira;

import io.bearings.okr.Access;
import io.bearings.okr.ErrorLog;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one node of the cluster knows about itself: its jobs, and what failed on it lately. */
@Component
public class NodeHealth {
  private final Access access;
  private final JobStates jobs;
  private final ErrorLog errors;

  @Inject
  public NodeHealth(Access access, JobStates jobs, ErrorLog errors) {
    this.access = access;
    this.jobs = jobs;
    this.errors = errors;
  }

  /**
   * How it stands with a node.
   *
   * @param node the name of its machine; empty where the machine does not know it
   * @param errors the newest first
   */
  public record Report(String node, List<JobStates.State> jobs, List<ErrorLog.Entry> errors) {
    public Report {
      jobs = List.copyOf(jobs);
      errors = List.copyOf(errors);
    }
  }

  /**
   * How it stands with this node.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Report report(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
    return new Report(node(), jobs.all(), errors.entries());
  }

  private static String node() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
