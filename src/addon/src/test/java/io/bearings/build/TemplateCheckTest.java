package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class TemplateCheckTest {
  private static final String VIEW = "io.bearings.build.TemplateCheckTest$View";
  private static final String POINT = "io.bearings.build.TemplateCheckTest$Point";
  private static final String HIDDEN = "io.bearings.build.TemplateCheckTest$Hidden";

  @Rule public final MadeUpAddOn made = new MadeUpAddOn();

  @Before
  public void makeClasses() {
    made.copyOfClass(View.class);
    made.copyOfClass(Point.class);
    made.copyOfClass(Hidden.class);
  }

  @Test
  public void templatesCallWhatIsAllowedAndNothingIsAllowedInVain() throws Exception {
    assertThat(TemplateCheck.findings(AddOn.BUILT)).isEmpty();
  }

  @Test
  public void acceptsListedGettersMethodsAndWhatJiraAllows() throws Exception {
    allow(VIEW + "#getTitle()", VIEW + "#isOpen()", VIEW + "#name(int java.lang.String)");
    made.file(
        "t.vm",
        """
        #enable_html_escaping()
        #if ($view.open && !$list.isEmpty())
        #foreach ($v in $list)$velocityCount $!v.title $v.name(1, "$req.contextPath/x")#end
        #end
        $i18n.getText("bearings.known") $webResourceManager.requireResource("a:b") $list.size()
        $plain
        """);

    assertThat(TemplateCheck.findings(made.addOn())).isEmpty();
  }

  @Test
  public void namesACallThatIsNotListed() throws Exception {
    allow(VIEW + "#getTitle()");
    made.file("t.vm", "$view.title $view.getOwner() $i18n.getLocale() $a.title.length()");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly(
            "t.vm calls $view.getOwner(), but no method getOwner with 0 arguments is on the"
                + " allowlist",
            "t.vm calls $i18n.getLocale(), but no method getLocale with 0 arguments is on the"
                + " allowlist",
            "t.vm calls $a.title.length(), but no method length with 0 arguments is on the"
                + " allowlist");
  }

  @Test
  public void namesAPropertyWithoutAGetter() throws Exception {
    made.file("t.vm", "#if($view.missing)x#end");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly("t.vm reads $view.missing, but no getter of missing is on the allowlist");
  }

  @Test
  public void namesARecordThatIsReadLikeABean() throws Exception {
    allow(POINT + "#across()");
    made.file("t.vm", "$point.across() $!{point.across}");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly(
            "t.vm reads $!{point.across}, which Velocity does not find: "
                + POINT
                + "#across() is no getter");
  }

  @Test
  public void namesACallInsideAnArgument() throws Exception {
    made.file("t.vm", "$i18n.getText(\"bearings.x\", $view.hidden())");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly(
            "t.vm calls $view.hidden(), but no method hidden with 0 arguments is on the allowlist");
  }

  @Test
  public void namesACallInsideAString() throws Exception {
    made.file("t.vm", "#set($url = \"/browse/$issue.key\")#set($plain = '$issue.key')");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly("t.vm reads $issue.key, but no getter of key is on the allowlist");
  }

  @Test
  public void namesAnEntryThatIsCalledByNoTemplate() throws Exception {
    allow(VIEW + "#getTitle()");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly(VIEW + "#getTitle() on the allowlist is called by no template");
  }

  @Test
  public void acceptsAGetterOfAnActionAsAVariable() throws Exception {
    made.descriptor(
        "<webwork1 key=\"a\"><actions><action name=\"%s\" alias=\"X\"/></actions></webwork1>"
                .formatted(VIEW)
            + "<velocity-allowlist key=\"b\"><method>%s#getTitle()</method></velocity-allowlist>"
                .formatted(VIEW));
    made.file("t.vm", "$title");

    assertThat(TemplateCheck.findings(made.addOn())).isEmpty();
  }

  @Test
  public void namesAnEntryThatAllowsNothing() throws Exception {
    allow(
        VIEW + "#getNothing()", HIDDEN + "#getText()", "java.util.List#size()", "no method at all");
    made.file("t.vm", "$v.nothing $v.text $v.size()");

    assertThat(TemplateCheck.findings(made.addOn()))
        .contains(
            "no method at all on the allowlist is no method",
            VIEW + "#getNothing() on the allowlist does not exist",
            HIDDEN + "#getText() on the allowlist is not public, so templates cannot call it",
            "java.util.List#size() on the allowlist is no class of the add-on");
  }

  @Test
  public void namesAnIncludedTemplateThatDoesNotExist() throws Exception {
    made.file("templates/here.vm", "x");
    made.file("t.vm", "#parse(\"templates/here.vm\") #parse(\"templates/gone.vm\")");
    made.descriptor("");

    assertThat(TemplateCheck.findings(made.addOn()))
        .containsExactly("t.vm includes templates/gone.vm, which does not exist");
  }

  @Test
  public void namesATemplateThatDoesNotParse() throws Exception {
    made.descriptor("");
    made.file("t.vm", "#if (");

    assertThat(TemplateCheck.findings(made.addOn()))
        .singleElement()
        .asString()
        .startsWith("t.vm is no template: ");
  }

  @Before
  public void allowNothingYet() {
    made.descriptor("");
  }

  private void allow(String... methods) {
    StringBuilder list = new StringBuilder("<velocity-allowlist key=\"allowed\">");
    List.of(methods).forEach(method -> list.append("<method>").append(method).append("</method>"));
    made.descriptor(list.append("</velocity-allowlist>").toString());
  }

  public static final class View {
    public String getTitle() {
      return "";
    }

    public boolean isOpen() {
      return true;
    }

    public String name(int number, String text) {
      return number + text;
    }
  }

  public record Point(int across) {}

  static final class Hidden {
    public String getText() {
      return "";
    }
  }
}
