package io.bearings.platform.build.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A folder made from these signatures is whole; each way to damage it is found and named. */
public class CheckJiraTest {
  private static final String ISSUE_MANAGER = "com.atlassian.jira.issue.IssueManager";
  private static final String GET_BY_KEY =
      "(Ljava/lang/String;)Lcom/atlassian/jira/issue/MutableIssue;";

  private static final List<Call> CALLS =
      List.of(
          new Call.OfType(Kind.INTERFACE, ISSUE_MANAGER),
          new Call.OfMethod(ISSUE_MANAGER, "getIssueObject", GET_BY_KEY, false),
          new Call.OfMethod(
              "com.atlassian.jira.issue.MutableIssue", "getKey", "()Ljava/lang/String;", false),
          new Call.OfMethod("com.atlassian.jira.issue.MutableIssue", "hashCode", "()I", false),
          new Call.OfType(Kind.CLASS, "com.atlassian.jira.event.type.EventType"),
          new Call.OfField(
              "com.atlassian.jira.event.type.EventType",
              "ISSUE_UPDATED_ID",
              "Ljava/lang/Long;",
              true),
          new Call.OfType(Kind.ENUM, "com.atlassian.sal.api.UrlMode"),
          new Call.OfType(Kind.ANNOTATION, "com.atlassian.velocity.htmlsafe.HtmlSafe"),
          new Call.Implemented("com.atlassian.plugin.web.Condition", "init", "(Ljava/util/Map;)V"),
          new Call.Implemented(
              "com.atlassian.plugin.web.Condition", "shouldDisplay", "(Ljava/util/Map;)Z"));

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path jira;
  private Path list;

  @Before
  public void makeAJiraFromTheSignatures() throws IOException, URISyntaxException {
    jira = folder.newFolder("jira").toPath();
    list = folder.getRoot().toPath().resolve("jira-calls.txt");
    JiraCalls.write(list, CALLS);
    Path signatures =
        Path.of(CheckJira.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(signatures.resolve("com"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy =
            jira.resolve("atlassian-jira/WEB-INF/classes").resolve(signatures.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  public void aFolderMadeFromTheSignaturesIsWhole() throws IOException {
    assertThat(check()).isZero();
    assertThat(out.toString()).startsWith("Whole: all " + CALLS.size() + " calls");
  }

  @Test
  public void classesAreFoundInJarsAndInJarsWithinJars() throws IOException {
    Path classes = jira.resolve("atlassian-jira/WEB-INF/classes");
    byte[] inner = zipped(classes, "com/atlassian/jira/issue/");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(jira.resolve("bundle.jar")))) {
      zip.putNextEntry(new ZipEntry("META-INF/lib/inner.jar"));
      zip.write(inner);
      zip.closeEntry();
    }
    byte[] rest = zipped(classes, "com/atlassian/");
    Files.write(jira.resolve("rest.war"), rest);
    deleteAll(classes);

    assertThat(check()).as(out.toString()).isZero();
  }

  @Test
  public void aMissingClassIsNamedOnce() throws IOException {
    Files.delete(classFile(ISSUE_MANAGER));

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            "missing type: " + ISSUE_MANAGER,
            "1 of " + CALLS.size() + " calls would fail in this Jira.");
  }

  @Test
  public void aChangedReturnTypeIsNamedWithBothTypes() throws IOException {
    change(
        ISSUE_MANAGER,
        (name, descriptor) ->
            name.equals("getIssueObject")
                ? descriptor.replace("MutableIssue", "Issue")
                : descriptor);

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "return type changed: "
                + ISSUE_MANAGER
                + ".getIssueObject"
                + GET_BY_KEY
                + " is (Ljava/lang/String;)Lcom/atlassian/jira/issue/Issue; here");
  }

  @Test
  public void aChangedKindIsNamedWithBothKinds() throws IOException {
    changeAccess(ISSUE_MANAGER, access -> access & ~Opcodes.ACC_INTERFACE, access -> access);

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString())
        .contains("kind changed: " + ISSUE_MANAGER + " is class here, the add-on needs interface");
  }

  @Test
  public void aMissingMethodIsNamed() throws IOException {
    change(
        ISSUE_MANAGER, (name, descriptor) -> name.equals("getIssueObject") ? "(I)V" : descriptor);

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString())
        .contains("missing method: " + ISSUE_MANAGER + ".getIssueObject" + GET_BY_KEY);
  }

  @Test
  public void aMethodThatBecameStaticOrPrivateIsNamed() throws IOException {
    changeAccess(ISSUE_MANAGER, access -> access, access -> access | Opcodes.ACC_STATIC);
    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains("staticness changed: " + ISSUE_MANAGER, "is static here");

    out.reset();
    changeAccess(
        ISSUE_MANAGER,
        access -> access,
        access -> access & ~(Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC));
    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains("not accessible: " + ISSUE_MANAGER);
  }

  @Test
  public void anAbstractMethodThatTheAddOnDoesNotHaveIsNamed() throws IOException {
    change(
        "com.atlassian.plugin.web.Condition",
        (name, descriptor) -> name.equals("init") ? "(Ljava/util/List;)V" : descriptor);

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "not implemented: com.atlassian.plugin.web.Condition.init(Ljava/util/List;)V is"
                + " abstract here");
  }

  @Test
  public void librariesAreCheckedAsSoonAsThereIsOne() throws IOException {
    JiraCalls.write(
        list,
        List.of(
            new Call.OfType(Kind.INTERFACE, ISSUE_MANAGER),
            new Call.OfType(Kind.INTERFACE, "org.slf4j.Logger"),
            new Call.OfType(Kind.ANNOTATION, "org.junit.Test")));

    assertThat(check()).isZero();
    assertThat(out.toString()).contains("no library", "2 calls");

    out.reset();
    try (InputStream library = Test.class.getResourceAsStream("/org/junit/Test.class")) {
      Files.copy(library, jira.resolve("Test.class"));
    }
    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains("missing type: org.slf4j.Logger");
  }

  @Test
  public void anArchiveThatIsNoneIsSaidButStopsNothing() throws IOException {
    Files.writeString(jira.resolve("broken.jar"), "not a zip");

    assertThat(check()).isZero();
    assertThat(err.toString()).contains("Cannot read", "broken.jar");
  }

  @Test
  public void wrongUsageIsSaid() throws IOException {
    assertThat(check(list.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: check-jira DIR");

    assertThat(check(list.toString(), jira.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no folder", "nowhere");

    Path empty = folder.newFolder("empty").toPath();
    assertThat(check(list.toString(), empty.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no class below", "empty");

    assertThat(check(jira.resolve("no-list").toString(), jira.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("Cannot read the list of calls", "no-list");

    Files.writeString(list, "nonsense here\n");
    assertThat(check()).isEqualTo(2);
    assertThat(err.toString()).contains("nonsense here");
  }

  @Test
  public void everyLineOfTheListReadsBack() throws IOException {
    assertThat(JiraCalls.read(list)).containsExactlyInAnyOrderElementsOf(CALLS);
    assertThatThrownBy(() -> Call.parse("method a.B c ()V sometimes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("method a.B c ()V sometimes");
  }

  private int check() throws IOException {
    return check(list.toString(), jira.toString());
  }

  private int check(String... arguments) throws IOException {
    return CheckJira.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Path classFile(String type) {
    return jira.resolve("atlassian-jira/WEB-INF/classes")
        .resolve(type.replace('.', '/') + ".class");
  }

  private void change(String type, BiFunction<String, String, String> descriptors)
      throws IOException {
    rewrite(
        type,
        writer ->
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String sign, String[] exceptions) {
                String changed = descriptors.apply(name, descriptor);
                return super.visitMethod(access, name, changed, null, exceptions);
              }
            });
  }

  private void changeAccess(
      String type,
      java.util.function.IntUnaryOperator ofType,
      java.util.function.IntUnaryOperator ofMethods)
      throws IOException {
    rewrite(
        type,
        writer ->
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version, int access, String name, String sign, String above, String[] more) {
                super.visit(version, ofType.applyAsInt(access), name, sign, above, more);
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String sign, String[] exceptions) {
                return super.visitMethod(
                    ofMethods.applyAsInt(access), name, descriptor, sign, exceptions);
              }
            });
  }

  private void rewrite(String type, java.util.function.Function<ClassWriter, ClassVisitor> change)
      throws IOException {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(classFile(type))).accept(change.apply(writer), 0);
    Files.write(classFile(type), writer.toByteArray());
  }

  private static byte[] zipped(Path classes, String prefix) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        if (name.startsWith(prefix)) {
          zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
          copy(file, zip);
          zip.closeEntry();
          Files.delete(file);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void copy(Path file, OutputStream to) throws IOException {
    Files.copy(file, to);
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }
}
