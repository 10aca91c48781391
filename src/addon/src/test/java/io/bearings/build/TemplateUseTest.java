package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The allowlist is what templates use. {@code bin/allowlist} writes it. */
public class TemplateUseTest {
  private static final Path SOURCE = Path.of("..", "..", Descriptor.PATH);
  private static final String NAME = "io.bearings.build.TemplateUseTest$";

  @Rule public final MadeUpAddOn made = new MadeUpAddOn();

  @Before
  public void makeClasses() {
    for (Class<?> each :
        List.of(Action.class, Page.class, Row.class, Provider.class, Unclear.class)) {
      made.copyOfClass(each);
    }
  }

  @Test
  public void theAllowlistIsWhatTemplatesUse() throws Exception {
    SortedSet<String> used = TemplateUse.of(AddOn.BUILT);
    if (System.getProperty("allowlist.accept") != null) {
      Files.writeString(SOURCE, TemplateUse.written(Files.readString(SOURCE), used));
      return;
    }
    SortedSet<String> listed = new TreeSet<>();
    Allowlist.of(AddOn.BUILT).entries().forEach(entry -> listed.add(entry.toString()));
    assertThat(listed)
        .as("velocity-allowlist of atlassian-plugin.xml; bin/allowlist writes it")
        .isEqualTo(used);
  }

  @Test
  public void followsGettersListsVariablesAndArguments() throws Exception {
    action("$page.title #foreach($row in $page.rows)$row.name $velocityCount #end");
    assertThat(TemplateUse.of(made.addOn()))
        .containsExactly(
            NAME + "Action#getPage()",
            NAME + "Page#getRows()",
            NAME + "Page#getTitle()",
            NAME + "Row#getName()");

    action("#set($first = $page.first)#if($first.open)$i18n.getText(\"a\", $first.name)#end");
    assertThat(TemplateUse.of(made.addOn()))
        .containsExactly(
            NAME + "Action#getPage()",
            NAME + "Page#getFirst()",
            NAME + "Row#getName()",
            NAME + "Row#isOpen()");

    action("$page.row(1, \"$page.title\").name.length() $req.contextPath $page.rows.size()");
    assertThat(TemplateUse.of(made.addOn()))
        .containsExactly(
            NAME + "Action#getPage()",
            NAME + "Page#getRows()",
            NAME + "Page#getTitle()",
            NAME + "Page#row(int java.lang.String)",
            NAME + "Row#getName()");
  }

  @Test
  public void aPanelIsGivenWhatItsProviderMayReturn() throws Exception {
    panel(Provider.class, "#if($bearings)$bearings.title#parse(\"more.vm\")#end");
    made.file("more.vm", "$bearings.first");
    assertThat(TemplateUse.of(made.addOn()))
        .containsExactly(NAME + "Page#getFirst()", NAME + "Page#getTitle()");
  }

  @Test
  public void aProviderThatMayReturnTwoThingsIsNotClear() {
    panel(Unclear.class, "$bearings.title");
    assertThatThrownBy(() -> TemplateUse.of(made.addOn())).hasMessageContaining("is not clear");
  }

  @Test
  public void writesTheListAndLeavesTheRest() {
    String before = "<a>\n  <velocity-allowlist key=\"x\">\n    <method>old</method>\n%s</a>\n";
    String end = "  </velocity-allowlist>\n";
    assertThat(TemplateUse.written(before.formatted(end), new TreeSet<>(List.of("b", "a"))))
        .isEqualTo(
            "<a>\n  <velocity-allowlist key=\"x\">\n    <method>a</method>\n"
                + "    <method>b</method>\n"
                + end
                + "</a>\n");
  }

  private void action(String template) {
    made.descriptor(
        "<webwork1 key=\"a\"><actions><action name=\"%s\" alias=\"X\">"
                .formatted(Action.class.getName())
            + "<view name=\"success\">/t.vm</view></action></actions></webwork1>");
    made.file("t.vm", template);
  }

  private void panel(Class<?> provider, String template) {
    made.descriptor(
        "<web-panel key=\"p\"><context-provider class=\"%s\"/>".formatted(provider.getName())
            + "<resource name=\"view\" type=\"velocity\" location=\"t.vm\"/></web-panel>");
    made.file("t.vm", template);
  }

  /** What a template of an action reads. */
  public static final class Action {
    public Page getPage() {
      return new Page();
    }
  }

  /** A view. */
  public static final class Page {
    public String getTitle() {
      return "";
    }

    public String getUnused() {
      return "";
    }

    public List<Row> getRows() {
      return List.of();
    }

    public Row getFirst() {
      return new Row();
    }

    public Row row(int place, String name) {
      return new Row();
    }
  }

  /** A part of a view. */
  public static final class Row {
    public String getName() {
      return "";
    }

    public boolean isOpen() {
      return true;
    }
  }

  /** Gives one thing. */
  public static final class Provider {
    Optional<Page> page() {
      return Optional.empty();
    }
  }

  /** Gives one of two things. */
  public static final class Unclear {
    Optional<Page> page() {
      return Optional.empty();
    }

    Optional<Row> row() {
      return Optional.empty();
    }
  }
}
