package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Rule;
import org.junit.Test;

public class ScannerIndexCheckTest {
  private static final String FOLDER = "META-INF/plugin-components/";

  @Rule public final MadeUpAddOn made = new MadeUpAddOn();

  @Test
  public void theIndexInTheJarIsSound() {
    assertThat(ScannerIndexCheck.findings(AddOn.BUILT)).isEmpty();
  }

  @Test
  public void namesAnIndexWithoutBeans() {
    assertThat(ScannerIndexCheck.findings(made.addOn()))
        .containsExactly("there is no bean in META-INF/plugin-components/component");
  }

  @Test
  public void namesTwoBeansOfOneName() {
    made.file(FOLDER + "component", "java.util.Date\njava.sql.Date\njava.lang.String#text\n");

    assertThat(ScannerIndexCheck.findings(made.addOn()))
        .containsExactly("java.util.Date and java.sql.Date would both be named date");
  }

  @Test
  public void namesABeanThatIsNamedLikeAnImport() {
    made.file(FOLDER + "component", "java.lang.String#list\n");
    made.file(FOLDER + "imports", "java.util.List\n");

    assertThat(ScannerIndexCheck.findings(made.addOn()))
        .containsExactly("java.lang.String and java.util.List would both be named list");
  }

  @Test
  public void namesAClassThatDoesNotExist() {
    made.file(FOLDER + "component", "io.bearings.Gone\n");

    assertThat(ScannerIndexCheck.findings(made.addOn()))
        .containsExactly("io.bearings.Gone does not exist");
  }

  @Test
  public void namesWhatIsExportedAndImportedOrNoInterface() {
    made.file(FOLDER + "component", "java.util.ArrayList\n");
    made.file(FOLDER + "imports", "java.lang.Runnable\njava.lang.Integer\n");
    made.file(FOLDER + "exports", "java.util.ArrayList#java.util.List,java.lang.Runnable\n");

    assertThat(ScannerIndexCheck.findings(made.addOn()))
        .containsExactlyInAnyOrder(
            "java.lang.Integer is imported but is no interface",
            "java.util.ArrayList exports java.lang.Runnable, which is imported too");
  }
}
