package io.bearings.jira;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that only a class loader of their own has, compiled in a test. */
final class ForeignClasses {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("public .*?(?:class|interface|enum) (\\w+)");

  private ForeignClasses() {}

  /** A class loader with these types, each a public one with its package. */
  static ClassLoader of(Path directory, String... sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      Path folder =
          Files.createDirectories(
              directory.resolve("sources").resolve(first(PACKAGE, source).replace('.', '/')));
      files.add(Files.writeString(folder.resolve(first(TYPE, source) + ".java"), source));
    }
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalArgumentException("The foreign classes do not compile:\n" + messages);
      }
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ForeignClasses.class.getClassLoader());
  }

  private static String first(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("No " + pattern + " in " + source);
    }
    return matcher.group(1);
  }
}
