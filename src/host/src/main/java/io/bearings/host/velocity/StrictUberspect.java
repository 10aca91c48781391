package io.bearings.host.velocity;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import java.lang.reflect.Method;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.log.Log;
import org.apache.velocity.util.RuntimeServicesAware;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.Introspector;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds only methods that the allowlist allows; public because Velocity makes it by its name. */
public final class StrictUberspect extends UberspectImpl implements RuntimeServicesAware {
  /** The application attribute that holds the {@link Allowlist}. */
  static final String ALLOWLIST = Allowlist.class.getName();

  private static final Logger LOG = LoggerFactory.getLogger(StrictUberspect.class);
  private Allowlist allowlist;

  @Override
  public void setRuntimeServices(RuntimeServices services) {
    allowlist = (Allowlist) services.getApplicationAttribute(ALLOWLIST);
  }

  @Override
  public void init() {
    introspector = new StrictIntrospector(log, allowlist);
  }

  private static final class StrictIntrospector extends Introspector {
    private final Allowlist allowlist;

    StrictIntrospector(Log log, Allowlist allowlist) {
      super(log);
      this.allowlist = allowlist;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Method getMethod(Class type, String name, Object[] arguments) {
      Method method = super.getMethod(type, name, arguments);
      if (method == null || allowlist.allows(method)) {
        return method;
      }
      LOG.error("Method needs allowlisting: {}", Allowlist.signature(method));
      Rendering.current().refused();
      return null;
    }
  }

  @Override
  public VelMethod getMethod(Object target, String name, Object[] arguments, Info info)
      throws Exception {
    VelMethod found = super.getMethod(target, name, arguments, info);
    if (found == null || target.getClass().isArray()) {
      return found;
    }
    Method method = introspector.getMethod(target.getClass(), name, arguments);
    return method != null && method.isAnnotationPresent(HtmlSafe.class)
        ? new VouchedMethod(found)
        : found;
  }

  @Override
  public VelPropertyGet getPropertyGet(Object target, String name, Info info) throws Exception {
    VelPropertyGet found = super.getPropertyGet(target, name, info);
    if (found == null || found.getMethodName() == null) {
      return found;
    }
    Method method = introspector.getMethod(target.getClass(), found.getMethodName(), new Object[0]);
    return method != null && method.isAnnotationPresent(HtmlSafe.class)
        ? new VouchedProperty(found)
        : found;
  }

  private record VouchedMethod(VelMethod method) implements VelMethod {
    @Override
    public Object invoke(Object target, Object[] arguments) throws Exception {
      Object value = method.invoke(target, arguments);
      Rendering.current().vouch(value);
      return value;
    }

    @Override
    public boolean isCacheable() {
      return method.isCacheable();
    }

    @Override
    public String getMethodName() {
      return method.getMethodName();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getReturnType() {
      return method.getReturnType();
    }
  }

  private record VouchedProperty(VelPropertyGet property) implements VelPropertyGet {
    @Override
    public Object invoke(Object target) throws Exception {
      Object value = property.invoke(target);
      Rendering.current().vouch(value);
      return value;
    }

    @Override
    public boolean isCacheable() {
      return property.isCacheable();
    }

    @Override
    public String getMethodName() {
      return property.getMethodName();
    }
  }
}
