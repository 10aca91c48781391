package io.bearings.host.software;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.host.jira.jql.JqlParser;
import io.bearings.host.runtime.AddOnJar;
import io.bearings.host.runtime.TestSite;
import io.bearings.host.software.JiraSoftware.Presence;
import io.bearings.host.software.SoftwareShapes.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Rule;
import org.junit.Test;

/** Add-ons reach Jira Software as in Jira: by its own bundle, and only when it is there. */
public class JiraSoftwareTest {
  private static final SprintData SPRINT =
      new SprintData(
          7,
          1,
          "Sprint 7",
          "Ship it",
          SprintData.State.CLOSED,
          Optional.of(Instant.ofEpochMilli(1000)),
          Optional.of(Instant.ofEpochMilli(2000)),
          Optional.of(Instant.ofEpochMilli(1500)),
          Optional.empty());

  @Rule public final TestSite site = new TestSite();
  private final AtomicReference<SoftwareShapes> shapes = new AtomicReference<>();

  private JiraSoftware software(Presence presence, boolean columnsHidden) {
    return new JiraSoftware(presence, columnsHidden, new Data(), shapes::set, site.home());
  }

  /** One board with one sprint. */
  private static final class Data implements SoftwareData {
    private final Board board =
        new Board(
            1,
            "The board",
            2,
            "project = APP",
            true,
            Optional.empty(),
            List.of(new Board.Column(3, "Done", List.of("6"))));

    @Override
    public List<Board> boards(ApplicationUser user) {
      return List.of(board);
    }

    @Override
    public Optional<Board> board(ApplicationUser user, long boardId) {
      return Optional.of(board).filter(each -> each.id() == boardId);
    }

    @Override
    public Optional<SprintData> sprint(ApplicationUser user, long sprintId) {
      return Optional.of(SPRINT).filter(each -> each.id() == sprintId);
    }

    @Override
    public List<SprintData> sprintsOf(long boardId) {
      return List.of(SPRINT);
    }

    @Override
    public List<Board.Column> columns(long boardId) {
      return board.columns();
    }

    @Override
    public Query query(Board of) {
      return JqlParser.parse(of.jql());
    }
  }

  /** Notes what it finds of Jira Software when it is made and each time it starts. */
  private static AddOnJar looking() {
    return new AddOnJar()
        .service(PluginSettingsFactory.class)
        .imports(
            "com.atlassian.sal.api.lifecycle",
            "com.atlassian.plugin.spring.scanner.annotation.export",
            "jakarta.inject",
            "org.osgi.framework")
        .header("DynamicImport-Package", "com.atlassian.greenhopper.*")
        .component(
            "Looking",
            """
            public class Looking {
              @jakarta.inject.Inject
              public Looking(
                  com.atlassian.sal.api.pluginsettings.PluginSettingsFactory settings) {
                settings.createGlobalSettings().put("found", look());
              }
              static String look() {
                String service = "com.atlassian.greenhopper.service.sprint.SprintService";
                String columns = "com.atlassian.greenhopper.service.rapid.view.ColumnService";
                var context =
                    org.osgi.framework.FrameworkUtil.getBundle(Looking.class).getBundleContext();
                try {
                  Class<?> type = Class.forName(service);
                  Object sprints = context.getService(context.getServiceReference(type));
                  Object outcome =
                      type.getMethod("getSprint", com.atlassian.jira.user.ApplicationUser.class,
                          long.class).invoke(sprints, null, 7L);
                  Object sprint = outcome.getClass().getInterfaces()[0].getMethod("get")
                      .invoke(outcome);
                  boolean hidden = context.getServiceReference(columns) == null;
                  return sprint + (hidden ? ", no columns" : ", columns");
                } catch (ReflectiveOperationException e) {
                  return e.getClass().getSimpleName();
                }
              }
            }
            """)
        .imports("com.atlassian.jira.user");
  }

  private String found() {
    return site.database()
        .jdbc()
        .queryForObject("select SETTING_TEXT from HOST_PLUGIN_SETTING", String.class);
  }

  @Test
  public void theAddOnFindsItWhenItIsPresent() {
    site.beside(software(Presence.PRESENT, false));
    site.start(looking());
    assertThat(found()).isEqualTo("Sprint 7, columns");
  }

  @Test
  public void columnsMayBeHidden() {
    site.beside(software(Presence.PRESENT, true));
    site.start(looking());
    assertThat(found()).isEqualTo("Sprint 7, no columns");
  }

  @Test
  public void theAddOnStartsBeforeItWhenItIsLate() {
    site.beside(software(Presence.LATE, false));
    site.start(looking());
    assertThat(found()).isEqualTo("ClassNotFoundException");
    assertThat(shapes.get()).isNotNull();
  }

  @Test
  public void itMayArriveAnyTimeLater() {
    JiraSoftware software = software(Presence.ABSENT, false);
    site.beside(software);
    site.start(looking());
    assertThat(found()).isEqualTo("ClassNotFoundException");
    assertThat(shapes.get()).isNull();
    software.arrive();
    SoftwareShapes first = shapes.get();
    assertThat(first).isNotNull();
    software.arrive();
    assertThat(shapes.get()).as("it is there already").isSameAs(first);
  }

  @Test
  public void itsSprintsAndEventsAreOfItsOwnClasses() throws Exception {
    site.beside(software(Presence.PRESENT, false));
    site.start(new AddOnJar());
    Object sprint = shapes.get().sprint(SPRINT);
    assertThat(sprint.getClass().getName())
        .isEqualTo("com.atlassian.greenhopper.service.sprint.Sprint");
    assertThat(sprint.getClass().getClassLoader()).isNotSameAs(getClass().getClassLoader());
    assertThat(sprint.getClass().getMethod("getGoal").invoke(sprint)).isEqualTo("Ship it");
    assertThat(sprint.getClass().getMethod("getCompleteDate").invoke(sprint)).isNull();
    Object activated = sprint.getClass().getMethod("getActivatedDate").invoke(sprint);
    assertThat(activated.getClass().getMethod("getMillis").invoke(activated)).isEqualTo(1500L);
    for (Change change : Change.values()) {
      String name = change.name().charAt(0) + change.name().substring(1).toLowerCase();
      Object event = shapes.get().event(change, SPRINT);
      assertThat(event.getClass().getSimpleName()).isEqualTo("Sprint" + name + "Event");
      assertThat(event.getClass().getMethod("getSprint").invoke(event)).hasToString("Sprint 7");
    }
  }
}
