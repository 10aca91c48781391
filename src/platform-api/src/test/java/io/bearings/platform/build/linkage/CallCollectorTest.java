package io.bearings.platform.build.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

public class CallCollectorTest {
  private static final String USER = "com.atlassian.jira.user.ApplicationUser";

  private static final String IMPORTS =
      """
      import com.atlassian.jira.issue.*;
      import com.atlassian.jira.event.type.EventType;
      import com.atlassian.jira.issue.status.Status;
      import com.atlassian.jira.security.request.*;
      import com.atlassian.jira.web.action.JiraWebActionSupport;
      import com.atlassian.plugin.web.Condition;
      import com.atlassian.sal.api.lifecycle.LifecycleAware;
      import com.atlassian.sal.api.transaction.*;
      import com.atlassian.jira.user.ApplicationUser;
      import java.util.*;
      import java.util.function.*;
      """;

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void listsCalledMethodsWithTheTypesOnTheWay() throws IOException {
    assertThat(
            linesOf(
                "class A { String of(IssueManager m) { return m.getIssueObject(\"K-1\").getKey(); }"
                    + " }"))
        .containsExactlyInAnyOrder(
            "interface com.atlassian.jira.issue.IssueManager",
            "method com.atlassian.jira.issue.IssueManager getIssueObject"
                + " (Ljava/lang/String;)Lcom/atlassian/jira/issue/MutableIssue; instance",
            "interface com.atlassian.jira.issue.MutableIssue",
            "method com.atlassian.jira.issue.MutableIssue getKey ()Ljava/lang/String; instance");
  }

  @Test
  public void readsConstantsOfJiraAtRunTime() throws IOException {
    assertThat(
            linesOf(
                "class A extends JiraWebActionSupport { protected String doExecute() { return"
                    + " SUCCESS; } Long id() { return EventType.ISSUE_MOVED_ID; } }"))
        .contains(
            "field com.atlassian.jira.event.type.EventType ISSUE_MOVED_ID Ljava/lang/Long; static",
            "field com.atlassian.jira.web.action.JiraWebActionSupport SUCCESS Ljava/lang/String;"
                + " static");
  }

  @Test
  public void listsWhatIsOverriddenBecauseSomebodyCallsIt() throws IOException {
    assertThat(
            linesOf(
                "class A extends JiraWebActionSupport { protected String doExecute() { return null;"
                    + " } public int hashCode() { return 1; } }"))
        .contains(
            "method com.atlassian.jira.web.action.JiraWebActionSupport doExecute"
                + " ()Ljava/lang/String; instance")
        .noneMatch(line -> line.contains("hashCode"));
  }

  @Test
  public void listsTheAbstractMethodsThatClassesAndLambdasImplement() throws IOException {
    assertThat(
            linesOf(
                "abstract class Base implements Condition { public void init(Map<String,String> m)"
                    + " {} } class A extends Base { public boolean shouldDisplay(Map<String,Object>"
                    + " m) { return true; } Object run(TransactionTemplate t) { return t.execute(()"
                    + " -> null); } } class B implements LifecycleAware { public void onStart() {}"
                    + " }"))
        .contains(
            "implements com.atlassian.plugin.web.Condition init (Ljava/util/Map;)V",
            "implements com.atlassian.plugin.web.Condition shouldDisplay (Ljava/util/Map;)Z",
            "implements com.atlassian.sal.api.transaction.TransactionCallback doInTransaction"
                + " ()Ljava/lang/Object;",
            "implements com.atlassian.sal.api.lifecycle.LifecycleAware onStart ()V")
        .noneMatch(line -> line.contains("onStop"));
  }

  @Test
  public void namesTheDeclaringTypeInMethodReferencesWhateverTheCompiler() throws IOException {
    assertThat(linesOf("class A { Function<Status, String> name = Status::getName; }"))
        .contains(
            "method com.atlassian.jira.issue.IssueConstant getName ()Ljava/lang/String; instance",
            "interface com.atlassian.jira.issue.status.Status");
  }

  @Test
  public void listsAnnotationsWithTheirValues() throws IOException {
    assertThat(linesOf("class A { @SupportedMethods({RequestMethod.GET}) void m() {} }"))
        .containsExactlyInAnyOrder(
            "annotation com.atlassian.jira.security.request.SupportedMethods",
            "method com.atlassian.jira.security.request.SupportedMethods value"
                + " ()[Lcom/atlassian/jira/security/request/RequestMethod; instance",
            "enum com.atlassian.jira.security.request.RequestMethod",
            "field com.atlassian.jira.security.request.RequestMethod GET"
                + " Lcom/atlassian/jira/security/request/RequestMethod; static");
  }

  @Test
  public void saysNothingOfAnnotationsThatEndWithTheCompiler() throws IOException {
    linesOf(
        "@N @interface N {} @N class A { @N int field; @N int method(@N int parameter) { return"
            + " 0; } record R(@N int component) {} }");
    Files.delete(folder.getRoot().toPath().resolve("a/N.class"));

    assertThat(CallCollector.collect(folder.getRoot().toPath(), loader())).isEmpty();
  }

  @Test
  public void listsTypesThatOnlyStandInGenerics() throws IOException {
    assertThat(linesOf("class A { List<Issue> issues; }"))
        .containsExactly("interface com.atlassian.jira.issue.Issue");
  }

  @Test
  public void saysNothingOfTheAddOnAndTheJdk() throws IOException {
    assertThat(
            linesOf(
                "class A extends B { int size = new ArrayList<String>().size() + own(); }"
                    + " class B { int own() { return hashCode(); } enum E { X } E e = E.X; }"))
        .isEmpty();
  }

  @Test
  public void listsTheClassesOfDescriptorsButNotOfTheirComments() throws IOException {
    Files.writeString(
        folder.getRoot().toPath().resolve("atlassian-plugin.xml"),
        """
        <atlassian-plugin key="x.y">
          <!-- com.atlassian.jira.issue.Nothing -->
          <condition class="com.atlassian.jira.plugin.webfragment.conditions.UserLoggedInCondition"/>
          <entity>a.A</entity>
          <link>https://some.example.Site/page</link>
        </atlassian-plugin>
        """);

    assertThat(linesOf("class A {}"))
        .containsExactly(
            "class com.atlassian.jira.plugin.webfragment.conditions.UserLoggedInCondition");
  }

  @Test
  public void refusesADescriptorThatNamesAnUnknownClass() throws IOException {
    Files.writeString(
        folder.getRoot().toPath().resolve("atlassian-plugin.xml"),
        "<p><condition class='com.atlassian.jira.NoSuchCondition'/></p>");

    assertThatThrownBy(() -> linesOf("class A {}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("com.atlassian.jira.NoSuchCondition")
        .hasMessageContaining("atlassian-plugin.xml");
  }

  @Test
  public void namesADescriptorThatIsNoXml() throws IOException {
    Files.writeString(folder.getRoot().toPath().resolve("atlassian-plugin.xml"), "<p>");

    assertThatThrownBy(() -> linesOf("class A {}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("atlassian-plugin.xml");
  }

  @Test
  public void tellsThatASignatureBecameAnotherKind() throws IOException {
    linesOf("class A { void m(ApplicationUser user) { user.getKey(); } }");
    SortedSet<Call> reviewed = CallCollector.collect(folder.getRoot().toPath(), loader());
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, USER.replace('.', '/'), null, "java/lang/Object", null);
    byte[] madeAClass = writer.toByteArray();
    ClassLoader changed =
        new ClassLoader(loader()) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return name.equals(USER.replace('.', '/') + ".class")
                ? new ByteArrayInputStream(madeAClass)
                : super.getResourceAsStream(name);
          }
        };

    assertThat(
            JiraCalls.difference(
                reviewed, CallCollector.collect(folder.getRoot().toPath(), changed)))
        .containsExactly("+ class " + USER, "- interface " + USER);
  }

  @Test
  public void tellsWhatIsNewAndWhatIsGone() {
    SortedSet<Call> reviewed = new TreeSet<>();
    reviewed.add(new Call.OfType(Kind.CLASS, "a.Gone"));
    reviewed.add(new Call.OfType(Kind.CLASS, "a.Same"));
    SortedSet<Call> found = new TreeSet<>();
    found.add(new Call.OfType(Kind.CLASS, "a.Same"));
    found.add(new Call.OfType(Kind.INTERFACE, "b.New"));

    assertThat(JiraCalls.difference(reviewed, found))
        .containsExactly("- class a.Gone", "+ interface b.New");
  }

  private List<String> linesOf(String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = folder.getRoot().toPath();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///a/A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package a;\n" + IMPORTS + source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call()).isTrue();
    List<String> lines = new ArrayList<>();
    CallCollector.collect(classes, loader()).forEach(call -> lines.add(call.line()));
    return lines;
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
