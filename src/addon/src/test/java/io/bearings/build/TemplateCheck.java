package io.bearings.build;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.Node;

/**
 * Templates call what the allowlist has, and the allowlist has what templates call. Jira prints
 * nothing for a call that is not listed. Templates are read by Velocity's own parser; what a
 * variable holds is not known, so calls are compared by name and number of arguments.
 */
final class TemplateCheck {
  /** What Jira itself lets every template call, by variable. */
  private static final Map<String, Set<String>> JIRAS =
      Map.of(
          "i18n", Set.of("getText"),
          "webResourceManager", Set.of("requireResource", "requireResourcesForContext"),
          "req", Set.of("contextPath"),
          "action", Set.of("hasAnyErrors", "errorMessages", "errors"));

  /** What may be called on every list and map. */
  private static final Set<String> COLLECTIONS = Set.of("size", "isEmpty", "empty");

  private static final Pattern VARIABLE = Pattern.compile("\\$!?\\{?([A-Za-z][\\w-]*)");

  private final AddOn addOn;
  private final Allowlist allowlist;
  private final Set<String> actions = new HashSet<>();
  private final RuntimeInstance velocity = new RuntimeInstance();
  private final List<String> findings = new ArrayList<>();
  private final Set<Allowlist.Entry> used = new HashSet<>();

  private TemplateCheck(AddOn addOn) throws Exception {
    this.addOn = addOn;
    this.allowlist = Allowlist.of(addOn);
    Descriptor.of(addOn).all("action").forEach(action -> actions.add(action.getAttribute("name")));
    velocity.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new NullLogChute());
    velocity.setProperty(RuntimeConstants.VM_LIBRARY, "");
    velocity.init();
  }

  /** One line for each call that is not listed and each listed method that is not called. */
  static List<String> findings(AddOn addOn) throws Exception {
    return new TemplateCheck(addOn).findings();
  }

  private List<String> findings() {
    findings.addAll(allowlist.findings());
    for (String template : addOn.filesEndingWith(".vm")) {
      parse(template, addOn.text(template));
    }
    allowlist.entries().stream()
        .filter(entry -> !used.contains(entry))
        .forEach(
            entry -> findings.add("%s on the allowlist is called by no template".formatted(entry)));
    return findings;
  }

  private void parse(String template, String text) {
    try {
      walk(template, velocity.parse(new StringReader(text), template));
    } catch (ParseException e) {
      findings.add("%s is no template: %s".formatted(template, e.getMessage()));
    }
  }

  private void walk(String template, Node node) {
    if (node instanceof ASTReference reference) {
      reference(template, reference);
    }
    if (node instanceof ASTDirective directive && directive.getDirectiveName().equals("parse")) {
      parsed(template, directive);
    }
    if (node instanceof ASTStringLiteral literal
        && literal.getFirstToken().image.startsWith("\"")) {
      // Velocity parses what is between double quotes when it renders, so here it is done by hand.
      parse(template, unquoted(literal));
    }
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      walk(template, node.jjtGetChild(i));
    }
  }

  private void reference(String template, ASTReference reference) {
    usedOfAction(variable(reference));
    for (int i = 0; i < reference.jjtGetNumChildren(); i++) {
      Node part = reference.jjtGetChild(i);
      boolean first = i == 0;
      if (part instanceof ASTMethod method) {
        int arguments = method.jjtGetNumChildren() - 1;
        if (!isJiras(reference, first, method.getFirstToken().image)) {
          called(template, reference, method.getFirstToken().image, arguments);
        }
      } else if (part instanceof ASTIdentifier property) {
        if (!isJiras(reference, first, property.getFirstToken().image)) {
          read(template, reference, property.getFirstToken().image);
        }
      }
    }
  }

  /** In the view of an action, its getters are variables. */
  private void usedOfAction(String variable) {
    allowlist.entries().stream()
        .filter(entry -> actions.contains(entry.type()))
        .filter(entry -> entry.property().filter(variable::equals).isPresent())
        .forEach(used::add);
  }

  private static boolean isJiras(ASTReference reference, boolean first, String name) {
    return COLLECTIONS.contains(name)
        || first && JIRAS.getOrDefault(variable(reference), Set.of()).contains(name);
  }

  private void called(String template, ASTReference reference, String name, int arguments) {
    List<Allowlist.Entry> matching =
        allowlist.entries().stream()
            .filter(entry -> entry.method().equals(name) && entry.parameters().size() == arguments)
            .toList();
    used.addAll(matching);
    if (matching.isEmpty()) {
      findings.add(
          "%s calls %s, but no method %s with %d arguments is on the allowlist"
              .formatted(template, text(reference), name, arguments));
    }
  }

  private void read(String template, ASTReference reference, String name) {
    List<Allowlist.Entry> matching =
        allowlist.entries().stream()
            .filter(entry -> entry.property().filter(name::equals).isPresent())
            .toList();
    used.addAll(matching);
    if (!matching.isEmpty()) {
      return;
    }
    Set<String> records = new TreeSet<>();
    for (Allowlist.Entry entry : allowlist.entries()) {
      if (entry.method().equals(name) && entry.parameters().isEmpty()) {
        records.add(entry.toString());
      }
    }
    findings.add(
        records.isEmpty()
            ? "%s reads %s, but no getter of %s is on the allowlist"
                .formatted(template, text(reference), name)
            : "%s reads %s, which Velocity does not find: %s is no getter"
                .formatted(template, text(reference), String.join(", ", records)));
  }

  private void parsed(String template, ASTDirective directive) {
    if (directive.jjtGetNumChildren() > 0
        && directive.jjtGetChild(0) instanceof ASTStringLiteral literal) {
      String path = unquoted(literal);
      if (!addOn.has(path)) {
        findings.add("%s includes %s, which does not exist".formatted(template, path));
      }
    }
  }

  private static String unquoted(ASTStringLiteral literal) {
    String image = literal.getFirstToken().image;
    return image.substring(1, image.length() - 1);
  }

  /** The name after the dollar sign. */
  static String variable(ASTReference reference) {
    Matcher matcher = VARIABLE.matcher(text(reference));
    return matcher.lookingAt() ? matcher.group(1) : "";
  }

  private static String text(ASTReference reference) {
    return reference.literal();
  }
}
