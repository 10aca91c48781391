package io.bearings.build;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The methods that {@code velocity-allowlist} lets templates call. */
final class Allowlist {
  private static final Pattern ENTRY = Pattern.compile("([\\w.$]+)#(\\w+)\\(([\\w. $\\[\\]]*)\\)");

  /** One line of the list. */
  record Entry(String type, String method, List<String> parameters) {
    static Optional<Entry> parse(String line) {
      Matcher matcher = ENTRY.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String parameters = matcher.group(3).strip();
      return Optional.of(
          new Entry(
              matcher.group(1),
              matcher.group(2),
              parameters.isEmpty() ? List.of() : List.of(parameters.split("\\s+"))));
    }

    /** The property that reads this getter: {@code getTitle()} is title; empty for no getter. */
    Optional<String> property() {
      for (String prefix : List.of("get", "is")) {
        if (parameters.isEmpty()
            && method.startsWith(prefix)
            && method.length() > prefix.length()) {
          String rest = method.substring(prefix.length());
          return Optional.of(Character.toLowerCase(rest.charAt(0)) + rest.substring(1));
        }
      }
      return Optional.empty();
    }

    @Override
    public String toString() {
      return type + "#" + method + "(" + String.join(" ", parameters) + ")";
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();

  private Allowlist(AddOn addOn) {
    for (Element list : Descriptor.of(addOn).all("velocity-allowlist")) {
      for (Element method : Descriptor.childrenOf(list)) {
        String line = Descriptor.ownText(method);
        Entry.parse(line)
            .ifPresentOrElse(
                entries::add,
                () -> findings.add("%s on the allowlist is no method".formatted(line)));
      }
    }
    entries.forEach(entry -> check(addOn, entry));
  }

  static Allowlist of(AddOn addOn) {
    return new Allowlist(addOn);
  }

  List<Entry> entries() {
    return entries;
  }

  /** Entries that would allow nothing. */
  List<String> findings() {
    return findings;
  }

  private void check(AddOn addOn, Entry entry) {
    if (!addOn.has(entry.type().replace('.', '/') + ".class")) {
      findings.add("%s on the allowlist is no class of the add-on".formatted(entry));
      return;
    }
    Class<?> type = addOn.load(entry.type());
    Optional<Method> method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(candidate -> isMeant(candidate, entry))
            .findFirst();
    if (method.isEmpty()) {
      findings.add("%s on the allowlist does not exist".formatted(entry));
    } else if (!Modifier.isPublic(type.getModifiers())
        || !Modifier.isPublic(method.get().getModifiers())) {
      findings.add(
          "%s on the allowlist is not public, so templates cannot call it".formatted(entry));
    }
  }

  private static boolean isMeant(Method method, Entry entry) {
    return method.getName().equals(entry.method())
        && Arrays.stream(method.getParameterTypes())
            .map(Class::getTypeName)
            .toList()
            .equals(entry.parameters());
  }
}
