package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.systemtests.harness.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Before;
import org.junit.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** {@code bin/check-jira} on folders made from the signatures, with the add-on's own list. */
public class CheckJiraScriptIT {
  private static final String ISSUE_MANAGER = "com/atlassian/jira/issue/IssueManager";

  private final Path jira = Artifacts.freshDirectory("jira");

  private record Ended(int exitCode, String output) {}

  @Before
  public void unpackTheSignatures() throws IOException {
    try (ZipFile jar = new ZipFile(Artifacts.platformApi().toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        Path file = classFile(entry.getName().replace(".class", ""));
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  @Test
  public void aFolderMadeFromTheSignaturesIsWhole() throws Exception {
    Ended ended = check(jira.toString());
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Whole: all ");
  }

  @Test
  public void aMissingClassIsNamed() throws Exception {
    Files.delete(classFile(ISSUE_MANAGER));
    assertFinding("missing type: com.atlassian.jira.issue.IssueManager");
  }

  @Test
  public void aChangedReturnTypeIsNamed() throws Exception {
    rewrite(
        writer ->
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return super.visitMethod(
                    access,
                    name,
                    descriptor.replace(
                        ")Lcom/atlassian/jira/issue/MutableIssue;",
                        ")Lcom/atlassian/jira/issue/Issue;"),
                    signature,
                    thrown);
              }
            });
    assertFinding("return type changed: com.atlassian.jira.issue.IssueManager.getIssueObject");
  }

  @Test
  public void aChangedKindIsNamed() throws Exception {
    rewrite(
        writer ->
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                super.visit(
                    version,
                    access & ~Opcodes.ACC_INTERFACE,
                    name,
                    signature,
                    superName,
                    interfaces);
              }
            });
    assertFinding("kind changed: com.atlassian.jira.issue.IssueManager is class here");
  }

  @Test
  public void wrongUseIsExplained() throws Exception {
    Ended nowhere = check("/nowhere/at/all");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.output()).contains("There is no folder /nowhere/at/all");
    Ended nothing = check();
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.output()).contains("bin/check-jira DIR");
  }

  private void assertFinding(String finding) throws Exception {
    Ended ended = check(jira.toString());
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).contains(finding).contains("would fail in this Jira.");
  }

  private static Ended check(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Artifacts.script("check-jira").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private interface Rewriting {
    ClassVisitor over(ClassWriter writer);
  }

  private void rewrite(Rewriting rewriting) throws IOException {
    Path file = classFile(ISSUE_MANAGER);
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(file)).accept(rewriting.over(writer), 0);
    Files.write(file, writer.toByteArray());
  }

  private Path classFile(String name) {
    return jira.resolve("atlassian-jira/WEB-INF/classes").resolve(name + ".class");
  }
}
