package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class BearingsBoardTest {
  private final SignedIn signedIn = mock(SignedIn.class);
  private final BearingsBoard action = new BearingsBoard(signedIn);

  @Before
  public void somebodyIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(new Person("member")));
  }

  @Test
  public void theAddressNamesTheBoard() {
    action.setBoard(" 12 ");

    assertThat(action.doDefault()).isEqualTo("success");
    assertThat(html()).contains("data-board=\"12\"", "bearings-skeleton").doesNotContain("message");
  }

  @Test
  public void whateverElseItNamesIsToldApart() {
    for (String board : new String[] {"", "0", "x", "9999999999999999999", "\"><script>"}) {
      action.setBoard(board);

      assertThat(action.doExecute()).as(board).isEqualTo("error");
      assertThat(html())
          .as(board)
          .contains("There is no such board")
          .doesNotContain("bearings-board-page", "<script>");
    }
  }

  @Test
  public void anAnonymousVisitorIsAskedToLogIn() {
    when(signedIn.person()).thenReturn(Optional.empty());
    action.setBoard("12");

    assertThat(action.doExecute()).isEqualTo("error");
    assertThat(html()).contains("Log in first").doesNotContain("bearings-board-page");
  }

  private String html() {
    return Rendering.html("board.vm", Map.of("page", action.getPage()));
  }
}
