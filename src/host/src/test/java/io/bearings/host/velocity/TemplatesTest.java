package io.bearings.host.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.bearings.host.descriptor.Module.VelocityAllowlist;
import io.bearings.host.i18n.Translations;
import io.bearings.host.osgi.AddOnBundle;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class TemplatesTest {
  private final AddOnBundle bundle = mock(AddOnBundle.class);
  private final Map<String, Object> variables = new HashMap<>();
  private Templates templates;

  public static class View {
    public String getName() {
      return "<n>";
    }

    public String getHidden() {
      return "hidden";
    }

    public String join(String one, int two) {
      return one + two;
    }

    public void join(String one) {}

    @HtmlSafe
    public String getMarkup() {
      return "<b>" + variable + "</b>";
    }

    @HtmlSafe
    public String marked(String text) {
      return "<i>" + text + "</i>";
    }

    public String fail() {
      throw new IllegalStateException("fail");
    }

    private final String variable = "bold";
  }

  public record Point(int x) {}

  @HtmlSafe
  public record Markup(String html) {
    @Override
    public String toString() {
      return html;
    }
  }

  private interface Hidden {
    String name();
  }

  private record HiddenView(String name) implements Hidden {}

  @Before
  public void templates() throws Exception {
    String view = View.class.getName();
    when(bundle.classLoader()).thenReturn(View.class.getClassLoader());
    when(bundle.load(anyString(), anyString()))
        .thenAnswer(call -> Class.forName(call.getArgument(0)));
    when(bundle.bytes(anyString())).thenReturn(Optional.empty());
    Allowlist allowlist = new Allowlist();
    allowlist.add(
        new VelocityAllowlist(
            "v",
            List.of(
                view + "#getName()",
                view + "#join(java.lang.String int)",
                view + "#getMarkup()",
                view + "#marked(java.lang.String)",
                view + "#fail()",
                Point.class.getName() + "#x()",
                HiddenView.class.getName() + "#name()")),
        bundle);
    templates = new Templates(bundle, allowlist);
    variables.put("view", new View());
    variables.put("text", "a<b>&\"c'");
  }

  private String render(String template) {
    String path = "t" + template.hashCode() + ".vm";
    when(bundle.bytes(path)).thenReturn(Optional.of(template.getBytes(StandardCharsets.UTF_8)));
    return templates.render(path, variables);
  }

  @Test
  public void whatIsInsertedIsEscapedButSingleQuotes() {
    assertThat(render("$text ${text} $!text"))
        .isEqualTo("a&lt;b&gt;&amp;&quot;c' ".repeat(3).trim());
    assertThat(render("$view.name ü")).isEqualTo("&lt;n&gt; ü");
  }

  @Test
  public void namesThatSayHtmlAreNotEscaped() {
    variables.put("someHtml", "<p>");
    variables.put("body", "<q>");
    assertThat(render("$someHtml $!{someHtml} $body")).isEqualTo("<p> <p> <q>");
  }

  @Test
  public void whatVouchesForItselfIsNotEscaped() {
    variables.put("markup", new Markup("<hr>"));
    assertThat(render("$view.markup $view.marked('x') $markup"))
        .isEqualTo("<b>bold</b> <i>x</i> <hr>");
  }

  @Test
  public void escapingCanBeTurnedOffAndOn() {
    assertThat(render("#disable_html_escaping()\n$text\n#enable_html_escaping()\n$text"))
        .isEqualTo("a<b>&\"c'\na&lt;b&gt;&amp;&quot;c'");
  }

  @Test
  public void whatIsNotListedPrintsNothing() {
    assertThat(render("[$view.hidden][$view.getHidden()][$view.class][$text.length()]"))
        .isEqualTo("[][][][]");
    assertThat(render("#if($view.hidden)yes#{else}no#end")).isEqualTo("no");
  }

  @Test
  public void whatDoesNotExistPrintsItselfUnlessQuiet() {
    assertThat(render("$nothing $!nothing $view.nothing")).isEqualTo("$nothing  $view.nothing");
  }

  @Test
  public void listedMethodsAreCalledWithTheirParameters() {
    assertThat(render("$view.join('a', 1)")).isEqualTo("a1");
  }

  @Test
  public void aRecordHasMethodsButNoProperties() {
    variables.put("point", new Point(3));
    assertThat(render("$point.x() $point.x")).isEqualTo("3 $point.x");
  }

  @Test
  public void methodsOfAHiddenClassCannotBeCalled() {
    variables.put("hidden", new HiddenView("n"));
    assertThat(render("$hidden.name()")).isEqualTo("$hidden.name()");
  }

  @Test
  public void collectionsMapsAndTheHostsOwnObjectsWork() {
    Translations texts = new Translations();
    variables.put("i18n", texts.in(Locale.ENGLISH));
    variables.put("list", List.of("a", "b"));
    variables.put("map", new HashMap<>(Map.of("key", "value")));
    assertThat(
            render(
                "#foreach($e in $list)$velocityCount$e#end $list.size() $list.isEmpty() $map.key"
                    + " $i18n.getText('k')"))
        .isEqualTo("1a2b 2 false value k");
  }

  @Test
  public void aMapThatIsOneOnlyByInheritanceHasNoProperties() {
    variables.put("map", Map.of("key", "value"));
    assertThat(render("[$map.key]")).isEqualTo("[]");
  }

  @Test
  public void aFailureInATemplateNamesIt() {
    assertThatThrownBy(() -> render("$view.fail()"))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining(".vm");
  }

  @Test
  public void aLinkIsNotEscapedAsHtml() {
    assertThat(templates.renderText("/x?a=$text&b=$view.hidden", variables))
        .isEqualTo("/x?a=a<b>&\"c'&b=");
  }
}
