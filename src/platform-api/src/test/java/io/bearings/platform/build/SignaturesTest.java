package io.bearings.platform.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.user.ApplicationUser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** What holds for every signature. */
public class SignaturesTest {
  private static final Path SOURCES = Path.of("src/main/java/com");

  /** The compiler would copy its value into the add-on, whatever it is in Jira. */
  @Test
  public void noFieldIsACompileTimeConstant() throws IOException, URISyntaxException {
    Path classes =
        Path.of(ApplicationUser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> constants = new ArrayList<>();
    for (Path file : files(classes.resolve("com"), ".class")) {
      new ClassReader(Files.readAllBytes(file)).accept(constantsInto(constants), 0);
    }
    assertThat(constants).isEmpty();
  }

  @Test
  public void everyTypeNamesItsSourceAndConfidence() throws IOException {
    List<Path> sources = files(SOURCES, ".java");
    assertThat(sources).hasSizeGreaterThan(50);
    for (Path source : sources) {
      // The words may stand on two lines.
      String text = Files.readString(source).replaceAll("\\s+(\\* )?", " ");
      assertThat(text)
          .as(source.toString())
          .containsPattern("Source and confidence: .*\\b[HML]\\b");
    }
  }

  /** Serialisation ids are read by the JDK only and are constants by its rules. */
  private static ClassVisitor constantsInto(List<String> constants) {
    return new ClassVisitor(Opcodes.ASM9) {
      private String type;

      @Override
      public void visit(
          int version, int access, String name, String sign, String above, String[] more) {
        type = name;
      }

      @Override
      public FieldVisitor visitField(
          int access, String name, String descriptor, String signature, Object value) {
        if (value != null && !name.equals("serialVersionUID")) {
          constants.add(type + "." + name);
        }
        return null;
      }
    };
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
