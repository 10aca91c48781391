package io.bearings.host.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import io.bearings.host.Temper;
import io.bearings.host.runtime.AddOnJar;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.AddOnRuntime.DashboardItem;
import io.bearings.host.runtime.AddOnRuntime.Item;
import io.bearings.host.runtime.AddOnRuntime.Panel;
import io.bearings.host.runtime.AddOnRuntime.Section;
import io.bearings.host.runtime.TestSite;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class WebFragmentsTest {
  @Rule public final TestSite site = new TestSite();
  private final Map<String, Object> attributes = new HashMap<>();
  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final Project project = mock(Project.class);

  @Before
  public void request() {
    when(request.getContextPath()).thenReturn("/jira");
    when(request.getAttribute(org.mockito.ArgumentMatchers.anyString()))
        .thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
    org.mockito.Mockito.doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
        .when(request)
        .setAttribute(org.mockito.ArgumentMatchers.anyString(), org.mockito.ArgumentMatchers.any());
    when(project.getKey()).thenReturn("A B");
  }

  private static AddOnJar addOn() {
    return new AddOnJar()
        .imports(
            "com.atlassian.plugin.web",
            "com.atlassian.plugin",
            "com.atlassian.jira.plugin.webfragment.conditions",
            "com.atlassian.jira.plugin.webfragment.contextproviders",
            "com.atlassian.jira.plugin.webfragment.model",
            "com.atlassian.jira.user",
            "com.atlassian.jira.project")
        .type(
            "Has",
            """
            public class Has implements com.atlassian.plugin.web.Condition {
              private String wanted;
              public void init(java.util.Map<String, String> params) { wanted = params.get("var"); }
              public boolean shouldDisplay(java.util.Map<String, Object> context) {
                if (wanted.equals("bang")) throw new IllegalStateException("bang");
                return context.containsKey(wanted);
              }
            }
            """)
        .type(
            "View",
            """
            public class View {
              public String getName() { return "<b>"; }
              public String getSecret() { return "secret"; }
            }
            """)
        .type(
            "Provides",
            """
            import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
            public class Provides extends
                com.atlassian.jira.plugin.webfragment.contextproviders.AbstractJiraContextProvider {
              public java.util.Map<String, Object> getContextMap(
                  com.atlassian.jira.user.ApplicationUser user, JiraHelper helper) {
                var map = new java.util.HashMap<String, Object>();
                map.put("view", new View());
                map.put("projectKey",
                    helper.getProject() == null ? "none" : helper.getProject().getKey());
                return map;
              }
            }
            """)
        .file(
            "templates/panel.vm",
            "$webResourceManager.requireResource(\"test.addon:ui\")"
                + "$view.name $projectKey $i18n.getText(\"hello\") $!project.key [$view.secret]")
        .file("js/a.js", "1")
        .file("css/a.css", "1")
        .module(
            """
            <velocity-allowlist key="v"><method>test.View#getName()</method></velocity-allowlist>
            """)
        .module(
            """
            <web-resource key="base"><resource type="download" name="a.css" location="css/a.css"/>
            </web-resource>
            """)
        .module(
            """
            <web-resource key="ui"><dependency>com.atlassian.auiplugin:ajs</dependency>
              <dependency>test.addon:base</dependency>
              <resource type="download" name="a.js" location="js/a.js"/>
              <context>test.context</context></web-resource>
            """)
        .module(
            """
            <web-panel key="p2" location="here" weight="20">
              <context-provider class="test.Provides"/>
              <resource name="view" type="velocity" location="templates/panel.vm"/></web-panel>
            """)
        .module(
            """
            <web-panel key="p1" location="here" weight="10"><label key="hello"/>
              <context-provider class="test.Provides"/>
              <resource name="view" type="velocity" location="/templates/panel.vm"/>
              <condition class="test.Has"><param name="var">project</param></condition></web-panel>
            """)
        .module(
            """
            <web-section key="s" location="menu"><label key="hello"/></web-section>
            """)
        .module(
            """
            <web-item key="i" section="menu/s"><label key="hello"/>
              <link linkId="link">/projects/$pathEncodedProjectKey?selectedItem=test.addon:i</link>
              <param name="iconClass" value="icon"/></web-item>
            """)
        .module(
            """
            <web-item key="not" section="menu/s" weight="1"><label key="hello"/><link>x</link>
              <condition class="test.Has" invert="true"><param name="var" value="project"/></condition>
            </web-item>
            """)
        .module(
            """
            <web-item key="or" section="menu/s" weight="2"><label key="hello"/>
              <link>https://elsewhere.example/</link>
              <conditions type="OR">
                <condition class="test.Has"><param name="var">nothing</param></condition>
                <conditions type="AND">
                  <condition class="test.Has"><param name="var">project</param></condition>
                  <condition class="test.Has"><param name="var">helper</param></condition>
                </conditions>
              </conditions></web-item>
            """)
        .module(
            """
            <web-item key="bang" section="menu/s"><label key="hello"/><link>x</link>
              <condition class="test.Has"><param name="var">bang</param></condition></web-item>
            """)
        .module(
            """
            <web-item key="admin" section="admin"><label key="hello"/><link>/secure/X.jspa</link>
              <condition class="com.atlassian.jira.plugin.webfragment.conditions.JiraGlobalPermissionCondition">
                <param name="permission">admin</param></condition></web-item>
            """)
        .module(
            """
            <dashboard-item key="d" configurable="true">
              <definition><title key="hello"/></definition><description key="hello"/>
              <resource name="view" type="velocity" location="templates/panel.vm"/>
              <context-provider class="test.Provides"/><amd-module>test/d</amd-module>
            </dashboard-item>
            """);
  }

  @Test
  public void panelsComeByWeightWithTheirContext() {
    AddOnRuntime addOn = site.start(addOn());
    List<Panel> panels = addOn.panels("here", Map.of("project", project), request);
    assertThat(panels)
        .extracting(Panel::completeKey)
        .containsExactly("test.addon:p1", "test.addon:p2");
    assertThat(panels).extracting(Panel::label).containsExactly("Hello", "");
    assertThat(panels.get(0).html()).isEqualTo("&lt;b&gt; A B Hello A B []");
    assertThat(addOn.panels("here", Map.of(), request)).hasSize(1);
    assertThat(addOn.hasPanels("here")).isTrue();
    assertThat(addOn.hasPanels("there")).isFalse();
  }

  @Test
  public void aHarshHostGivesTemplatesNothingButTheProvidersMap() {
    site.temper(Temper.HARSH);
    AddOnRuntime addOn = site.start(addOn());
    assertThat(addOn.panels("here", Map.of("project", project), request).get(0).html())
        .isEqualTo("&lt;b&gt; A B Hello  []");
  }

  @Test
  public void aPanelThatFailsLeavesTheOthers() {
    AddOnJar jar =
        addOn()
            .module(
                """
                <web-panel key="worst" location="here" weight="1">
                  <context-provider class="test.Fails"/>
                  <resource name="view" type="velocity" location="templates/panel.vm"/></web-panel>
                """)
            .type(
                "Fails",
                """
                public class Fails implements com.atlassian.plugin.web.ContextProvider {
                  public void init(java.util.Map<String, String> params) {}
                  public java.util.Map<String, Object> getContextMap(java.util.Map<String, Object> c) {
                    throw new IllegalStateException("<i>"); }
                }
                """);
    List<Panel> panels = site.start(jar).panels("here", Map.of("project", project), request);
    assertThat(panels).hasSize(3);
    assertThat(panels.get(0).html()).contains("test.addon:worst").doesNotContain("<i>");
  }

  @Test
  public void menusHaveLabelsLinksAndConditions() {
    AddOnRuntime addOn = site.start(addOn());
    assertThat(addOn.sections("menu", Map.of(), request))
        .containsExactly(new Section("s", "Hello"));
    assertThat(addOn.items("menu/s", Map.of("project", project), request))
        .containsExactly(
            new Item("test.addon:or", "or", "Hello", "https://elsewhere.example/", ""),
            new Item(
                "test.addon:i",
                "link",
                "Hello",
                "/jira/projects/A%20B?selectedItem=test.addon:i",
                "icon"));
    assertThat(addOn.items("menu/s", Map.of(), request))
        .extracting(Item::completeKey)
        .containsExactly("test.addon:not", "test.addon:i");
  }

  @Test
  public void conditionsOfJiraItselfAreMadeWithJirasComponents() {
    AddOnRuntime addOn = site.start(addOn());
    assertThat(addOn.items("admin", Map.of(), request)).isEmpty();
    site.logIn("member", Locale.ENGLISH);
    assertThat(addOn.items("admin", Map.of(), request)).isEmpty();
    site.logIn("admin", Locale.GERMAN);
    assertThat(addOn.items("admin", Map.of(), request))
        .extracting(Item::label)
        .containsExactly("Grüß Gott");
  }

  @Test
  public void dashboardItemsAreListedAndRendered() {
    AddOnRuntime addOn = site.start(addOn());
    assertThat(addOn.dashboardItems())
        .containsExactly(new DashboardItem("test.addon:d", "Hello", "Hello", "test/d", true));
    assertThat(addOn.dashboardView("test.addon:d", Map.of(), request))
        .isEqualTo("&lt;b&gt; none Hello  []");
    assertThat(addOn.dashboardView("test.addon:none", Map.of(), request)).isEmpty();
  }

  @Test
  public void whatAPageRequiresIsWrittenOnceAfterWhatItDependsOn() {
    AddOnRuntime addOn = site.start(addOn());
    addOn.panels("here", Map.of("project", project), request);
    addOn.resources(request).requireContext("test.context");
    assertThat(addOn.resources(request).tags())
        .containsSubsequence(
            "href=\"/jira/download/resources/test.addon:base/a.css?locale=en&amp;v=",
            "src=\"/jira/download/resources/test.addon:ui/a.js?locale=en&amp;v=")
        .doesNotContain("auiplugin")
        .hasLineCount(2);
  }
}
