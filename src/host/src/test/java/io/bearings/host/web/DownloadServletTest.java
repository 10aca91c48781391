package io.bearings.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.host.runtime.AddOnJar;
import io.bearings.host.runtime.TestSite;
import java.net.http.HttpResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class DownloadServletTest {
  private static final String BASE = "/download/resources/test.addon:ui/";

  @Rule public final TestSite site = new TestSite();

  @Before
  public void serve() {
    site.serve(
        new AddOnJar()
            .file("js/a.js", "long(AJS.I18n.getText('hello'))")
            .file("js/a-min.js", "m(AJS.I18n.getText(\"hello\"),AJS.I18n.getText('it.is', x))")
            .file("js/raw.js", "AJS.I18n.getText('hello')")
            .file("css/a.css", "p{}")
            .file("images/i.svg", "<svg/>")
            .module(
                """
                <web-resource key="ui">
                  <transformation extension="js"><transformer key="jsI18n"/></transformation>
                  <resource type="download" name="a.js" location="/js/a.js"/>
                  <resource type="download" name="a.css" location="css/a.css"/>
                  <resource type="download" name="images/" location="/images"/>
                </web-resource>
                """)
            .module(
                """
                <web-resource key="raw">
                  <dependency>test.addon:ui</dependency>
                  <resource type="download" name="raw.js" location="/js/raw.js"/>
                </web-resource>
                """));
  }

  private HttpResponse<String> get(String path, String... headers) {
    return site.ask("GET", path, null, headers);
  }

  @Test
  public void theSmallScriptIsServedWithItsTexts() {
    HttpResponse<String> script = get(BASE + "a.js");
    assertThat(script.body()).isEqualTo("m(\"Hello\",AJS.format(\"It''s {0}\", x))");
    assertThat(script.headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=UTF-8");
    assertThat(get(BASE + "a.js?locale=de-DE").body()).startsWith("m(\"Grüß Gott\"");
  }

  @Test
  public void withoutTransformationAScriptIsLeftAsItIs() {
    assertThat(get("/download/resources/test.addon:raw/raw.js").body())
        .isEqualTo("AJS.I18n.getText('hello')");
  }

  @Test
  public void aBrowserAsksAgainWithTheTagAndKeepsWhatHasAVersion() {
    HttpResponse<String> style = get(BASE + "a.css");
    String tag = style.headers().firstValue("ETag").orElseThrow();
    assertThat(style.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
    assertThat(get(BASE + "a.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(BASE + "a.css?v=" + tag.replace("\"", "")).headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
  }

  @Test
  public void foldersServeWhatIsInThem() {
    assertThat(get(BASE + "images/i.svg").body()).isEqualTo("<svg/>");
    assertThat(get(BASE + "images/none.svg").statusCode()).isEqualTo(404);
    assertThat(get(BASE + "images/").statusCode()).isEqualTo(404);
  }

  @Test
  public void nothingElseOfTheJarIsServed() {
    assertThat(get(BASE + "images/..%2F..%2Fatlassian-plugin.xml").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(get(BASE + "atlassian-plugin.xml").statusCode()).isEqualTo(404);
    assertThat(get("/download/resources/test.addon:none/a.js").statusCode()).isEqualTo(404);
    assertThat(get("/download/resources/").statusCode()).isEqualTo(404);
  }

  @Test
  public void whatIsAskedForAfterThePageComesWithWhatItDependsOn() {
    assertThat(get("/download/resources/test.addon:raw?locale=de-DE").body().lines())
        .hasSize(3)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("/jira/download/resources/test.addon:ui/a.js?locale=de-DE&v="),
            line -> assertThat(line).contains("/test.addon:ui/a.css?"),
            line -> assertThat(line).contains("/test.addon:raw/raw.js?"));
    assertThat(get("/download/resources/test.addon:none").statusCode()).isEqualTo(404);
  }
}
