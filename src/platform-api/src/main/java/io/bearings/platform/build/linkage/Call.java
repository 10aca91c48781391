package io.bearings.platform.build.linkage;

/**
 * One line of the list of calls. Types are binary names with dots, descriptors those of the JVM.
 */
public sealed interface Call extends Comparable<Call> {
  /** A type that is named. */
  record OfType(Kind kind, String type) implements Call {
    @Override
    public String line() {
      return kind.word() + " " + type;
    }
  }

  /** A method that is called or overridden; a constructor is named {@code <init>}. */
  record OfMethod(String type, String name, String descriptor, boolean isStatic) implements Call {
    @Override
    public String line() {
      return "method %s %s %s %s".formatted(type, name, descriptor, staticness(isStatic));
    }
  }

  /** A field that is read. */
  record OfField(String type, String name, String descriptor, boolean isStatic) implements Call {
    @Override
    public String line() {
      return "field %s %s %s %s".formatted(type, name, descriptor, staticness(isStatic));
    }
  }

  /** An abstract method of a type that the add-on extends or implements. */
  record Implemented(String type, String name, String descriptor) implements Call {
    @Override
    public String line() {
      return "implements %s %s %s".formatted(type, name, descriptor);
    }
  }

  /** The type that is named, or whose member it is. */
  String type();

  /** The line in the list. */
  String line();

  @Override
  default int compareTo(Call other) {
    int byType = type().compareTo(other.type());
    return byType != 0 ? byType : line().compareTo(other.line());
  }

  /**
   * Reads a line that {@link #line()} wrote.
   *
   * @throws IllegalArgumentException naming the line when it is none
   */
  static Call parse(String line) {
    String[] words = line.split(" ");
    for (Kind kind : Kind.values()) {
      if (words.length == 2 && words[0].equals(kind.word())) {
        return new OfType(kind, words[1]);
      }
    }
    if (words.length == 5 && words[4].matches("static|instance")) {
      boolean isStatic = words[4].equals("static");
      if (words[0].equals("method")) {
        return new OfMethod(words[1], words[2], words[3], isStatic);
      }
      if (words[0].equals("field")) {
        return new OfField(words[1], words[2], words[3], isStatic);
      }
    }
    if (words.length == 4 && words[0].equals("implements")) {
      return new Implemented(words[1], words[2], words[3]);
    }
    throw new IllegalArgumentException("Not a line of the list of calls: " + line);
  }

  private static String staticness(boolean isStatic) {
    return isStatic ? "static" : "instance";
  }
}
