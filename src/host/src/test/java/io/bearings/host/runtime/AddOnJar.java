package io.bearings.host.runtime;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small add-on that is compiled and packed in a test. */
public final class AddOnJar {
  /** The key of every add-on made here. */
  public static final String KEY = "test.addon";

  private static final String SPRING =
      """
      <beans xmlns="http://www.springframework.org/schema/beans"
             xmlns:scanner="http://www.atlassian.com/schema/atlassian-scanner/2">
        <scanner:scan-indexes/>
      </beans>
      """;

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> modules = new ArrayList<>();
  private final TreeSet<String> imports = new TreeSet<>();
  private final StringBuilder components = new StringBuilder();
  private final StringBuilder importedServices = new StringBuilder();

  /** An add-on with a descriptor, a Spring file and no component. */
  public AddOnJar() {
    headers.put("Bundle-ManifestVersion", "2");
    headers.put("Bundle-SymbolicName", KEY);
    headers.put("Bundle-Version", "1.0.0");
    headers.put("Atlassian-Plugin-Key", KEY);
    headers.put("Spring-Context", "*");
    files.put("META-INF/spring/plugin-context.xml", SPRING);
    files.put("i18n/test.properties", "hello=Hello\nit.is=It''s {0}\n");
    files.put("i18n/test_de.properties", "hello=Gr\\u00fc\\u00df Gott\n");
  }

  /** Adds a class of the package {@code test}; the package declaration is put in front. */
  public AddOnJar type(String simpleName, String source) {
    sources.put("test/" + simpleName + ".java", "package test;\n" + source);
    return this;
  }

  /** Adds a class that is a component of its default name. */
  public AddOnJar component(String simpleName, String source) {
    components.append("test.").append(simpleName).append('\n');
    return type(simpleName, source);
  }

  /** Adds a line to the index of components. */
  public AddOnJar indexed(String line) {
    components.append(line).append('\n');
    return this;
  }

  /** Imports services and their packages. */
  public AddOnJar service(Class<?>... types) {
    for (Class<?> type : types) {
      importedServices.append(type.getName()).append('\n');
      imports.add(type.getPackageName());
    }
    return this;
  }

  /** Imports packages. */
  public AddOnJar imports(String... packages) {
    imports.addAll(List.of(packages));
    return this;
  }

  /** Adds a module to the descriptor. */
  public AddOnJar module(String xml) {
    modules.add(xml);
    return this;
  }

  /** Adds or replaces a file. */
  public AddOnJar file(String path, String content) {
    files.put(path, content);
    return this;
  }

  /** Leaves a file out. */
  public AddOnJar without(String path) {
    files.remove(path);
    return this;
  }

  /** Sets a header of the manifest; an empty one is left out. */
  public AddOnJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Compiles and packs into a directory. */
  public Path build(Path directory) {
    try {
      Path classes = compile(directory);
      files.put("META-INF/plugin-components/component", components.toString());
      files.put("META-INF/plugin-components/imports", importedServices.toString());
      files.putIfAbsent("atlassian-plugin.xml", descriptor());
      Path jar = directory.resolve("addon.jar");
      pack(jar, classes);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String descriptor() {
    return "<atlassian-plugin key=\""
        + KEY
        + "\" name=\"Test\" plugins-version=\"2\">"
        + "<plugin-info><version>1.0</version></plugin-info>"
        + "<resource type=\"i18n\" name=\"i18n\" location=\"i18n.test\"/>"
        + String.join("\n", modules)
        + "</atlassian-plugin>";
  }

  private Path compile(Path directory) throws IOException {
    Path from = directory.resolve("sources");
    Path to = Files.createDirectories(directory.resolve("classes"));
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path path = from.resolve(source.getKey());
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, source.getValue()));
    }
    if (paths.isEmpty()) {
      return to;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  List.of(
                      "-proc:none",
                      "-parameters",
                      "-classpath",
                      System.getProperty("java.class.path"),
                      "-d",
                      to.toString()),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths))
              .call();
      if (!compiled) {
        throw new IllegalArgumentException("The test's add-on does not compile:\n" + messages);
      }
    }
    return to;
  }

  private void pack(Path jar, Path classes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!imports.isEmpty()) {
      headers.putIfAbsent("Import-Package", String.join(",", imports));
    }
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            manifest.getMainAttributes().putValue(name, value);
          }
        });
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path path : compiled.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
