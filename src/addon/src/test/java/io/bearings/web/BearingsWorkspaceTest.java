package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class BearingsWorkspaceTest {
  private final SignedIn signedIn = mock(SignedIn.class);
  private final BearingsWorkspace action = new BearingsWorkspace(signedIn);

  @Test
  public void everybodyWhoIsLoggedInGetsTheFrame() {
    when(signedIn.person()).thenReturn(Optional.of(new Person("member \"x\"")));

    assertThat(action.doDefault()).isEqualTo("success");

    assertThat(Rendering.html("workspace.vm", Map.of("page", action.getPage())))
        .contains("data-person-key=\"member &quot;x&quot;\"", "bearings-skeleton")
        .doesNotContain("Log in first");
  }

  @Test
  public void anAnonymousVisitorIsAskedToLogIn() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(action.doExecute()).isEqualTo("error");

    assertThat(Rendering.html("workspace.vm", Map.of("page", action.getPage())))
        .contains("Log in first")
        .doesNotContain("bearings-workspace");
  }
}
