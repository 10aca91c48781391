package io.bearings.host.action;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.host.Temper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an address asks of an action: {@code Alias.jspa} validates and executes, {@code
 * Alias!name.jspa} calls {@code doName} without validating first.
 */
final class Command {
  private static final String EXECUTE = "doExecute";

  private final Method method;

  private Command(Method method) {
    this.method = method;
  }

  /** The command of a class; empty when it has none of that name. */
  static Optional<Command> of(Class<?> action, Optional<String> name) {
    String methodName = name.map(Command::methodName).orElse(EXECUTE);
    return declared(action, methodName)
        .filter(m -> m.getReturnType() == String.class)
        .filter(m -> methodName.equals(EXECUTE) || Modifier.isPublic(m.getModifiers()))
        .map(Command::new);
  }

  private static String methodName(String command) {
    return command.isEmpty()
        ? ""
        : "do" + command.substring(0, 1).toUpperCase(Locale.ROOT) + command.substring(1);
  }

  private static Optional<Method> declared(Class<?> type, String name) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      Optional<Method> found =
          Arrays.stream(c.getDeclaredMethods())
              .filter(m -> m.getName().equals(name) && m.getParameterCount() == 0)
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether the request's method is one that the command is for. */
  boolean supports(String httpMethod, Temper temper) {
    SupportedMethods supported = method.getAnnotation(SupportedMethods.class);
    if (supported == null) {
      supported = method.getDeclaringClass().getAnnotation(SupportedMethods.class);
    }
    if (supported == null) {
      return !temper.harsh();
    }
    String asked = httpMethod.equals("HEAD") ? "GET" : httpMethod;
    return Arrays.stream(supported.value()).map(RequestMethod::name).anyMatch(asked::equals);
  }

  /** Whether the request has to carry a form token. */
  boolean requiresToken() {
    return method.isAnnotationPresent(RequiresXsrfCheck.class)
        || method.getDeclaringClass().isAnnotationPresent(RequiresXsrfCheck.class);
  }

  /** Runs it and returns the name of the view. */
  String run(JiraWebActionSupport action) throws Exception {
    if (method.getName().equals(EXECUTE)) {
      return action.execute();
    }
    try {
      return (String) method.invoke(action);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public String toString() {
    return method.getDeclaringClass().getName() + "#" + method.getName();
  }
}
