package io.bearings.platform.build.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ScannerIndexProcessorTest {
  private static final String ANNOTATIONS =
      """
      import org.springframework.stereotype.Component;
      import jakarta.inject.*;
      import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
      import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
      """;

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final List<String> problems = new ArrayList<>();

  @Test
  public void listsBeansInTheScannersFormat() {
    compile(
        "a.Plain", "@Component class Plain {}",
        "a.Named1", "@Component(\"other\") class Named1 {}",
        "b.Resource", "@Named public class Resource {}",
        "b.Outer", "class Outer { @Component static class Inner {} }");

    assertThat(problems).isEmpty();
    assertThat(file("component"))
        .containsExactly("a.Named1#other", "a.Plain", "b.Outer$Inner", "b.Resource");
    assertThat(folder.getRoot().toPath().resolve("META-INF/plugin-components/imports"))
        .doesNotExist();
  }

  @Test
  public void listsImportsOfConstructorsAndFieldsOnce() {
    compile(
        "a.Service", "public interface Service {}",
        "a.Other", "public interface Other<T> { interface Part {} }",
        "a.First",
            "@Component class First { First(@ComponentImport Service s, @ComponentImport(\"mine\") Other<String> o) {} }",
        "a.Second",
            "class Second { @ComponentImport Service s; @ComponentImport Other.Part part; }");

    assertThat(problems).isEmpty();
    assertThat(file("imports")).containsExactly("a.Other#mine", "a.Other$Part", "a.Service");
  }

  @Test
  public void listsExportsWithTheirInterfaces() {
    compile(
        "a.Aware", "public interface Aware {}",
        "a.More", "public interface More {}",
        "a.Start",
            "@Component @ExportAsService({Aware.class, More.class}) class Start implements Aware, More {}",
        "a.Everything", "@Component @ExportAsService class Everything implements Aware {}");

    assertThat(problems).isEmpty();
    assertThat(file("exports")).containsExactly("a.Everything", "a.Start#a.Aware,a.More");
  }

  @Test
  public void refusesTwoBeansOfOneSimpleName() {
    compile("okr.Score", "@Component class Score {}", "kpi.Score", "@Component class Score {}");

    assertThat(problems).singleElement().asString().contains("'score'", "okr.Score", "kpi.Score");
    assertNoIndex();
  }

  @Test
  public void refusesABeanNamedLikeAnImport() {
    compile(
        "api.Search", "public interface Search {}",
        "a.Search", "@Component class Search {}",
        "a.User", "@Component class User { User(@ComponentImport api.Search s) {} }");

    assertThat(problems)
        .singleElement()
        .asString()
        .contains("a.Search", "api.Search", "'search'", "replace");
    assertNoIndex();
  }

  @Test
  public void refusesTwoImportsOfOneName() {
    compile(
        "jira.Users", "public interface Users {}",
        "sal.Users", "public interface Users {}",
        "a.Bean",
            "@Component class Bean { Bean(@ComponentImport jira.Users j, @ComponentImport sal.Users s) {} }");

    assertThat(problems).singleElement().asString().contains("jira.Users", "sal.Users", "'users'");
  }

  @Test
  public void acceptsTwoImportsOfOneSimpleNameWhenOneIsNamed() {
    compile(
        "jira.Users", "public interface Users {}",
        "sal.Users", "public interface Users {}",
        "a.Bean",
            "@Component class Bean { Bean(@ComponentImport jira.Users j, @ComponentImport(\"salUsers\") sal.Users s) {} }");

    assertThat(problems).isEmpty();
    assertThat(file("imports")).containsExactly("jira.Users", "sal.Users#salUsers");
  }

  @Test
  public void refusesASecondConstructorWithoutInject() {
    compile("a.Bean", "@Component class Bean { Bean() {} Bean(String s) {} }");

    assertThat(problems)
        .singleElement()
        .asString()
        .contains("a.Bean", "2 constructors", "@Inject", "Bean(java.lang.String)");
  }

  @Test
  public void acceptsASecondConstructorWhenOneCarriesInject() {
    compile("a.Bean", "@Component class Bean { @Inject Bean() {} Bean(String s) {} }");

    assertThat(problems).isEmpty();
  }

  @Test
  public void refusesTwoConstructorsThatBothCarryInject() {
    compile("a.Bean", "@Component class Bean { @Inject Bean() {} @Inject Bean(String s) {} }");

    assertThat(problems).singleElement().asString().contains("a.Bean");
  }

  @Test
  public void refusesAnImportThatIsNoInterface() {
    compile(
        "a.Thing", "public class Thing {}",
        "a.Bean", "@Component class Bean { Bean(@ComponentImport Thing t) {} }");

    assertThat(problems).singleElement().asString().contains("a.Thing", "only an interface");
  }

  @Test
  public void refusesAnAbstractBeanAndAnInnerOne() {
    compile(
        "a.Half", "@Component abstract class Half {}",
        "a.Outer", "class Outer { @Component class Inner {} }");

    assertThat(problems)
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("a.Half", "not abstract"))
        .anySatisfy(problem -> assertThat(problem).contains("a.Outer$Inner", "static"));
  }

  @Test
  public void refusesATypeThatIsExportedAndImported() {
    compile(
        "a.Aware", "public interface Aware {}",
        "a.Start",
            "@Component @ExportAsService(Aware.class) class Start implements Aware { Start(@ComponentImport Aware a) {} }");

    assertThat(problems).singleElement().asString().contains("a.Start", "a.Aware", "imported too");
  }

  @Test
  public void refusesAnExportThatIsNoBeanOrDoesNotImplementIt() {
    compile(
        "a.Aware", "public interface Aware {}",
        "a.NoBean", "@ExportAsService(Aware.class) class NoBean implements Aware {}",
        "a.Wrong", "@Component @ExportAsService(Aware.class) class Wrong {}");

    assertThat(problems)
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("a.NoBean", "@Component is missing"))
        .anySatisfy(problem -> assertThat(problem).contains("a.Wrong", "does not implement"));
  }

  @Test
  public void namesBeansAsTheScannerDoes() {
    assertThat(ScannerIndex.beanNameOf("a.b.TheName")).isEqualTo("theName");
    assertThat(ScannerIndex.beanNameOf("a.b.KPISheet")).isEqualTo("KPISheet");
    assertThat(ScannerIndex.beanNameOf("a.Outer$Inner")).isEqualTo("outer.Inner");
    assertThat(ScannerIndex.beanNameOf("A")).isEqualTo("a");
  }

  private void compile(String... classesAndBodies) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    annotationTypes().forEach((name, body) -> sources.add(source(name, body)));
    for (int i = 0; i < classesAndBodies.length; i += 2) {
      sources.add(source(classesAndBodies[i], ANNOTATIONS + classesAndBodies[i + 1]));
    }
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            diagnostics,
            List.of("-d", folder.getRoot().getPath(), "-Xlint:-options"),
            null,
            sources);
    task.setProcessors(List.of(new ScannerIndexProcessor()));
    task.call();
    diagnostics.getDiagnostics().forEach(found -> problems.add(found.getMessage(null)));
  }

  /** The annotations by their real names; the processor knows them by name only. */
  private static Map<String, String> annotationTypes() {
    return Map.of(
        "org.springframework.stereotype.Component",
        "public @interface Component { String value() default \"\"; }",
        "jakarta.inject.Named",
        "public @interface Named { String value() default \"\"; }",
        "jakarta.inject.Inject",
        "public @interface Inject {}");
  }

  private static JavaFileObject source(String className, String body) {
    int dot = className.lastIndexOf('.');
    String text = "package " + className.substring(0, dot) + ";\n" + body;
    URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private List<String> file(String name) {
    Path path = folder.getRoot().toPath().resolve("META-INF/plugin-components").resolve(name);
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new AssertionError("No index file " + path, e);
    }
  }

  private void assertNoIndex() {
    assertThat(folder.getRoot().toPath().resolve("META-INF")).doesNotExist();
  }
}
