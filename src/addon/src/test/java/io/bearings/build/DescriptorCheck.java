package io.bearings.build;

import io.bearings.platform.build.linkage.DescriptorNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.java.ao.RawEntity;
import org.w3c.dom.Element;

/**
 * What {@code atlassian-plugin.xml} names exists. Jira would disable a module, or the whole add-on,
 * with a line in its log.
 */
final class DescriptorCheck {
  /** Elements and attributes whose value must be a class. */
  private static final Set<String> CLASS_ELEMENTS =
      Set.of("entity", "upgradeTask", "function-class");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private final AddOn addOn;
  private final Descriptor descriptor;
  private final List<String> findings = new ArrayList<>();

  private DescriptorCheck(AddOn addOn) {
    this.addOn = addOn;
    this.descriptor = Descriptor.of(addOn);
  }

  /** One line for each thing that is named but does not exist. */
  static List<String> findings(AddOn addOn) {
    return new DescriptorCheck(addOn).findings();
  }

  private List<String> findings() {
    classes();
    entities();
    resources();
    moduleKeys();
    links();
    return findings;
  }

  private void classes() {
    Set<String> named = new TreeSet<>();
    try {
      named.addAll(DescriptorNames.read(addOn.file(Descriptor.PATH)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + Descriptor.PATH, e);
    }
    for (Element element : descriptor.all()) {
      if (element.hasAttribute("class")) {
        named.add(element.getAttribute("class"));
      }
      if (element.getTagName().equals("action")) {
        named.add(element.getAttribute("name"));
      }
      if (CLASS_ELEMENTS.contains(element.getTagName())) {
        named.add(Descriptor.ownText(element));
      }
      if (element.getTagName().equals("package")
          && !addOn.has(Descriptor.ownText(element).replace('.', '/'))) {
        findings.add("package %s does not exist".formatted(Descriptor.ownText(element)));
      }
    }
    named.stream()
        .filter(name -> !addOn.knowsClass(name))
        .forEach(name -> findings.add("class %s does not exist".formatted(name)));
  }

  private void entities() {
    Set<String> listed = new HashSet<>();
    descriptor.all("entity").forEach(element -> listed.add(Descriptor.ownText(element)));
    addOn.classNames().stream()
        .map(addOn::load)
        .filter(type -> type.isInterface() && RawEntity.class.isAssignableFrom(type))
        .filter(type -> !listed.contains(type.getName()))
        .forEach(type -> findings.add("entity %s is not listed".formatted(type.getName())));
  }

  private void resources() {
    for (Element resource : descriptor.all("resource")) {
      String location = resource.getAttribute("location");
      boolean exists =
          resource.getAttribute("type").equals("i18n")
              ? addOn.has(TextCheck.propertiesFile(location))
              : addOn.has(location);
      if (!exists) {
        findings.add(
            "resource %s at %s does not exist".formatted(resource.getAttribute("name"), location));
      }
    }
    for (Element view : descriptor.all("view")) {
      if (!addOn.has(Descriptor.ownText(view))) {
        findings.add("view %s does not exist".formatted(Descriptor.ownText(view)));
      }
    }
  }

  private void moduleKeys() {
    Set<String> keys = new HashSet<>();
    for (Element module : descriptor.modules()) {
      if (!keys.add(module.getAttribute("key"))) {
        findings.add("two modules have the key " + module.getAttribute("key"));
      }
    }
    Pattern reference = Pattern.compile(Pattern.quote(descriptor.pluginKey()) + ":([\\w.-]+)");
    List<String> texts = new ArrayList<>(descriptor.allValues());
    addOn.filesEndingWith(".vm").forEach(template -> texts.add(addOn.text(template)));
    for (String text : texts) {
      Matcher matcher = reference.matcher(text);
      while (matcher.find()) {
        if (!keys.contains(matcher.group(1))) {
          findings.add("module %s does not exist".formatted(matcher.group()));
        }
      }
    }
  }

  /** Maven replaces {@code ${x}} in the descriptor, so Jira's variables are written {@code $x}. */
  private void links() {
    for (String value : descriptor.allValues()) {
      Matcher matcher = VARIABLE.matcher(value);
      while (matcher.find()) {
        findings.add(
            "%s in \"%s\" must be written without braces".formatted(matcher.group(), value));
      }
    }
  }
}
