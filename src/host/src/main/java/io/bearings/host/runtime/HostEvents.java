package io.bearings.host.runtime;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.issue.IssueEvent;
import io.bearings.host.Temper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of the site. A listener is told in the publisher's thread; what it throws is logged
 * with its name and stops neither the publisher nor the other listeners.
 */
public final class HostEvents implements EventPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(HostEvents.class);

  /** As if by SIGKILL. */
  private static final int KILLED = 137;

  private final Temper temper;
  private final AtomicBoolean ending = new AtomicBoolean();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  /** With a harsh temper the newest listener is told first, and of each issue event twice. */
  public HostEvents(Temper temper) {
    this.temper = temper;
  }

  private record Subscription(Object listener, Method method) {
    boolean wants(Object event) {
      return method.getParameterTypes()[0].isInstance(event);
    }

    void tell(Object event) {
      try {
        method.invoke(listener, event);
      } catch (InvocationTargetException e) {
        LOG.error("The listener {} failed on {}", this, event, e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getName() + "#" + method.getName();
    }
  }

  /** The process ends at once when the next issue event is due, after what it tells of. */
  public void endBeforeNextIssueEvent() {
    ending.set(true);
  }

  @Override
  public void publish(Object event) {
    if (event instanceof IssueEvent && ending.get()) {
      Runtime.getRuntime().halt(KILLED);
    }
    List<Subscription> told =
        new ArrayList<>(subscriptions.stream().filter(s -> s.wants(event)).toList());
    if (temper.harsh()) {
      Collections.reverse(told);
    }
    told.forEach(subscription -> subscription.tell(event));
    if (temper.harsh() && event instanceof IssueEvent) {
      told.forEach(subscription -> subscription.tell(event));
    }
  }

  /**
   * Registers the public methods annotated with {@link EventListener}. Registering twice tells
   * once.
   *
   * @throws IllegalArgumentException when there is none, it has not exactly one parameter, or its
   *     class is not public, so that Jira could not call it
   */
  @Override
  public void register(Object listener) {
    Class<?> type = listener.getClass();
    List<Subscription> found = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (!method.isAnnotationPresent(EventListener.class)) {
        continue;
      }
      if (method.getParameterCount() != 1) {
        throw new IllegalArgumentException(
            type.getName() + "#" + method.getName() + " needs exactly one parameter");
      }
      if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
        throw new IllegalArgumentException(
            "The listener " + method.getDeclaringClass().getName() + " is not public");
      }
      found.add(new Subscription(listener, method));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName() + " has no public method annotated with @EventListener");
    }
    unregister(listener);
    subscriptions.addAll(found);
  }

  @Override
  public void unregister(Object listener) {
    subscriptions.removeIf(subscription -> subscription.listener() == listener);
  }

  @Override
  public void unregisterAll() {
    subscriptions.clear();
  }
}
