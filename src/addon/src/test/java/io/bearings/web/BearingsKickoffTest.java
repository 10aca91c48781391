package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class BearingsKickoffTest {
  private final SignedIn signedIn = mock(SignedIn.class);
  private final BearingsKickoff action = new BearingsKickoff(signedIn);

  @Test
  public void bringsTheFrameForWhoeverIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(new Person("anna")));

    assertThat(action.doDefault()).isEqualTo("success");

    assertThat(Rendering.html("kickoff.vm", Map.of("page", action.getPage())))
        .contains("class=\"bearings-kickoff\" data-person-key=\"anna\"")
        .doesNotContain("aui-message");
  }

  @Test
  public void asksAnAnonymousVisitorToLogIn() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(action.doExecute()).isEqualTo("error");

    assertThat(Rendering.html("kickoff.vm", Map.of("page", action.getPage())))
        .contains("Log in first.")
        .doesNotContain("data-person-key");
  }

  @Test
  public void theKeyOfAPersonIsText() {
    assertThat(Rendering.html("kickoff.vm", Map.of("page", new KickoffPage("<\"anna\">"))))
        .contains("&lt;&quot;anna&quot;&gt;");
  }

  @Test
  public void thePageIsOnlyRead() throws NoSuchMethodException {
    for (String name : List.of("doDefault", "doExecute")) {
      assertThat(
              BearingsKickoff.class
                  .getDeclaredMethod(name)
                  .getAnnotation(SupportedMethods.class)
                  .value())
          .containsExactly(RequestMethod.GET);
    }
  }
}
