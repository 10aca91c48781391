package io.bearings.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.opensymphony.workflow.WorkflowException;
import io.bearings.host.Temper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.mockito.Mockito;

/** What a jar may be, and why it is refused. */
public class AddOnLauncherTest {
  @Rule public final TestSite site = new TestSite();

  private void isRefused(AddOnJar jar, String... because) {
    assertThatThrownBy(() -> site.start(jar))
        .isInstanceOf(AddOnFailure.class)
        .hasMessageContainingAll(because);
  }

  @Test
  public void anAddOnWithoutModulesStarts() {
    AddOnRuntime addOn = site.start(new AddOnJar());
    assertThat(addOn.key()).isEqualTo(AddOnJar.KEY);
    assertThat(addOn.enabled()).isTrue();
    assertThat(addOn.trouble()).isEmpty();
    addOn.close();
    assertThat(addOn.enabled()).isFalse();
  }

  @Test
  public void componentsGetServicesAndAreToldOfTheStart() {
    AddOnJar jar =
        new AddOnJar()
            .service(PluginSettingsFactory.class)
            .imports(
                "com.atlassian.sal.api.lifecycle",
                "com.atlassian.plugin.spring.scanner.annotation.export",
                "jakarta.annotation",
                "jakarta.inject",
                "org.springframework.beans.factory")
            .component(
                "Greeting",
                """
                class Greeting {
                  private final com.atlassian.sal.api.pluginsettings.PluginSettingsFactory settings;
                  Greeting() { this(null); }
                  @jakarta.inject.Inject
                  Greeting(com.atlassian.sal.api.pluginsettings.PluginSettingsFactory settings) {
                    this.settings = settings;
                  }
                  void note(String word) {
                    var global = settings.createGlobalSettings();
                    Object before = global.get("heard");
                    global.put("heard", before == null ? word : before + " " + word);
                  }
                }
                """)
            .component(
                "Life",
                """
                @com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService(
                    com.atlassian.sal.api.lifecycle.LifecycleAware.class)
                class Life implements com.atlassian.sal.api.lifecycle.LifecycleAware,
                    org.springframework.beans.factory.InitializingBean,
                    org.springframework.beans.factory.DisposableBean {
                  private final Greeting greeting;
                  Life(Greeting greeting) { this.greeting = greeting; }
                  @jakarta.annotation.PostConstruct void made() { greeting.note("made"); }
                  @Override public void afterPropertiesSet() { greeting.note("set"); }
                  @Override public void onStart() { greeting.note("started"); }
                  @Override public void onStop() { greeting.note("stopped"); }
                  @jakarta.annotation.PreDestroy void end() { greeting.note("ending"); }
                  @Override public void destroy() { greeting.note("destroyed"); }
                }
                """);
    site.start(jar);
    site.stop();
    assertThat(
            site.database()
                .jdbc()
                .queryForObject("select SETTING_TEXT from HOST_PLUGIN_SETTING", String.class))
        .isEqualTo("made set started stopped ending destroyed");
  }

  @Test
  public void aClassMayBeCalledByReflectionManyTimes() {
    // The JDK generates an accessor after some calls, which looks for its base class here.
    AddOnJar jar =
        new AddOnJar()
            .component(
                "Often",
                """
                public class Often {
                  public int n;
                  public void count() { n++; }
                  public Often() throws Exception {
                    for (int i = 0; i < 100; i++) Often.class.getMethod("count").invoke(this);
                  }
                }
                """);
    assertThat(site.start(jar).enabled()).isTrue();
  }

  @Test
  public void aPackageThatJiraDoesNotExportIsNamed() {
    isRefused(
        new AddOnJar().imports("com.atlassian.jira.internal"),
        "com.atlassian.jira.internal",
        "jira-11.3-exports.txt");
  }

  @Test
  public void aForgottenImportIsFoundThoughTheHostHasTheClass() {
    isRefused(
        new AddOnJar()
            .type(
                "Forgetful",
                "class Forgetful { com.atlassian.jira.issue.Issue issue() { return null; } }"),
        "test.Forgetful",
        "com.atlassian.jira.issue");
  }

  @Test
  public void aClassOfTheHostItselfIsNotVisible() {
    isRefused(
        new AddOnJar().type("Curious", "class Curious { io.bearings.host.Temper temper; }"),
        "io.bearings.host");
  }

  @Test
  public void aServiceThatIsNotOfferedIsNamed() {
    isRefused(
        new AddOnJar().service(com.atlassian.jira.issue.IssueManager.class),
        "com.atlassian.jira.issue.IssueManager",
        "not offer");
  }

  @Test
  public void twoComponentsOfOneNameAreBothNamed() {
    isRefused(
        new AddOnJar()
            .component("Score", "class Score {}")
            .indexed("test.Other#score")
            .type("Other", "class Other {}"),
        "score",
        "test.Score",
        "test.Other");
  }

  @Test
  public void aComponentNamedLikeAnImportIsRefused() {
    isRefused(
        new AddOnJar()
            .service(PluginSettingsFactory.class)
            .component("PluginSettingsFactory", "class PluginSettingsFactory {}"),
        "pluginSettingsFactory",
        "test.PluginSettingsFactory",
        "com.atlassian.sal.api.pluginsettings.PluginSettingsFactory");
  }

  @Test
  public void aComponentWhoseDependencyIsMissingIsNamed() {
    isRefused(
        new AddOnJar().component("Lonely", "class Lonely { Lonely(Runnable other) {} }"),
        "lonely",
        "java.lang.Runnable");
  }

  @Test
  public void twoConstructorsWithoutInjectAreRefused() {
    isRefused(
        new AddOnJar()
            .component(
                "Undecided", "class Undecided { Undecided(String a) {} Undecided(int b) {} }"),
        "undecided");
  }

  @Test
  public void anIndexedClassThatIsMissingIsNamed() {
    isRefused(new AddOnJar().indexed("test.Nowhere"), "test.Nowhere");
  }

  @Test
  public void exportingWhatIsImportedIsRefused() {
    isRefused(
        new AddOnJar()
            .service(PluginSettingsFactory.class)
            .imports("com.atlassian.plugin.spring.scanner.annotation.export")
            .component(
                "Own",
                """
                @com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService(
                    com.atlassian.sal.api.pluginsettings.PluginSettingsFactory.class)
                class Own implements com.atlassian.sal.api.pluginsettings.PluginSettingsFactory {
                  public com.atlassian.sal.api.pluginsettings.PluginSettings createSettingsForKey(
                      String key) { return null; }
                  public com.atlassian.sal.api.pluginsettings.PluginSettings createGlobalSettings() {
                    return null; }
                }
                """),
        "both exports",
        "test.Own");
  }

  @Test
  public void aJarWithoutSpringFileIsRefused() {
    isRefused(new AddOnJar().without("META-INF/spring/plugin-context.xml"), "META-INF/spring");
  }

  @Test
  public void theThreeKeysHaveToBeOne() {
    isRefused(new AddOnJar().header("Bundle-SymbolicName", "other"), "other", AddOnJar.KEY);
    isRefused(new AddOnJar().header("Atlassian-Plugin-Key", ""), "Atlassian-Plugin-Key");
  }

  @Test
  public void aJarThatIsNoBundleIsRefused() {
    isRefused(new AddOnJar().header("Bundle-SymbolicName", ""), "no bundle");
  }

  @Test
  public void classesOfJiraInTheJarAreRefused() {
    isRefused(
        new AddOnJar().file("com/atlassian/jira/issue/Issue.class", "x"), "classes of Jira's own");
  }

  @Test
  public void missingTextsAreNamed() {
    isRefused(new AddOnJar().without("i18n/test.properties"), "i18n/test.properties");
  }

  @Test
  public void anUnknownModuleTypeIsNamed() {
    isRefused(new AddOnJar().module("<web-pannel key=\"p\" location=\"x\"/>"), "web-pannel", "p");
  }

  @Test
  public void aMissingClassOfAConditionIsNamed() {
    isRefused(
        new AddOnJar()
            .module(
                "<web-section key=\"s\" location=\"l\"><label key=\"hello\"/>"
                    + "<condition class=\"test.Nowhere\"/></web-section>"),
        "web-section",
        "test.addon:s",
        "test.Nowhere");
  }

  @Test
  public void aConditionThatIsNoneIsNamed() {
    isRefused(
        new AddOnJar()
            .type("Something", "public class Something {}")
            .module(
                "<web-section key=\"s\" location=\"l\"><label key=\"hello\"/>"
                    + "<condition class=\"test.Something\"/></web-section>"),
        "test.Something",
        "com.atlassian.plugin.web.Condition");
  }

  @Test
  public void aConditionThatRefusesItsParametersIsNamed() {
    isRefused(
        new AddOnJar()
            .imports("com.atlassian.jira.plugin.webfragment.conditions")
            .module(
                "<web-section key=\"s\" location=\"l\"><label key=\"hello\"/><condition class=\""
                    + "com.atlassian.jira.plugin.webfragment.conditions.JiraGlobalPermissionCondition"
                    + "\"/></web-section>"),
        "test.addon:s",
        "permission");
  }

  @Test
  public void aMissingTemplateIsNamed() {
    isRefused(
        new AddOnJar()
            .module(
                "<web-panel key=\"p\" location=\"l\"><resource name=\"view\" type=\"velocity\""
                    + " location=\"templates/none.vm\"/></web-panel>"),
        "test.addon:p",
        "templates/none.vm");
  }

  @Test
  public void aTemplateThatCannotBeParsedIsNamed() {
    isRefused(
        new AddOnJar()
            .file("templates/bad.vm", "#if($x) never ended")
            .module(
                "<web-panel key=\"p\" location=\"l\"><resource name=\"view\" type=\"velocity\""
                    + " location=\"templates/bad.vm\"/></web-panel>"),
        "test.addon:p",
        "templates/bad.vm",
        "parsed");
  }

  @Test
  public void aMissingFileOfAWebResourceIsNamed() {
    isRefused(
        new AddOnJar()
            .module(
                "<web-resource key=\"r\"><resource type=\"download\" name=\"a.js\""
                    + " location=\"/js/a.js\"/></web-resource>"),
        "test.addon:r",
        "/js/a.js");
  }

  @Test
  public void anUnknownDependencyOfAWebResourceIsNamed() {
    isRefused(
        new AddOnJar()
            .module(
                "<web-resource key=\"r\"><dependency>test.addon:other</dependency></web-resource>"),
        "test.addon:r",
        "test.addon:other");
  }

  @Test
  public void aScriptThatAsksForAnUnknownTextIsRefused() {
    isRefused(
        new AddOnJar()
            .file("js/a.js", "AJS.I18n.getText('no.such')")
            .module(
                "<web-resource key=\"r\"><transformation extension=\"js\">"
                    + "<transformer key=\"jsI18n\"/></transformation>"
                    + "<resource type=\"download\" name=\"a.js\" location=\"/js/a.js\"/>"
                    + "</web-resource>"),
        "no.such");
  }

  @Test
  public void aTextWithoutTranslationIsNamed() {
    isRefused(
        new AddOnJar()
            .module("<web-section key=\"s\" location=\"l\"><label key=\"no.such\"/></web-section>"),
        "test.addon:s",
        "no.such");
  }

  @Test
  public void anAllowlistEntryThatNamesNoMethodIsRefused() {
    isRefused(
        new AddOnJar()
            .type("View", "public class View { public String getName() { return \"\"; } }")
            .module(
                "<velocity-allowlist key=\"v\"><method>test.View#getTitle()</method>"
                    + "</velocity-allowlist>"),
        "test.View#getTitle()");
    isRefused(
        new AddOnJar()
            .module(
                "<velocity-allowlist key=\"v\"><method>java.lang.String#length()</method>"
                    + "</velocity-allowlist>"),
        "java.lang.String",
        "its own classes");
  }

  @Test
  public void aRestModuleWithoutResourcesIsRefused() {
    isRefused(
        new AddOnJar()
            .module("<rest key=\"r\" path=\"/x\" version=\"1.0\"><package>test</package></rest>"),
        "test.addon:r",
        "@Path");
  }

  @Test
  public void anActionOfAnotherKindIsRefused() {
    isRefused(
        new AddOnJar()
            .type("Something", "public class Something {}")
            .module(
                "<webwork1 key=\"w\"><actions><action name=\"test.Something\" alias=\"Some\">"
                    + "</action></actions></webwork1>"),
        "Some",
        "JiraWebActionSupport");
  }

  @Test
  public void aFailureInOnStartStopsNothing() {
    AddOnJar jar =
        new AddOnJar()
            .imports(
                LifecycleAware.class.getPackageName(),
                "com.atlassian.plugin.spring.scanner.annotation.export")
            .component(
                "Life",
                """
                @com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService(
                    com.atlassian.sal.api.lifecycle.LifecycleAware.class)
                class Life implements com.atlassian.sal.api.lifecycle.LifecycleAware {
                  @Override public void onStart() { throw new IllegalStateException("tired"); }
                }
                """);
    assertThat(site.start(jar).enabled()).isTrue();
  }

  private static AddOnJar storing(String duringOnStart) {
    return new AddOnJar()
        .service(ActiveObjects.class)
        .imports(
            "net.java.ao",
            "net.java.ao.schema",
            LifecycleAware.class.getPackageName(),
            "com.atlassian.plugin.spring.scanner.annotation.export")
        .module(
            "<ao key=\"ao\" namespace=\"test\"><entity>test.Note</entity>"
                + "<upgradeTask>test.First</upgradeTask></ao>")
        .type(
            "Note",
            """
            import net.java.ao.*;
            import net.java.ao.schema.*;
            interface Note extends RawEntity<Long> {
              @AutoIncrement @NotNull @PrimaryKey("ID") Long getID();
              String getWords();
            }
            """)
        .component("Words", "class Words { String first = \"first\"; }")
        .type(
            "First",
            """
            import com.atlassian.activeobjects.external.*;
            import net.java.ao.DBParam;
            public class First implements ActiveObjectsUpgradeTask {
              private final Words words;
              public First(Words words) { this.words = words; }
              @Override public ModelVersion getModelVersion() { return ModelVersion.valueOf("1"); }
              @Override public void upgrade(ModelVersion current, ActiveObjects ao) {
                ao.migrate(Note.class);
                ao.create(Note.class, new DBParam("WORDS", words.first));
              }
            }
            """)
        .component(
            "Notes",
            """
            import com.atlassian.activeobjects.external.ActiveObjects;
            import net.java.ao.DBParam;
            @com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService(
                com.atlassian.sal.api.lifecycle.LifecycleAware.class)
            class Notes implements com.atlassian.sal.api.lifecycle.LifecycleAware {
              private final ActiveObjects ao;
              Notes(ActiveObjects ao) { this.ao = ao; }
              @Override public void onStart() { %s }
            }
            """
                .formatted(duringOnStart));
  }

  private List<String> tables() {
    return site.database()
        .jdbc()
        .queryForList(
            "select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_NAME like 'AO!_%' escape"
                + " '!'",
            String.class);
  }

  @Test
  public void entitiesOfTheBundleAreStored() {
    site.start(storing("ao.create(Note.class, new DBParam(\"WORDS\", \"second\"));"));
    assertThat(tables()).hasSize(1).first().asString().endsWith("_NOTE");
    assertThat(
            site.database()
                .jdbc()
                .queryForList(
                    "select WORDS from " + tables().get(0) + " order by ID", String.class))
        .containsExactly("first", "second");
  }

  @Test
  public void aHarshHostHasNoActiveObjectsBeforeTheAddOnIsEnabled() {
    site.temper(Temper.HARSH);
    assertThat(site.start(storing("ao.create(Note.class);")).enabled()).isTrue();
    assertThat(tables()).isEmpty();
  }

  @Test
  public void upgradeTasksCannotRunWhileComponentsAreMade() {
    isRefused(
        storing("")
            .component(
                "Hasty",
                """
                import com.atlassian.activeobjects.external.ActiveObjects;
                class Hasty { Hasty(ActiveObjects ao) { ao.count(Note.class); } }
                """),
        "test.addon:ao",
        "a constructor uses Active Objects");
  }

  @Test
  public void anEntityThatIsNoneIsNamed() {
    isRefused(
        new AddOnJar()
            .imports("net.java.ao")
            .type("Something", "public class Something {}")
            .module("<ao key=\"ao\"><entity>test.Something</entity></ao>"),
        "test.addon:ao",
        "test.Something",
        "net.java.ao.RawEntity");
  }

  @Test
  public void anAddOnThatImportsActiveObjectsNeedsTheModule() {
    isRefused(
        new AddOnJar().service(ActiveObjects.class),
        "com.atlassian.activeobjects.external.ActiveObjects",
        "not offer");
  }

  private static final String FUNCTION =
      """
      import com.atlassian.jira.JiraDataType;
      import com.atlassian.jira.JiraDataTypes;
      import com.atlassian.jira.jql.operand.QueryLiteral;
      import com.atlassian.jira.jql.query.QueryCreationContext;
      import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
      import com.atlassian.jira.user.ApplicationUser;
      import com.atlassian.jira.util.MessageSet;
      import com.atlassian.query.clause.TerminalClause;
      import com.atlassian.query.operand.FunctionOperand;
      import java.util.List;
      public class Everything extends AbstractJqlFunction {
        public MessageSet validate(ApplicationUser u, FunctionOperand o, TerminalClause c) {
          return validateNumberOfArgs(o, 0);
        }
        public List<QueryLiteral> getValues(
            QueryCreationContext q, FunctionOperand o, TerminalClause c) {
          return List.of(new QueryLiteral(o, 7L));
        }
        public int getMinimumNumberOfExpectedArguments() { return 0; }
        public JiraDataType getDataType() { return JiraDataTypes.ISSUE; }
      }
      """;

  private static AddOnJar withFunction(String modules) {
    return new AddOnJar()
        .imports(
            "com.atlassian.jira",
            "com.atlassian.jira.jql.operand",
            "com.atlassian.jira.jql.query",
            "com.atlassian.jira.plugin.jql.function",
            "com.atlassian.jira.user",
            "com.atlassian.jira.util",
            "com.atlassian.query.clause",
            "com.atlassian.query.operand")
        .type("Everything", FUNCTION)
        .module(modules);
  }

  @Test
  public void functionsOfJqlAreThereUntilTheAddOnStops() {
    AddOnRuntime addOn =
        site.start(
            withFunction(
                "<jql-function key=\"f\" class=\"test.Everything\"><fname>everything</fname>"
                    + "<list>true</list></jql-function>"));
    assertThat(addOn.jqlFunctions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.getFunctionName()).isEqualTo("everything");
              assertThat(function.isList()).isTrue();
            });
    addOn.close();
    assertThat(addOn.jqlFunctions()).isEmpty();
  }

  @Test
  public void twoFunctionsOfOneNameAreRefused() {
    isRefused(
        withFunction(
            "<jql-function key=\"f\" class=\"test.Everything\"><fname>every</fname></jql-function>"
                + "<jql-function key=\"g\" class=\"test.Everything\"><fname>EVERY</fname>"
                + "</jql-function>"),
        "test.addon:g",
        "EVERY");
  }

  @Test
  public void aFunctionThatIsNoneIsRefused() {
    isRefused(
        new AddOnJar()
            .type("Odd", "public class Odd {}")
            .module("<jql-function key=\"f\" class=\"test.Odd\"><fname>odd</fname></jql-function>"),
        "test.addon:f",
        "test.Odd",
        "JqlFunction");
  }

  private static final String SETUP =
      """
      import com.opensymphony.workflow.loader.AbstractDescriptor;
      import com.opensymphony.workflow.loader.FunctionDescriptor;
      import java.util.Map;
      public class SetUp extends com.atlassian.jira.plugin.workflow.AbstractWorkflowPluginFactory
          implements com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory {
        protected void getVelocityParamsForInput(Map<String, Object> p) { p.put("word", "new"); }
        protected void getVelocityParamsForEdit(Map<String, Object> p, AbstractDescriptor d) {
          p.put("word", ((FunctionDescriptor) d).getArgs().get("word"));
        }
        protected void getVelocityParamsForView(Map<String, Object> p, AbstractDescriptor d) {
          getVelocityParamsForEdit(p, d);
          if (p.get("word").equals("fail")) { throw new IllegalStateException("It failed"); }
        }
        public Map<String, ?> getDescriptorParams(Map<String, Object> form) {
          return Map.of("word", extractSingleParam(form, "word"));
        }
      }
      """;

  private static final String STEP =
      """
      import java.util.Map;
      public class Step
          extends com.atlassian.jira.workflow.function.issue.AbstractJiraFunctionProvider {
        public void execute(
            Map vars, Map args, com.opensymphony.module.propertyset.PropertySet ps)
            throws com.opensymphony.workflow.WorkflowException {
          throw new com.opensymphony.workflow.WorkflowException(
              getIssue(vars) + " " + getCallerKey(vars, args) + " " + args.get("word") + " "
                  + args.get("class.name"));
        }
      }
      """;

  private static AddOnJar withWorkflowFunction(String name) {
    return new AddOnJar()
        .imports(
            "com.atlassian.jira.issue",
            "com.atlassian.jira.plugin.workflow",
            "com.atlassian.jira.workflow.function.issue",
            "com.opensymphony.module.propertyset",
            "com.opensymphony.workflow",
            "com.opensymphony.workflow.loader")
        .type("SetUp", SETUP)
        .type("Step", STEP)
        .file("view.vm", "$i18n.getText('hello') $word")
        .file("edit.vm", "<input name=\"word\" value=\"$word\">")
        .module(
            "<workflow-function key=\"w\" class=\"test.SetUp\" i18n-name-key=\""
                + name
                + "\"><function-class>test.Step</function-class>"
                + "<resource type=\"velocity\" name=\"view\" location=\"view.vm\"/>"
                + "<resource type=\"velocity\" name=\"input-parameters\" location=\"edit.vm\"/>"
                + "<resource type=\"velocity\" name=\"edit-parameters\" location=\"edit.vm\"/>"
                + "</workflow-function>");
  }

  @Test
  public void functionsOfWorkflowsAreSetUpByTheirTemplatesAndRun() {
    AddOnRuntime addOn = site.start(withWorkflowFunction("hello"));
    PostFunction function = addOn.postFunctions().get(0);
    HttpServletRequest request = Mockito.mock(HttpServletRequest.class);
    assertThat(function.completeKey()).isEqualTo("test.addon:w");
    assertThat(function.name()).isEqualTo("Hello");
    assertThat(function.description()).isEmpty();
    assertThat(function.fields(Optional.empty(), request))
        .isEqualTo("<input name=\"word\" value=\"new\">");
    assertThat(function.fields(Optional.of(Map.of("word", "<b>")), request))
        .isEqualTo("<input name=\"word\" value=\"&lt;b&gt;\">");
    assertThat(function.view(Map.of("word", "kept"), request)).isEqualTo("Hello kept");
    assertThat(function.view(Map.of("word", "fail"), request)).contains("Error rendering");
    assertThat(function.args(Map.of("word", new String[] {"typed"})))
        .isEqualTo(Map.of("word", "typed"));
    assertThatThrownBy(() -> function.args(Map.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> function.execute(null, "anna", Map.of("word", "x")))
        .isInstanceOf(WorkflowException.class)
        .hasMessage("null anna x test.Step");
    addOn.close();
    assertThat(addOn.postFunctions()).isEmpty();
  }

  @Test
  public void aFunctionOfWorkflowsWithoutANameIsRefused() {
    isRefused(withWorkflowFunction("nobody.knows"), "test.addon:w", "nobody.knows");
  }
}
