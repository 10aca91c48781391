package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.flow.Boards;
import io.bearings.flow.Boards.Board;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.Boards.BoardSprint.State;
import io.bearings.flow.Boards.Presence;
import io.bearings.flow.DoneColumn;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Sprint;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Jira Software's classes are known to a class loader of their own here, as in Jira. */
public class JiraBoardsTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final Person WHO = new Person("ann");
  private static final Person NOBODY = new Person("gone");
  private static final String ROOT = "com.atlassian.greenhopper.";
  private static final String SPRINT_SERVICE = ROOT + "service.sprint.SprintService";
  private static final String BOARD_SERVICE = ROOT + "service.rapid.view.RapidViewService";
  private static final String FILTER_SERVICE = ROOT + "service.rapid.RapidViewQueryService";
  private static final String COLUMN_SERVICE = ROOT + "service.rapid.view.ColumnService";
  private static ClassLoader foreign;

  private final HostService services = mock(HostService.class);
  private final JiraPeople people = mock(JiraPeople.class);
  private final ProjectManager projects = mock(ProjectManager.class);
  private final Map<Class<?>, Object> offered = new HashMap<>();
  private ClassLoader loader;

  @Before
  public void aJira() throws Exception {
    if (foreign == null) {
      foreign = ForeignClasses.of(FOLDER.newFolder().toPath(), JiraSoftwareSources.ALL);
    }
    loader = foreign;
    when(people.user(WHO)).thenReturn(Optional.of(mock(ApplicationUser.class)));
    when(people.user(NOBODY)).thenReturn(Optional.empty());
    Project project = mock(Project.class);
    when(project.getId()).thenReturn(10_000L);
    when(project.getKey()).thenReturn("APP");
    when(project.getName()).thenReturn("The app");
    when(projects.getProjectObj(10_000L)).thenReturn(project);
    when(services.find(any()))
        .thenAnswer(call -> Optional.ofNullable(offered.get(call.<Class<?>>getArgument(0))));
  }

  private JiraBoards boards() {
    return JiraBoards.of(
        services,
        people,
        projects,
        name -> {
          try {
            return Optional.of(Class.forName(name, false, loader));
          } catch (ClassNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  private void offer(String... names) throws Exception {
    Object answers = Class.forName("foreign.Services", true, loader).getConstructor().newInstance();
    for (String name : names) {
      offered.put(Class.forName(name, false, loader), answers);
    }
  }

  private void offerAll() throws Exception {
    offer(SPRINT_SERVICE, BOARD_SERVICE, FILTER_SERVICE, COLUMN_SERVICE);
  }

  @Test
  public void withoutJiraSoftwareEverythingIsEmpty() {
    loader = getClass().getClassLoader();
    JiraBoards boards = boards();
    assertThat(boards.presence()).isEqualTo(Presence.ABSENT);
    assertThat(boards.all(WHO)).isEmpty();
    assertThat(boards.canTell()).isFalse();
    assertThat(boards.names(WHO, Set.of(1L))).isEmpty();
    assertThat(boards.namesOfAll(WHO)).isEmpty();
    assertThat(boards.projects(WHO, 1)).isEmpty();
    assertThat(boards.ofProject(WHO, 10_000)).isEmpty();
    assertThat(boards.sprints(WHO, 1)).isEmpty();
    assertThat(boards.sprint(WHO, 7)).isEmpty();
    assertThat(boards.doneColumn(WHO, 1)).isEqualTo(DoneColumn.UNREADABLE);
    assertThat(boards.mismatch()).isEmpty();
  }

  @Test
  public void itIsFoundWhenItArrivesAndMissedWhenItGoes() throws Exception {
    JiraBoards boards = boards();
    assertThat(boards.presence())
        .as("its classes are there, its services not yet")
        .isEqualTo(Presence.ABSENT);
    offerAll();
    assertThat(boards.presence()).isEqualTo(Presence.THERE);
    assertThat(boards.sprint(WHO, 7)).isPresent();
    offered.clear();
    assertThat(boards.presence()).isEqualTo(Presence.ABSENT);
    assertThat(boards.sprint(WHO, 7)).isEmpty();
  }

  @Test
  public void boardsOfAProjectAreThoseWhoseFilterNamesIt() throws Exception {
    offerAll();
    assertThat(boards().ofProject(WHO, 10_000))
        .containsExactly(
            new Board(1, "By key", true),
            new Board(2, "By name among others", false),
            new Board(3, "By id", true));
    assertThat(boards().ofProject(WHO, 99)).isEmpty();
    assertThat(boards().shown(WHO, 1, Set.of(10_000L, 99L)))
        .contains(
            new Boards.Shown(
                new Board(1, "By key", true), Set.of(10_000L), boards().sprints(WHO, 1)));
    assertThat(boards().shown(WHO, 1, Set.of())).map(Boards.Shown::projectIds).contains(Set.of());
    assertThat(boards().shown(WHO, 2, Set.of()))
        .as("it does not work in sprints")
        .contains(
            new Boards.Shown(new Board(2, "By name among others", false), Set.of(), List.of()));
    assertThat(boards().shown(WHO, 99, Set.of(10_000L))).isEmpty();
    assertThat(boards().shown(NOBODY, 1, Set.of(10_000L))).isEmpty();
    assertThat(boards().ofProject(NOBODY, 10_000)).isEmpty();
  }

  @Test
  public void boardsHaveNamesAndNameProjectsForWhoMaySeeThem() throws Exception {
    offerAll();
    Project app = projects.getProjectObj(10_000L);
    when(projects.getProjectObjects()).thenReturn(List.of(app));
    assertThat(boards().canTell()).isTrue();
    assertThat(boards().names(WHO, Set.of(1L, 99L))).isEqualTo(Map.of(1L, "By key"));
    assertThat(boards().names(WHO, Set.of())).isEmpty();
    assertThat(boards().namesOfAll(WHO)).containsEntry(1L, "By key").doesNotContainKey(99L);
    assertThat(boards().namesOfAll(NOBODY)).isEmpty();
    assertThat(boards().names(NOBODY, Set.of(1L))).isEmpty();
    assertThat(boards().projects(WHO, 1)).containsExactly(10_000L);
    assertThat(boards().projects(WHO, 99)).isEmpty();
    assertThat(boards().projects(NOBODY, 1)).isEmpty();
  }

  @Test
  public void sprintsHaveTheirRealDates() throws Exception {
    offerAll();
    assertThat(boards().sprints(WHO, 1))
        .containsExactly(
            new BoardSprint(
                7,
                Optional.of(1L),
                "Sprint 7",
                State.CLOSED,
                Optional.of(Instant.ofEpochMilli(1500)),
                Optional.of(Instant.ofEpochMilli(2000)),
                Optional.of(Instant.ofEpochMilli(2500))),
            new BoardSprint(
                8,
                Optional.of(1L),
                "Sprint 8",
                State.FUTURE,
                Optional.of(Instant.ofEpochMilli(1000)),
                Optional.empty(),
                Optional.empty()));
    assertThat(boards().sprint(WHO, 7).orElseThrow().begun())
        .contains(
            new Sprint(7, Instant.ofEpochMilli(1500), Optional.of(Instant.ofEpochMilli(2500))));
    assertThat(boards().sprint(WHO, 8).orElseThrow().begun()).isEmpty();
    assertThat(boards().sprint(WHO, 99)).as("Jira Software refuses").isEmpty();
    assertThat(boards().sprints(WHO, 99)).isEmpty();
  }

  @Test
  public void theRightMostColumnIsDone() throws Exception {
    offerAll();
    JiraBoards boards = boards();
    DoneColumn done = boards.doneColumn(WHO, 1);
    assertThat(done).isEqualTo(DoneColumn.of(Set.of("6", "10001")));
    assertThat(done.isDone(state("6"))).isTrue();
    assertThat(boards.tellsColumns()).isTrue();
    assertThat(boards.doneColumn(WHO, 99)).isEqualTo(DoneColumn.UNREADABLE);
  }

  private static IssueSnapshot state(String status) {
    return new IssueSnapshot(
        1,
        status,
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  public void withoutColumnsTheCategoryDecides() throws Exception {
    offer(SPRINT_SERVICE, BOARD_SERVICE, FILTER_SERVICE);
    JiraBoards boards = boards();
    assertThat(boards.presence()).isEqualTo(Presence.THERE);
    assertThat(boards.tellsColumns()).isFalse();
    assertThat(boards.doneColumn(WHO, 1)).isEqualTo(DoneColumn.UNREADABLE);
  }

  @Test
  public void aServiceThatFailsCostsThisAnswerOnly() throws Exception {
    offerAll();
    JiraBoards boards = boards();
    assertThat(boards.sprint(WHO, -1)).isEmpty();
    assertThat(boards.presence()).isEqualTo(Presence.THERE);
    assertThat(boards.mismatch()).isEmpty();
  }

  @Test
  public void anotherJiraSoftwareIsNamedOnTheHealthPage() throws Exception {
    loader =
        ForeignClasses.of(
            FOLDER.newFolder().toPath(),
            "package com.atlassian.greenhopper.service.sprint; public interface SprintService {}",
            "package com.atlassian.greenhopper.service.rapid; public interface"
                + " RapidViewQueryService {}",
            "package com.atlassian.greenhopper.service.rapid.view; public interface"
                + " RapidViewService {}",
            "package foreign; public class Services implements"
                + " com.atlassian.greenhopper.service.sprint.SprintService,"
                + " com.atlassian.greenhopper.service.rapid.RapidViewQueryService,"
                + " com.atlassian.greenhopper.service.rapid.view.RapidViewService {}");
    offer(SPRINT_SERVICE, BOARD_SERVICE, FILTER_SERVICE);
    JiraBoards boards = boards();
    assertThat(boards.presence()).isEqualTo(Presence.THERE);
    assertThat(boards.sprint(WHO, 7)).isEmpty();
    assertThat(boards.presence()).isEqualTo(Presence.UNREADABLE);
    assertThat(boards.mismatch()).contains(SPRINT_SERVICE + "#getSprint");
    assertThat(boards.ofProject(WHO, 10_000)).isEmpty();
  }

  @Test
  public void aClassThatCannotBeLinkedIsNamed() {
    JiraBoards boards =
        JiraBoards.of(
            services,
            people,
            projects,
            name -> {
              throw new NoClassDefFoundError("org/joda/time/DateTime");
            });
    assertThat(boards.presence()).isEqualTo(Presence.UNREADABLE);
    assertThat(boards.mismatch().orElseThrow()).contains("joda");
    assertThat(boards.sprints(WHO, 1)).isEmpty();
  }

  @Test
  public void theSprintsOfAnIssueAreReadFromAnyShape() throws Exception {
    Object sprint =
        Class.forName(ROOT + "service.sprint.Sprint", true, loader)
            .getConstructor(long.class)
            .newInstance(7L);
    assertThat(SprintReading.ids(null)).isEmpty();
    assertThat(SprintReading.ids(List.of(sprint))).containsExactly(7L);
    assertThat(SprintReading.ids(sprint)).containsExactly(7L);
    assertThat(SprintReading.ids(List.of(5L, 6))).containsExactlyInAnyOrder(5L, 6L);
    assertThat(
            SprintReading.ids(
                List.of("com.atlassian.greenhopper.service.sprint.Sprint@1f[id=12,name=A]")))
        .containsExactly(12L);
    assertThat(SprintReading.ids(List.of("Sprint@1f[rapidViewId=3,id=13]"))).containsExactly(13L);
  }

  @Test
  public void sprintsAreReadFromTheEventsOfJiraSoftware() throws Exception {
    Object event =
        Class.forName(ROOT + "api.events.sprint.SprintClosedEvent", true, loader)
            .getConstructor()
            .newInstance();
    assertThat(SprintReading.toldBy(event).orElseThrow().name()).isEqualTo("Sprint 7");
    assertThat(SprintReading.toldBy("another event")).isEmpty();
  }
}
