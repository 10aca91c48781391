package io.bearings.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.java.ao.RawEntity;
import net.java.ao.schema.Ignore;
import net.java.ao.schema.Table;

/**
 * Tables and columns have names that each of Jira's five databases takes: at most 30 characters
 * with the prefix of Active Objects, and no reserved word.
 */
final class TableNameCheck {
  private static final int LONGEST = 30;

  private final Map<String, TreeSet<String>> reserved = reservedWords();
  private final String prefix;
  private final List<String> findings = new ArrayList<>();

  private TableNameCheck(String namespace) {
    this.prefix = prefix(namespace);
  }

  /** One line for each name that a database would not take. */
  static List<String> findings(String namespace, Collection<Class<?>> entities) {
    TableNameCheck check = new TableNameCheck(namespace);
    entities.forEach(check::entity);
    return check.findings;
  }

  /** The entities among the classes of an add-on. */
  static List<Class<?>> entities(AddOn addOn) {
    List<Class<?>> entities = new ArrayList<>();
    for (String name : addOn.classNames()) {
      Class<?> type = addOn.load(name);
      if (type.isInterface() && RawEntity.class.isAssignableFrom(type)) {
        entities.add(type);
      }
    }
    return entities;
  }

  /** AO_ and the last six hexadecimal digits of the namespace's MD5, as Active Objects does it. */
  static String prefix(String namespace) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
      String digits = HexFormat.of().withUpperCase().formatHex(hash);
      return "AO_" + digits.substring(digits.length() - 6) + "_";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }

  private void entity(Class<?> entity) {
    Table named = entity.getAnnotation(Table.class);
    String table = named == null ? upperSnake(entity.getSimpleName()) : named.value();
    if ((prefix + table).length() > LONGEST) {
      findings.add(
          "table %s%s of %s has more than %d characters"
              .formatted(prefix, table, entity.getSimpleName(), LONGEST));
    }
    word("table " + table + " of " + entity.getSimpleName(), table);
    for (Method method : entity.getDeclaredMethods()) {
      column(method)
          .forEach(
              column -> {
                String where = "column " + column + " of " + entity.getSimpleName();
                if (column.length() > LONGEST) {
                  findings.add(where + " has more than " + LONGEST + " characters");
                }
                word(where, column);
              });
    }
  }

  private static List<String> column(Method method) {
    if (method.isAnnotationPresent(Ignore.class) || method.getParameterCount() > 0) {
      return List.of();
    }
    String name = method.getName();
    for (String start : List.of("get", "is")) {
      if (name.startsWith(start) && name.length() > start.length()) {
        return List.of(upperSnake(name.substring(start.length())));
      }
    }
    return List.of();
  }

  private void word(String where, String name) {
    reserved.forEach(
        (database, words) -> {
          if (words.contains(name)) {
            findings.add("%s is a reserved word (%s)".formatted(where, database));
          }
        });
  }

  private static String upperSnake(String camel) {
    return camel
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }

  private static Map<String, TreeSet<String>> reservedWords() {
    Map<String, TreeSet<String>> words = new TreeMap<>();
    String database = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        database = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        words.computeIfAbsent(database, name -> new TreeSet<>()).addAll(List.of(line.split(" +")));
      }
    }
    return words;
  }

  private static List<String> lines() {
    try (InputStream file = TableNameCheck.class.getResourceAsStream("reserved-words.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the reserved words", e);
    }
  }
}
