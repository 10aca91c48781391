package io.bearings.host.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.host.descriptor.Module.Condition;
import io.bearings.host.descriptor.Module.Configured;
import io.bearings.host.descriptor.Module.Label;
import io.bearings.host.runtime.AddOnFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DescriptorReaderTest {
  private static PluginDescriptor read(String inside) {
    return readAll(
        "<atlassian-plugin key=\"k\" name=\"n\" plugins-version=\"2\">"
            + inside
            + "</atlassian-plugin>");
  }

  private static PluginDescriptor readAll(String xml) {
    return DescriptorReader.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static void isRefused(String inside, String... because) {
    assertThatThrownBy(() -> read(inside))
        .isInstanceOf(AddOnFailure.class)
        .hasMessageContainingAll(because);
  }

  @Test
  public void thePluginSaysWhatItIs() {
    PluginDescriptor plugin =
        read(
            "<plugin-info><version>1.2</version></plugin-info>"
                + "<resource type=\"i18n\" name=\"i\" location=\"i18n.x\"/>"
                + "<rest-migration key=\"m\"><rest-v2/></rest-migration>");
    assertThat(plugin.key()).isEqualTo("k");
    assertThat(plugin.version()).isEqualTo("1.2");
    assertThat(plugin.i18nBundles()).containsExactly("i18n.x");
    assertThat(plugin.modules()).isEmpty();
  }

  private static final String FUNCTION =
      "<workflow-function key=\"f\" i18n-name-key=\"n\" class=\"F\"><description key=\"d\"/>"
          + "<function-class>P</function-class><orderable>true</orderable>"
          + "<resource type=\"velocity\" name=\"view\" location=\"v.vm\"/>"
          + "<resource type=\"velocity\" name=\"input-parameters\" location=\"i.vm\"/>"
          + "<resource type=\"velocity\" name=\"edit-parameters\" location=\"e.vm\"/>"
          + "</workflow-function>";

  @Test
  public void aFunctionOfWorkflowsHasThreeTemplates() {
    assertThat(read(FUNCTION).modules())
        .containsExactly(
            new Module.WorkflowFunction(
                "f",
                new Label("n"),
                Optional.of(new Label("d")),
                "F",
                "P",
                Map.of("view", "v.vm", "input-parameters", "i.vm", "edit-parameters", "e.vm")));
    isRefused(FUNCTION.replace("name=\"view\"", "name=\"look\""), "needs the templates", "view");
    isRefused(FUNCTION.replace("velocity", "soy"), "no velocity template");
    isRefused(FUNCTION.replace("function-class", "class"), "unknown element <class>");
  }

  @Test
  public void aJqlFunctionHasANameAndMayGiveAList() {
    assertThat(
            read("<jql-function key=\"a\" class=\"A\"><fname>some</fname><list>true</list>"
                    + "</jql-function><jql-function key=\"b\" class=\"B\"><description/>"
                    + "<fname>one</fname></jql-function>")
                .modules())
        .containsExactly(
            new Module.JqlFunction("a", "A", "some", true),
            new Module.JqlFunction("b", "B", "one", false));
    isRefused("<jql-function key=\"a\" class=\"A\"/>", "<jql-function key=\"a\">", "fname");
    isRefused(
        "<jql-function key=\"a\" class=\"A\"><name>f</name></jql-function>",
        "unknown element <name>");
  }

  @Test
  public void modulesKeepWhatTheyAreGiven() {
    PluginDescriptor plugin =
        read(
            """
            <ao key="a" namespace="ns"><entity>E</entity><upgradeTask>U</upgradeTask></ao>
            <rest key="r" path="/p" version="1.0"><package>x</package></rest>
            <servlet key="s" class="S"><url-pattern>/s/*</url-pattern>
              <init-param><param-name>n</param-name><param-value>v</param-value></init-param></servlet>
            <velocity-allowlist key="v"><method>C#m()</method></velocity-allowlist>
            <web-resource key="w"><resource type="download" name="img/" location="/img"/></web-resource>
            <webwork1 key="ww"><actions><action name="x.Act" roles-required="use, admin">
              <view name="success">v.vm</view></action></actions></webwork1>
            """);
    assertThat(plugin.modules())
        .containsExactly(
            new Module.ActiveObjects("a", Optional.of("ns"), List.of("E"), List.of("U")),
            new Module.Rest("r", "p", "1.0", List.of("x")),
            new Module.Servlet("s", "S", List.of("/s/*"), Map.of("n", "v")),
            new Module.VelocityAllowlist("v", List.of("C#m()")),
            new Module.WebResource(
                "w",
                List.of(),
                List.of(),
                List.of(new Module.WebResource.Download("img/", "/img/")),
                Map.of()),
            new Module.Actions(
                "ww",
                List.of(
                    new Module.Actions.Action(
                        "x.Act", "Act", List.of("use", "admin"), Map.of("success", "v.vm")))));
    assertThat(plugin.completeKey(plugin.modules().get(0))).isEqualTo("k:a");
  }

  @Test
  public void conditionsNest() {
    PluginDescriptor plugin =
        read(
            """
            <web-section key="s" location="l" weight="5"><label key="t"/>
              <condition class="A" invert="true"><param name="p" value="1"/></condition>
              <conditions type="or"><condition class="B"/>
                <conditions><condition class="C"/></conditions></conditions>
            </web-section>
            """);
    assertThat(plugin.modules())
        .containsExactly(
            new Module.WebSection(
                "s",
                "l",
                5,
                new Label("t"),
                new Condition.All(
                    List.of(
                        new Condition.One(new Configured("A", Map.of("p", "1")), true),
                        new Condition.Any(
                            List.of(
                                new Condition.One(new Configured("B", Map.of()), false),
                                new Condition.All(
                                    List.of(
                                        new Condition.One(
                                            new Configured("C", Map.of()), false)))))))));
  }

  @Test
  public void whatIsMissingIsNamed() {
    isRefused("<web-item key=\"i\" section=\"s\"><label key=\"l\"/></web-item>", "i", "<link>");
    isRefused("<web-item section=\"s\"/>", "web-item", "<link>");
    isRefused("<web-section key=\"s\" location=\"l\"/>", "s", "<label");
    isRefused("<web-panel key=\"p\" location=\"l\"/>", "p", "view");
    isRefused("<rest key=\"r\" path=\"/x\"/>", "r", "version");
    isRefused("<servlet key=\"s\" class=\"C\"/>", "s", "url-pattern");
    isRefused("<dashboard-item key=\"d\"/>", "d", "<title>");
    isRefused(
        "<servlet key=\"s\" class=\"C\"><url-pattern>x</url-pattern><init-param/></servlet>",
        "param-name");
  }

  @Test
  public void whatIsWrongIsNamed() {
    isRefused("<web-resource key=\"w\"><contxt>x</contxt></web-resource>", "w", "contxt");
    isRefused("<web-section key=\"s\" location=\"l\" weight=\"x\"/>", "s", "weight");
    isRefused(
        "<webwork1 key=\"w\"><actions><action name=\"A\""
            + " roles-required=\"boss\"/></actions></webwork1>",
        "boss");
    isRefused(
        "<webwork1 key=\"w\"><actions><action name=\"a.A\"/><action"
            + " name=\"b.A\"/></actions></webwork1>",
        "w",
        "two actions",
        "A");
    isRefused("<ao key=\"a\"/><rest key=\"a\" path=\"p\" version=\"1\"/>", "Two modules", "a");
    isRefused("<resource type=\"download\" name=\"x\" location=\"y\"/>", "download");
    isRefused(
        "<web-resource key=\"w\"><resource type=\"x\" name=\"n\" location=\"l\"/></web-resource>",
        "w",
        "type x");
    isRefused(
        "<web-section key=\"s\" location=\"l\"><label key=\"t\"/><conditions"
            + " type=\"xor\"/></web-section>",
        "xor");
    isRefused(
        "<web-panel key=\"p\" location=\"l\"><resource name=\"view\" type=\"soy\""
            + " location=\"x\"/></web-panel>",
        "soy");
  }

  @Test
  public void brokenXmlIsRefusedByItsLine() {
    assertThatThrownBy(() -> readAll("<atlassian-plugin\n key=\"k\">"))
        .isInstanceOf(AddOnFailure.class)
        .hasMessageContaining("line 2");
  }

  @Test
  public void anotherKindOfFileIsRefused() {
    assertThatThrownBy(() -> readAll("<plugin/>")).hasMessageContaining("<plugin>");
    assertThatThrownBy(() -> readAll("<atlassian-plugin key=\"k\"/>"))
        .hasMessageContaining("plugins-version");
    assertThatThrownBy(
            () ->
                readAll(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<atlassian-plugin key=\"&e;\"/>"))
        .isInstanceOf(AddOnFailure.class)
        .hasMessageContaining("DOCTYPE");
  }
}
