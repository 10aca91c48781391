package io.bearings.host.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The components that the host offers to an add-on, by the interface under which an add-on imports
 * them. They become OSGi services when the add-on's framework starts.
 */
public final class HostServices {
  private final Map<Class<?>, Object> services = new LinkedHashMap<>();

  /** Offers a component; the same interface twice is an error. */
  public <T> HostServices publish(Class<T> type, T component) {
    if (services.putIfAbsent(type, type.cast(component)) != null) {
      throw new IllegalArgumentException("Already offered: " + type.getName());
    }
    return this;
  }

  /** The component offered under an interface; an error when there is none. */
  public <T> T get(Class<T> type) {
    Object component = services.get(type);
    if (component == null) {
      throw new IllegalArgumentException("The host does not offer " + type.getName());
    }
    return type.cast(component);
  }

  /** Everything offered so far. */
  public Map<Class<?>, Object> all() {
    return Map.copyOf(services);
  }
}
