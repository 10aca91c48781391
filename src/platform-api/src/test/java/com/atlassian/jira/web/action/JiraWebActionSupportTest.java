package com.atlassian.jira.web.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class JiraWebActionSupportTest {
  private final List<String> redirects = new ArrayList<>();

  @Before
  public void bindARequest() {
    ExecutingHttpRequest.set(
        answering(HttpServletRequest.class, "getContextPath", "/jira"),
        (HttpServletResponse)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("sendRedirect");
                  redirects.add((String) arguments[0]);
                  return null;
                }));
  }

  @After
  public void clearTheRequest() {
    ExecutingHttpRequest.clear();
    assertThat(ExecutingHttpRequest.get()).isNull();
    assertThat(ExecutingHttpRequest.getResponse()).isNull();
  }

  @Test
  public void executesWhatIsValid() throws Exception {
    assertThat(new Checked("text").execute()).isEqualTo(JiraWebActionSupport.SUCCESS);
  }

  @Test
  public void showsTheInputAgainWhenSomethingIsWrong() throws Exception {
    Checked action = new Checked("");

    assertThat(action.execute()).isEqualTo(JiraWebActionSupport.INPUT);
    assertThat(action.getErrors()).isEqualTo(Map.of("text", "is empty"));
    assertThat(action.getErrorMessages()).isEmpty();
    assertThat(action.invalidInput()).isTrue();
  }

  @Test
  public void showsTheInputByDefault() throws Exception {
    assertThat(new JiraWebActionSupport().doDefault()).isEqualTo(JiraWebActionSupport.INPUT);
  }

  @Test
  public void takesOverTheErrorsOfOthers() {
    JiraWebActionSupport first = new JiraWebActionSupport();
    first.addError("field", "wrong");
    first.addErrorMessage("all wrong");
    JiraWebActionSupport second = new JiraWebActionSupport();
    second.addErrorCollection(first);

    assertThat(second.hasAnyErrors()).isTrue();
    assertThat(second.getErrors()).containsEntry("field", "wrong");
    assertThat(second.getErrorMessages()).containsExactly("all wrong");
  }

  @Test
  public void redirectsWithinThisJiraOnly() {
    JiraWebActionSupport action = new JiraWebActionSupport();

    assertThat(action.getRedirect("/secure/Default.jspa")).isEqualTo(JiraWebActionSupport.NONE);
    for (String url :
        List.of("/browse/A-1", "//evil.example", "https://evil.example", "/\\evil", "/a\nb", " ")) {
      action.setReturnUrl(url);
      action.getRedirect("/secure/Default.jspa");
    }

    assertThat(redirects)
        .startsWith("/jira/secure/Default.jspa", "/jira/browse/A-1")
        .hasSize(7)
        .noneMatch(url -> url.contains("evil") || url.contains("\n"));
  }

  private static final class Checked extends JiraWebActionSupport {
    private final String text;

    Checked(String text) {
      this.text = text;
    }

    @Override
    protected void doValidation() {
      if (text.isEmpty()) {
        addError("text", "is empty");
      }
    }
  }

  private static <T> T answering(Class<T> type, String asked, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo(asked);
              return answer;
            }));
  }
}
