package io.bearings.host.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A component that follows what the framework offers, as the scanner's imports do: a service that
 * goes is gone at once, and one that comes is used from then on.
 */
final class ImportedService implements InvocationHandler {
  private final BundleContext bundle;
  private final Class<?> type;

  /** Looking a service up costs more than most of their calls do. */
  private volatile ServiceReference<?> found;

  private ImportedService(BundleContext bundle, Class<?> type) {
    this.bundle = bundle;
    this.type = type;
  }

  static boolean isOffered(BundleContext bundle, Class<?> type) {
    return bundle.getServiceReference(type) != null;
  }

  // The interface's own loader also sees the types of its methods, which the add-on need not
  // import: apps for 11.3 use ActiveObjects without importing SAL's transactions.
  static <T> T proxy(BundleContext bundle, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new ImportedService(bundle, type)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "import of " + type.getName();
      };
    }
    try {
      return method.invoke(service(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object service() {
    ServiceReference<?> reference = found;
    // The reference of a service that was withdrawn no longer has a bundle.
    if (reference == null || reference.getBundle() == null) {
      reference = bundle.getServiceReference(type);
      found = reference;
    }
    Object service = reference == null ? null : bundle.getService(reference);
    if (service == null) {
      throw new IllegalStateException("The service " + type.getName() + " is gone");
    }
    return service;
  }
}
