package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class TextCheckTest {
  @Rule public final MadeUpAddOn made = new MadeUpAddOn();

  @Before
  public void makeTexts() {
    made.file("i18n/made.properties", "bearings.known = Known\nbearings.state.open = Open\n");
    made.descriptor("<resource type=\"i18n\" name=\"i18n\" location=\"i18n.made\"/>");
  }

  @Test
  public void everyTextThatIsAskedForExists() {
    assertThat(TextCheck.findings(AddOn.BUILT)).isEmpty();
  }

  @Test
  public void namesATextThatTheDescriptorAsksFor() {
    made.descriptor(
        """
        <resource type="i18n" name="i18n" location="i18n.made"/>
        <web-item key="a"><label key="bearings.known"/><label key="bearings.gone"/></web-item>
        <dashboard-item key="b" i18n-name-key="bearings.gone.too"/>
        """);

    assertThat(TextCheck.findings(made.addOn()))
        .containsExactly(
            "atlassian-plugin.xml asks for the text bearings.gone, which does not exist",
            "atlassian-plugin.xml asks for the text bearings.gone.too, which does not exist");
  }

  @Test
  public void namesATextThatATemplateOrAScriptAsksFor() {
    made.file("t.vm", "$i18n.getText('bearings.known') $!i18n.getText( \"bearings.gone\", 1)");
    made.file("s.js", "AJS.I18n.getText('bearings.known') + AJS.I18n.getText(\"bearings.away\")");

    assertThat(TextCheck.findings(made.addOn()))
        .containsExactly(
            "t.vm asks for the text bearings.gone, which does not exist",
            "s.js asks for the text bearings.away, which does not exist");
  }

  @Test
  public void namesATextThatAClassAsksFor() {
    made.copyOfClass(Asking.class);

    assertThat(TextCheck.findings(made.addOn()))
        .hasSize(2)
        .allMatch(finding -> finding.contains("TextCheckTest$Asking.class asks for the text"))
        .anyMatch(finding -> finding.contains("bearings.notThere"))
        .anyMatch(finding -> finding.contains("bearings.nothing."));
  }

  @Test
  public void namesWhatATranslationLacksOrHasInVain() {
    made.file("i18n/made_de.properties", "bearings.known = Bekannt\nbearings.more = Mehr\n");

    assertThat(TextCheck.findings(made.addOn()))
        .containsExactly(
            "i18n/made_de.properties lacks bearings.state.open",
            "i18n/made_de.properties has in vain bearings.more");
  }

  @Test
  public void namesALineThatIsNotAsciiAndAKeyThatIsThereTwice() {
    made.file("i18n/made.properties", "bearings.a = \u00e4\nbearings.b = 1\nbearings.b = 2\n");

    assertThat(TextCheck.findings(made.addOn()))
        .containsExactly(
            "i18n/made.properties is not plain ASCII: bearings.a = \u00e4",
            "i18n/made.properties has twice bearings.b");
  }

  static final class Asking {
    static final String NO_KEY = "bearings/module and so on";

    String texts(String state) {
      return "bearings.known"
          + "bearings.notThere".concat("bearings.state." + state)
          + ("bearings.nothing." + state).length();
    }
  }
}
