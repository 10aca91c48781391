package io.bearings.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import io.bearings.host.Temper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class HostEventsTest {
  private static final IssueEvent EVENT =
      new IssueEvent(null, Map.of(), null, EventType.ISSUE_UPDATED_ID);

  private final List<String> heard = new ArrayList<>();

  public class Ear {
    private final String name;

    Ear(String name) {
      this.name = name;
    }

    @EventListener
    public void onIssue(IssueEvent event) {
      heard.add(name + " issue");
    }

    @EventListener
    public void onText(CharSequence text) {
      heard.add(name + " " + text);
    }

    public void other(Object event) {
      heard.add("never");
    }
  }

  public static class Clumsy {
    @EventListener
    public void onText(String text) {
      throw new IllegalStateException(text);
    }
  }

  public static class Greedy {
    @EventListener
    public void two(String one, String two) {}
  }

  static class Hidden {
    @EventListener
    public void onText(String text) {}
  }

  @Test
  public void listenersAreToldInTheOrderOfTheirRegistration() {
    HostEvents events = new HostEvents(Temper.KIND);
    events.register(new Ear("a"));
    events.register(new Ear("b"));
    events.publish(EVENT);
    events.publish("word");
    events.publish(1);
    assertThat(heard).containsExactly("a issue", "b issue", "a word", "b word");
  }

  @Test
  public void aHarshHostTurnsTheOrderAndTellsOfIssuesTwice() {
    HostEvents events = new HostEvents(Temper.HARSH);
    events.register(new Ear("a"));
    events.register(new Ear("b"));
    events.publish(EVENT);
    events.publish("word");
    assertThat(heard)
        .containsExactly("b issue", "a issue", "b issue", "a issue", "b word", "a word");
  }

  @Test
  public void aFailureStopsNobody() {
    HostEvents events = new HostEvents(Temper.KIND);
    events.register(new Clumsy());
    events.register(new Ear("a"));
    events.publish("word");
    assertThat(heard).containsExactly("a word");
  }

  @Test
  public void registeringTwiceTellsOnceAndUnregisteringEnds() {
    HostEvents events = new HostEvents(Temper.KIND);
    Ear ear = new Ear("a");
    events.register(ear);
    events.register(ear);
    events.publish("word");
    events.unregister(ear);
    events.publish("word");
    events.register(ear);
    events.unregisterAll();
    events.publish("word");
    assertThat(heard).containsExactly("a word");
  }

  @Test
  public void whatJiraCouldNotCallIsRefused() {
    HostEvents events = new HostEvents(Temper.KIND);
    assertThatThrownBy(() -> events.register("no listener"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@EventListener");
    assertThatThrownBy(() -> events.register(new Greedy())).hasMessageContaining("Greedy#two");
    assertThatThrownBy(() -> events.register(new Hidden())).hasMessageContaining("not public");
  }
}
