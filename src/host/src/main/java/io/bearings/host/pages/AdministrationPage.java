package io.bearings.host.pages;

import com.atlassian.jira.project.ProjectManager;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.runtime.AddOnRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The administration's first page: what runs here. */
final class AdministrationPage implements Page {
  static final String PATH = "/secure/admin/ViewSystemInfo.jspa";

  private static final long MEBIBYTE = 1024L * 1024;

  private final Templates templates;
  private final Frame frame;
  private final AdministrationMenu menu;
  private final AddOnRuntime addOn;
  private final ProjectManager projects;
  private final Database database;
  private final Temper temper;

  AdministrationPage(
      Templates templates,
      Frame frame,
      AdministrationMenu menu,
      AddOnRuntime addOn,
      ProjectManager projects,
      Database database,
      Temper temper) {
    this.templates = templates;
    this.frame = frame;
    this.menu = menu;
    this.addOn = addOn;
    this.projects = projects;
    this.database = database;
    this.temper = temper;
  }

  /** A line of the overview. */
  public record Fact(String name, String value) {}

  @Override
  public void show(Visit visit) throws IOException {
    visit.person();
    if (!frame.administrator(visit.visitor())) {
      throw new JiraRefusal(403, "Only administrators may see the administration.", Map.of());
    }
    Html content = templates.render("system", Map.of("facts", facts()));
    frame.write(
        visit,
        Sheet.of("System info", menu.around(visit, "", "host-overview", content))
            .in("administration")
            .needing("atl.admin"));
  }

  private List<Fact> facts() {
    Runtime jvm = Runtime.getRuntime();
    return List.of(
        new Fact("Add-on", addOn.key() + (addOn.enabled() ? ", enabled" : ", not enabled")),
        new Fact("Trouble", addOn.trouble().orElse("none")),
        new Fact("Database", database.kind().toString()),
        new Fact("Temper", temper.toString()),
        new Fact("Projects", Integer.toString(projects.getProjectObjects().size())),
        new Fact("Java", System.getProperty("java.vm.name") + " " + Runtime.version()),
        new Fact(
            "Memory",
            (jvm.totalMemory() - jvm.freeMemory()) / MEBIBYTE
                + " MiB of "
                + jvm.maxMemory() / MEBIBYTE
                + " MiB"));
  }
}
