package io.bearings.build;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.w3c.dom.Element;

/**
 * Every text that is asked for exists: by the descriptor, by templates, by scripts, and by classes
 * (each string in a class that starts like our keys). Where there are translations, they have the
 * same keys. Files are plain ASCII.
 */
final class TextCheck {
  private static final String PREFIX = "bearings.";
  private static final Pattern KEY = Pattern.compile("bearings(?:\\.[A-Za-z][A-Za-z0-9]*)*\\.?");
  private static final Pattern IN_TEMPLATE =
      Pattern.compile("getText\\(\\s*(?:\"([^\"$]+)\"|'([^']+)')");
  private static final Pattern IN_SCRIPT =
      Pattern.compile("I18n\\.getText\\(\\s*[\"']([^\"']+)[\"']");
  private static final Set<String> LABELS =
      Set.of("label", "description", "title", "tooltip", "name");

  private final AddOn addOn;
  private final Descriptor descriptor;
  private final List<String> findings = new ArrayList<>();
  private final Set<String> keys = new TreeSet<>();

  private TextCheck(AddOn addOn) {
    this.addOn = addOn;
    this.descriptor = Descriptor.of(addOn);
  }

  /** One line for each text that is missing. */
  static List<String> findings(AddOn addOn) {
    return new TextCheck(addOn).findings();
  }

  /** The file of the texts in the default language: {@code i18n.name} is i18n/name.properties. */
  static String propertiesFile(String location) {
    return location.replace('.', '/') + ".properties";
  }

  private List<String> findings() {
    for (Element resource : descriptor.all("resource")) {
      if (resource.getAttribute("type").equals("i18n")) {
        readTexts(propertiesFile(resource.getAttribute("location")));
      }
    }
    askedByDescriptor();
    for (String template : addOn.filesEndingWith(".vm")) {
      askedBy(template, IN_TEMPLATE);
    }
    for (String script : addOn.filesEndingWith(".js")) {
      askedBy(script, IN_SCRIPT);
    }
    for (String type : addOn.filesEndingWith(".class")) {
      askedByClass(type);
    }
    return findings;
  }

  private void readTexts(String defaults) {
    keys.addAll(keysOf(defaults));
    String stem = defaults.substring(0, defaults.length() - ".properties".length());
    for (String file : addOn.filesEndingWith(".properties")) {
      if (file.startsWith(stem + "_")) {
        Set<String> translated = keysOf(file);
        difference(keys, translated).forEach(key -> findings.add(file + " lacks " + key));
        difference(translated, keys).forEach(key -> findings.add(file + " has in vain " + key));
      }
    }
  }

  private Set<String> keysOf(String file) {
    String text = addOn.text(file);
    text.lines()
        .filter(line -> line.chars().anyMatch(character -> character > 126))
        .forEach(line -> findings.add(file + " is not plain ASCII: " + line));
    Set<String> read = new TreeSet<>();
    Properties properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (!read.add((String) key)) {
              findings.add(file + " has twice " + key);
            }
            return super.put(key, value);
          }
        };
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return read;
  }

  private void askedByDescriptor() {
    for (Element element : descriptor.all()) {
      if (element.hasAttribute("i18n-name-key")) {
        asked(Descriptor.PATH, element.getAttribute("i18n-name-key"));
      }
      if (LABELS.contains(element.getTagName()) && element.hasAttribute("key")) {
        asked(Descriptor.PATH, element.getAttribute("key"));
      }
    }
  }

  private void askedBy(String file, Pattern pattern) {
    Matcher matcher = pattern.matcher(addOn.text(file));
    while (matcher.find()) {
      String key = matcher.group(1);
      asked(file, key == null ? matcher.group(2) : key);
    }
  }

  private void askedByClass(String file) {
    Set<String> strings = new TreeSet<>();
    new ClassReader(addOn.bytes(file)).accept(new Strings(strings), ClassReader.SKIP_DEBUG);
    strings.stream()
        .filter(string -> string.startsWith(PREFIX) && KEY.matcher(string).matches())
        .forEach(key -> asked(file, key));
  }

  /** A key that ends with a dot is the beginning of one that is put together. */
  private void asked(String where, String key) {
    boolean exists =
        key.endsWith(".")
            ? keys.stream().anyMatch(known -> known.startsWith(key))
            : keys.contains(key);
    if (!exists) {
      findings.add("%s asks for the text %s, which does not exist".formatted(where, key));
    }
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  /** The string constants of a class; of put-together strings, the beginning. */
  private static final class Strings extends ClassVisitor {
    private final Set<String> strings;

    Strings(Set<String> strings) {
      super(Opcodes.ASM9);
      this.strings = strings;
    }

    private void add(Object constant) {
      if (constant instanceof String string) {
        int argument = string.indexOf('\u0001');
        strings.add(argument < 0 ? string : string.substring(0, argument));
      }
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      add(value);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLdcInsn(Object value) {
          add(value);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            add(argument);
          }
        }
      };
    }
  }
}
