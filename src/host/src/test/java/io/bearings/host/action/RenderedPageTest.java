package io.bearings.host.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.host.runtime.PageDecorator.Page;
import org.junit.Test;

public class RenderedPageTest {
  @Test
  public void headAndBodyAreTakenApart() {
    Page page =
        RenderedPage.parse(
            """
            <!DOCTYPE html><html><head><title> A &lt;b&gt; </title>
            <meta name="decorator" content="atl.admin"/>
            <META content="section" name="admin.active.section">
            <meta name="admin.active.tab" content="tab">
            <style>p {}</style></head><body class="x"><p>Hi</p></body></html>
            """);
    assertThat(page)
        .isEqualTo(
            new Page("atl.admin", "section", "tab", "A <b>", "<style>p {}</style>", "<p>Hi</p>"));
  }

  @Test
  public void aFragmentIsAllBody() {
    assertThat(RenderedPage.parse("<p>Hi</p>"))
        .isEqualTo(new Page("", "", "", "", "", "<p>Hi</p>"));
  }
}
