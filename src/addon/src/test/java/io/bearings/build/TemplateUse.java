package io.bearings.build;

import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.w3c.dom.Element;

/**
 * The methods of the add-on that its templates call. What a template is given is known: the getters
 * of its action, or the view of its panel's context provider, which is what the only method of that
 * class may return that returns an {@code Optional} of a class of the same package. From there the
 * types of all expressions follow.
 */
final class TemplateUse {
  /** The variable by which panels are given their view. */
  private static final String VIEW = "bearings";

  private final AddOn addOn;
  private final RuntimeInstance velocity = new RuntimeInstance();
  private final SortedSet<String> used = new TreeSet<>();

  private TemplateUse(AddOn addOn) throws Exception {
    this.addOn = addOn;
    velocity.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new NullLogChute());
    velocity.setProperty(RuntimeConstants.VM_LIBRARY, "");
    velocity.init();
  }

  /** Entries as they stand in {@code velocity-allowlist}, sorted. */
  static SortedSet<String> of(AddOn addOn) throws Exception {
    TemplateUse use = new TemplateUse(addOn);
    Descriptor descriptor = Descriptor.of(addOn);
    descriptor.all("action").forEach(use::action);
    descriptor.all("web-panel").forEach(use::panel);
    return use.used;
  }

  private void action(Element action) {
    Class<?> type = addOn.load(action.getAttribute("name"));
    for (Element view : Descriptor.childrenOf(action)) {
      template(Descriptor.ownText(view), new Scope(Optional.of(type), new HashMap<>()));
    }
  }

  private void panel(Element panel) {
    Map<String, Type> variables = new HashMap<>();
    List<Element> children = Descriptor.childrenOf(panel);
    children.stream()
        .filter(child -> child.getTagName().equals("context-provider"))
        .forEach(child -> variables.put(VIEW, view(addOn.load(child.getAttribute("class")))));
    children.stream()
        .filter(child -> child.getAttribute("type").equals("velocity"))
        .forEach(
            child ->
                template(child.getAttribute("location"), new Scope(Optional.empty(), variables)));
  }

  private static Type view(Class<?> provider) {
    List<Type> views =
        Arrays.stream(provider.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && method.getReturnType() == Optional.class)
            .map(method -> argument(method.getGenericReturnType()).orElseThrow())
            .filter(type -> isBeside(provider, type))
            .toList();
    if (views.size() != 1) {
      throw new IllegalStateException(
          "What %s gives to its template is not clear: %s".formatted(provider.getName(), views));
    }
    return views.get(0);
  }

  private static boolean isBeside(Class<?> provider, Type type) {
    return type instanceof Class<?> known && known.getPackage().equals(provider.getPackage());
  }

  /**
   * What is known of the variables of a template.
   *
   * @param action whose getters are variables
   */
  private record Scope(Optional<Class<?>> action, Map<String, Type> variables) {}

  private void template(String path, Scope scope) {
    parsed(path, addOn.text(path), scope);
  }

  private void parsed(String name, String text, Scope scope) {
    try {
      walk(velocity.parse(new StringReader(text), name), scope);
    } catch (ParseException e) {
      throw new IllegalStateException(name + " is no template", e);
    }
  }

  private void walk(Node node, Scope scope) {
    if (node instanceof ASTReference reference) {
      typeOf(reference, scope);
    } else if (node instanceof ASTSetDirective) {
      set(node, scope);
    } else if (node instanceof ASTDirective directive
        && directive.getDirectiveName().equals("foreach")) {
      foreach(directive, scope);
    } else if (node instanceof ASTDirective directive
        && directive.getDirectiveName().equals("parse")) {
      String path = image(directive.jjtGetChild(0));
      template(path.substring(1, path.length() - 1), scope);
    } else if (node instanceof ASTStringLiteral && image(node).startsWith("\"")) {
      parsed("a string", image(node).substring(1, image(node).length() - 1), scope);
    } else {
      children(node, scope, 0);
    }
  }

  private void children(Node node, Scope scope, int from) {
    for (int i = from; i < node.jjtGetNumChildren(); i++) {
      walk(node.jjtGetChild(i), scope);
    }
  }

  private void set(Node node, Scope scope) {
    Node left = node.jjtGetChild(0);
    Node right = node.jjtGetChild(1);
    walk(right, scope);
    expression(right)
        .flatMap(value -> typeOf(value, scope))
        .ifPresent(type -> scope.variables().put(root((ASTReference) left), type));
  }

  /** The elements of the list are of one type; the variable keeps it after the loop. */
  private void foreach(ASTDirective directive, Scope scope) {
    Node list = directive.jjtGetChild(2);
    expression(list)
        .flatMap(each -> typeOf(each, scope))
        .flatMap(TemplateUse::argument)
        .ifPresent(
            type -> scope.variables().put(root((ASTReference) directive.jjtGetChild(0)), type));
    children(directive, scope, 3);
  }

  /** The reference that an expression consists of. */
  private static Optional<ASTReference> expression(Node node) {
    if (node instanceof ASTReference reference) {
      return Optional.of(reference);
    }
    return node.jjtGetNumChildren() == 1 ? expression(node.jjtGetChild(0)) : Optional.empty();
  }

  /** The type of what a reference stands for, if it is one of ours or a list of such. */
  private Optional<Type> typeOf(ASTReference reference, Scope scope) {
    Optional<Type> type = variable(root(reference), scope);
    for (int i = 0; i < reference.jjtGetNumChildren(); i++) {
      Node part = reference.jjtGetChild(i);
      children(part, scope, 0);
      Optional<Class<?>> owner = type.flatMap(this::ours);
      if (part instanceof ASTMethod) {
        int parameters = part.jjtGetNumChildren() - 1;
        type = owner.flatMap(each -> called(each, image(part), parameters));
      } else if (part instanceof ASTIdentifier) {
        type = owner.flatMap(each -> getter(each, image(part)));
      } else {
        type = Optional.empty();
      }
    }
    return type;
  }

  private Optional<Type> variable(String name, Scope scope) {
    return Optional.ofNullable(scope.variables().get(name))
        .or(() -> scope.action().flatMap(action -> getter(action, name)));
  }

  private Optional<Class<?>> ours(Type type) {
    return type instanceof Class<?> known && addOn.has(known.getName().replace('.', '/') + ".class")
        ? Optional.of(known)
        : Optional.empty();
  }

  private Optional<Type> getter(Class<?> owner, String property) {
    String rest = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return called(owner, "get" + rest, 0).or(() -> called(owner, "is" + rest, 0));
  }

  private Optional<Type> called(Class<?> owner, String name, int parameters) {
    List<Method> methods =
        Arrays.stream(owner.getMethods())
            .filter(method -> method.getName().equals(name))
            .filter(method -> method.getParameterCount() == parameters)
            .filter(method -> ours(method.getDeclaringClass()).isPresent())
            .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
            .toList();
    methods.forEach(method -> used.add(entry(method)));
    return methods.stream().map(Method::getGenericReturnType).findFirst();
  }

  private static String entry(Method method) {
    String types =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(" "));
    return method.getDeclaringClass().getName() + "#" + method.getName() + "(" + types + ")";
  }

  /** What a list or an optional value is of. */
  private static Optional<Type> argument(Type type) {
    return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1
        ? Optional.of(generic.getActualTypeArguments()[0])
        : Optional.empty();
  }

  private static String root(ASTReference reference) {
    return TemplateCheck.variable(reference);
  }

  private static String image(Node node) {
    return ((SimpleNode) node).getFirstToken().image;
  }

  /** A descriptor whose allowlist is this one. */
  static String written(String descriptor, SortedSet<String> entries) {
    String indent = "    ";
    List<String> lines = new ArrayList<>();
    entries.forEach(entry -> lines.add(indent + "<method>" + entry + "</method>\n"));
    int begin = descriptor.indexOf('\n', descriptor.indexOf("<velocity-allowlist")) + 1;
    int end = descriptor.indexOf("  </velocity-allowlist>");
    return descriptor.substring(0, begin) + String.join("", lines) + descriptor.substring(end);
  }
}
