package io.bearings.host.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.host.Temper;
import io.bearings.host.runtime.AddOnJar;
import io.bearings.host.runtime.TestSite;
import java.net.http.HttpResponse;
import org.junit.Rule;
import org.junit.Test;

public class ActionFilterTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Rule public final TestSite site = new TestSite();

  private static AddOnJar addOn() {
    return new AddOnJar()
        .imports(
            "com.atlassian.jira.web.action",
            "com.atlassian.jira.security.request",
            "com.atlassian.jira.security.xsrf",
            "com.atlassian.jira.util")
        .component("Store", "class Store { String kept = \"nothing\"; }")
        .type(
            "Settings",
            """
            import com.atlassian.jira.security.request.*;
            import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
            import com.atlassian.jira.web.action.JiraWebActionSupport;
            public class Settings extends JiraWebActionSupport {
              private final Store store;
              private String name;
              private Long size = 7L;
              private boolean on;
              private String[] many = {};
              public Settings(Store store) { this.store = store; }
              @Override @SupportedMethods(RequestMethod.GET) public String doDefault() { return INPUT; }
              @Override protected void doValidation() {
                if (name == null || name.isBlank()) addError("name", "empty");
              }
              @Override @SupportedMethods(RequestMethod.POST) @RequiresXsrfCheck
              protected String doExecute() {
                store.kept = name + "," + size + "," + on + "," + many.length;
                return getRedirect("/secure/Settings!default.jspa");
              }
              public String doBare() { return SUCCESS; }
              public String doBroken() { throw new IllegalStateException("broken"); }
              public void setName(String name) { this.name = name; }
              public void setSize(Long size) { this.size = size; }
              public void setOn(boolean on) { this.on = on; }
              public void setMany(String[] many) { this.many = many; }
              public String getKept() { return store.kept; }
              public String getName() { return name; }
            }
            """)
        .file(
            "templates/settings.vm",
            """
            <html><head><title>$i18n.getText("hello") &amp; more</title>
            <meta name="decorator" content="atl.admin"></head>
            <body>$req.contextPath $kept $!name $atl_token $action.hasAnyErrors()
            [$!errors.name$!errors.size]</body></html>
            """)
        .module(
            """
            <webwork1 key="w"><actions>
              <action name="test.Settings" alias="Settings" roles-required="admin">
                <view name="input">/templates/settings.vm</view>
                <view name="success">/templates/settings.vm</view>
              </action>
              <action name="test.Settings" alias="Mine" roles-required="use">
                <view name="success">/templates/settings.vm</view>
              </action>
            </actions></webwork1>
            """);
  }

  private HttpResponse<String> get(String page, String user) {
    return user == null
        ? site.ask("GET", "/secure/" + page, null)
        : site.ask("GET", "/secure/" + page, null, "X-User", user);
  }

  private HttpResponse<String> post(String page, String form) {
    return site.ask("POST", "/secure/" + page, form, "X-User", "admin", "Content-Type", FORM);
  }

  @Test
  public void aViewIsRenderedAndHandedToTheDecorator() {
    site.serve(addOn());
    HttpResponse<String> page = get("Settings!default.jspa", "admin");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("[atl.admin|Hello & more]/jira nothing  the-token false");
    assertThat(get("admin/Settings!default.jspa", "admin").body()).isEqualTo(page.body());
  }

  @Test
  public void rolesAreRequired() {
    site.serve(addOn());
    HttpResponse<String> nobody = get("Settings!default.jspa", null);
    assertThat(nobody.statusCode()).isEqualTo(302);
    assertThat(nobody.headers().firstValue("Location").orElse(""))
        .contains("/jira/login.jsp")
        .contains("os_destination=%2Fsecure%2FSettings%21default.jspa");
    assertThat(get("Settings!default.jspa", "member").statusCode()).isEqualTo(403);
    assertThat(get("Mine!bare.jspa", "member").statusCode()).isEqualTo(200);
    assertThat(get("Mine!bare.jspa", null).statusCode()).isEqualTo(302);
  }

  @Test
  public void parametersReachTheSettersAndTheAnswerIsARedirect() {
    site.serve(addOn());
    HttpResponse<String> answer =
        post("Settings.jspa", "name=a%26b&size=12&on=true&many=1&many=2&atl_token=the-token&x=y");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/jira/secure/Settings!default.jspa");
    assertThat(get("Settings!default.jspa", "admin").body()).contains("a&amp;b,12,true,2");
  }

  @Test
  public void anInvalidFormComesBackWithWhatWasTyped() {
    site.serve(addOn());
    HttpResponse<String> answer = post("Settings.jspa", "name=ok&size=much&atl_token=the-token");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("ok").contains("true").contains("[Not a number: much]");
    assertThat(get("Settings!default.jspa", "admin").body()).contains("nothing");
  }

  @Test
  public void aFormWithoutTokenIsRefused() {
    site.serve(addOn());
    assertThat(post("Settings.jspa", "name=a").statusCode()).isEqualTo(403);
    assertThat(post("Settings.jspa", "name=a&atl_token=guess").statusCode()).isEqualTo(403);
    assertThat(get("Settings!default.jspa", "admin").body()).contains("nothing");
  }

  @Test
  public void methodsThatACommandIsNotForAreRefused() {
    site.serve(addOn());
    assertThat(get("Settings.jspa?name=a&atl_token=the-token", "admin").statusCode())
        .isEqualTo(405);
    assertThat(post("Settings!default.jspa", "").statusCode()).isEqualTo(405);
  }

  @Test
  public void aCommandThatSaysNoMethodIsRefusedByAHarshHost() {
    site.temper(Temper.HARSH);
    site.serve(addOn());
    assertThat(get("Settings!bare.jspa", "admin").statusCode()).isEqualTo(405);
    assertThat(get("Settings!default.jspa", "admin").statusCode()).isEqualTo(200);
  }

  @Test
  public void unknownCommandsAndOtherPagesAreNotFound() {
    site.serve(addOn());
    assertThat(get("Settings!nothing.jspa", "admin").statusCode()).isEqualTo(404);
    assertThat(get("Settings!validation.jspa", "admin").statusCode()).isEqualTo(404);
    assertThat(get("Other.jspa", "admin").statusCode()).isEqualTo(404);
  }

  @Test
  public void aFailureReachesTheHostsErrorPage() {
    site.serve(addOn());
    assertThat(get("Settings!broken.jspa", "admin").statusCode()).isEqualTo(500);
    assertThat(get("Mine!default.jspa", "admin").statusCode()).isEqualTo(500);
  }
}
