package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/**
 * Spring reads the signatures of every component. One that names a class which this Jira does not
 * have would stop the whole add-on, so what the manifest imports as optional may stand in no
 * signature of a component, lambdas included.
 */
public class LateServicesTest {
  private static final String INDEX = "/META-INF/plugin-components/component";
  private static final String OPTIONAL = ".*;resolution:=optional";

  @Test
  public void noComponentNamesAnOptionalTypeInASignature() throws Exception {
    List<String> optional = optionalPackages();
    assertThat(optional).contains("com.atlassian.sal.api.rdbms", "com.atlassian.event");
    List<String> named = new ArrayList<>();
    for (String component : components()) {
      Class<?> type = Class.forName(component);
      for (Class<?> each : signatureTypes(type)) {
        if (optional.stream().anyMatch(prefix -> each.getName().startsWith(prefix + "."))) {
          named.add(component + " names " + each.getName());
        }
      }
    }
    assertThat(named).isEmpty();
  }

  private static List<Class<?>> signatureTypes(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      types.add(field.getType());
    }
    List<Executable> executables = new ArrayList<>(Arrays.asList(type.getDeclaredMethods()));
    executables.addAll(Arrays.asList(type.getDeclaredConstructors()));
    for (Executable executable : executables) {
      types.addAll(Arrays.asList(executable.getParameterTypes()));
      if (executable instanceof Method method) {
        types.add(method.getReturnType());
      }
    }
    return types;
  }

  private static List<String> components() throws IOException {
    try (InputStream index = LateServicesTest.class.getResourceAsStream(INDEX)) {
      List<String> components =
          new String(index.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("#")[0])
              .filter(line -> !line.isBlank())
              .toList();
      assertThat(components).contains(Listening.class.getName());
      return components;
    }
  }

  private static List<String> optionalPackages() throws IOException {
    return Files.readAllLines(Path.of("bnd.bnd")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("com.atlassian.") && line.contains(OPTIONAL))
        .map(line -> line.substring(0, line.indexOf(OPTIONAL)))
        .toList();
  }
}
