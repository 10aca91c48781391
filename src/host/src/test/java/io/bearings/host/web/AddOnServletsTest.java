package io.bearings.host.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.AddOnJar;
import io.bearings.host.runtime.TestSite;
import org.junit.Rule;
import org.junit.Test;

public class AddOnServletsTest {
  @Rule public final TestSite site = new TestSite();

  @Test
  public void aServletAnswersBelowItsPattern() {
    site.serve(
        new AddOnJar()
            .imports("jakarta.servlet", "jakarta.servlet.http")
            .component("Greeting", "class Greeting { String text = \"Hello\"; }")
            .type(
                "Greet",
                """
                import jakarta.servlet.http.*;
                public class Greet extends HttpServlet {
                  private final transient Greeting greeting;
                  public Greet(Greeting greeting) { this.greeting = greeting; }
                  @Override protected void doGet(HttpServletRequest q, HttpServletResponse s)
                      throws java.io.IOException {
                    s.getWriter().write(greeting.text + q.getPathInfo() + getInitParameter("end"));
                  }
                }
                """)
            .module(
                """
                <servlet key="s" class="test.Greet"><url-pattern>/greet/*</url-pattern>
                  <init-param><param-name>end</param-name><param-value>!</param-value></init-param>
                </servlet>
                """));
    assertThat(site.ask("GET", "/plugins/servlet/greet/you", null).body()).isEqualTo("Hello/you!");
    assertThat(site.ask("GET", "/plugins/servlet/other", null).statusCode()).isEqualTo(404);
  }

  @Test
  public void aClassThatIsNoServletIsNamed() {
    AddOnJar jar =
        new AddOnJar()
            .type("Something", "public class Something {}")
            .module(
                "<servlet key=\"s\" class=\"test.Something\"><url-pattern>/x</url-pattern></servlet>");
    assertThatThrownBy(() -> site.start(jar))
        .isInstanceOf(AddOnFailure.class)
        .hasMessageContainingAll("test.addon:s", "test.Something", "HttpServlet");
  }
}
