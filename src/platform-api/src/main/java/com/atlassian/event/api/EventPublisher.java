package com.atlassian.event.api;

/**
 * Delivers events to every registered object whose methods carry {@link EventListener}.
 *
 * <p>Source and confidence: GR, CD; M.
 */
public interface EventPublisher {
  void publish(Object event);

  void register(Object listener);

  void unregister(Object listener);

  void unregisterAll();
}
