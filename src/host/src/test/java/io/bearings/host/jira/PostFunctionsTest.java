package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.opensymphony.workflow.WorkflowException;
import io.bearings.host.Temper;
import io.bearings.host.runtime.PostFunction;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PostFunctionsTest {
  private static final String MODULE = "test.addon:note";
  private static final long FLOW = 10_000;
  private static final int START = 11;
  private static final int DONE = 51;

  private final TestSite site = new TestSite();
  private final Noting noting = new Noting();
  private final PostFunctions functions = site.jira.postFunctions();

  @Before
  public void load() {
    site.load(Team.FILE);
    site.jira.offerPostFunctions(() -> List.of(noting));
  }

  @After
  public void close() {
    site.close();
  }

  /** Notes what it is told; with the argument {@code stop} it stops the transition. */
  private static final class Noting implements PostFunction {
    private final List<String> noted = new ArrayList<>();

    @Override
    public String completeKey() {
      return MODULE;
    }

    @Override
    public String name() {
      return "Note";
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public String fields(Optional<Map<String, String>> args, HttpServletRequest request) {
      return "";
    }

    @Override
    public String view(Map<String, String> args, HttpServletRequest request) {
      return "";
    }

    @Override
    public Map<String, String> args(Map<String, String[]> form) {
      return Map.of();
    }

    @Override
    public void execute(MutableIssue issue, String callerKey, Map<String, String> args)
        throws WorkflowException {
      if (args.containsKey("stop")) {
        throw new WorkflowException("Not now");
      }
      noted.add(issue.getKey() + " " + issue.getStatus().getName() + " " + callerKey + " " + args);
    }
  }

  private void transition(String user, String key, int transition) {
    site.jira.workflow().transition(site.user(user), issue(key).getId(), transition, null);
  }

  private MutableIssue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  @Test
  public void runsInTheirOrderBeforeTheChangeIsStored() {
    functions.add(FLOW, DONE, MODULE, Map.of("word", "first"));
    functions.add(FLOW, DONE, MODULE, Map.of("word", "second"));
    transition("dev", "APP-1", DONE);
    String dev = site.user("dev").getKey();
    assertThat(noting.noted)
        .containsExactly(
            "APP-1 To Do " + dev + " {word=first}", "APP-1 To Do " + dev + " {word=second}");
    assertThat(issue("APP-1").getStatus().getName()).isEqualTo("Done");
    transition("dev", "APP-4", START);
    assertThat(noting.noted).hasSize(2);
  }

  @Test
  public void runsOnlyWhenTheTransitionMayBeTaken() {
    functions.add(FLOW, START, MODULE, Map.of());
    assertThatThrownBy(() -> transition("dev", "APP-3", START))
        .isInstanceOfSatisfying(JiraRefusal.class, e -> assertThat(e.status()).isEqualTo(409));
    assertThatThrownBy(() -> transition("guest", "APP-1", START))
        .isInstanceOfSatisfying(JiraRefusal.class, e -> assertThat(e.status()).isEqualTo(403));
    assertThat(noting.noted).isEmpty();
  }

  @Test
  public void aFunctionCanStopTheTransition() {
    functions.add(FLOW, START, MODULE, Map.of("stop", "yes"));
    assertThatThrownBy(() -> transition("dev", "APP-1", START))
        .isInstanceOf(JiraRefusal.class)
        .hasMessage("Not now");
    assertThat(issue("APP-1").getStatus().getName()).isEqualTo("To Do");
    assertThat(site.events).noneMatch(IssueEvent.class::isInstance);
  }

  @Test
  public void oneWhoseAddOnIsGoneIsPassedOver() {
    functions.add(FLOW, START, MODULE, Map.of());
    site.jira.offerPostFunctions(List::of);
    transition("dev", "APP-1", START);
    assertThat(issue("APP-1").getStatus().getName()).isEqualTo("In Progress");
    assertThat(functions.offered()).isEmpty();
  }

  @Test
  public void isChangedAndRemovedAndSurvivesAStart() {
    functions.add(FLOW, START, MODULE, Map.of("word", "one", "other", "x"));
    PostFunctions.SetUp made = onStart().get(0);
    functions.change(made.id(), Map.of("word", "two"));
    assertThat(functions.setUp(made.id()))
        .isEqualTo(new PostFunctions.SetUp(made.id(), FLOW, START, MODULE, Map.of("word", "two")));
    functions.remove(made.id());
    assertThat(onStart()).isEmpty();
    assertThatThrownBy(() -> functions.remove(made.id()))
        .isInstanceOfSatisfying(JiraRefusal.class, e -> assertThat(e.status()).isEqualTo(404));

    functions.add(FLOW, DONE, MODULE, Map.of("word", "kept"));
    try (TestSite again = new TestSite(Temper.KIND, site.database)) {
      assertThat(again.jira.postFunctions().flows().get(0).transitions())
          .flatExtracting(PostFunctions.Transition::functions)
          .extracting(PostFunctions.SetUp::args)
          .containsExactly(Map.of("word", "kept"));
    }
  }

  private List<PostFunctions.SetUp> onStart() {
    return functions.flows().get(0).transitions().stream()
        .filter(transition -> transition.id() == START)
        .findFirst()
        .orElseThrow()
        .functions();
  }

  @Test
  public void showsEachTransitionOnce() {
    assertThat(functions.flows()).singleElement();
    assertThat(functions.flows().get(0).transitions())
        .extracting(PostFunctions.Transition::name)
        .containsExactly(
            "Start progress",
            "Stop progress",
            "Send to review",
            "Back to work",
            "Done",
            "Close",
            "Reopen");
  }

  @Test
  public void whatDoesNotExistCannotBeSetUp() {
    assertThatThrownBy(() -> functions.add(FLOW, 99, MODULE, Map.of()))
        .isInstanceOf(JiraRefusal.class);
    assertThatThrownBy(() -> functions.add(1, START, MODULE, Map.of()))
        .isInstanceOf(JiraRefusal.class);
    assertThatThrownBy(() -> functions.add(FLOW, START, "test.addon:other", Map.of()))
        .isInstanceOf(JiraRefusal.class);
  }
}
