package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Message;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.junit.Before;
import org.junit.Test;

public class JiraPersonalTextsTest {
  private final I18nResolver i18n = mock(I18nResolver.class);
  private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
  private final UserManager users = mock(UserManager.class);
  private final ApplicationUser anna = mock(ApplicationUser.class);
  private final ApplicationUser stan = mock(ApplicationUser.class);
  private final JiraPersonalTexts texts =
      new JiraPersonalTexts(
          i18n,
          authentication,
          new JiraPeople(users, mock(HostService.class)),
          new OnBehalf(authentication));
  private ApplicationUser loggedIn = stan;

  @Before
  public void annaReadsFrenchAndStanEnglish() {
    when(users.getUserByKey("anna")).thenReturn(anna);
    when(authentication.getLoggedInUser()).thenAnswer(call -> loggedIn);
    doAnswer(call -> loggedIn = call.getArgument(0))
        .when(authentication)
        .setLoggedInUser(any(ApplicationUser.class));
    when(authentication.getLocale())
        .thenAnswer(call -> loggedIn == anna ? Locale.FRENCH : Locale.ENGLISH);
    when(i18n.getText(any(Locale.class), anyString(), any(Serializable[].class)))
        .thenAnswer(
            call ->
                call.getArgument(0)
                    + ":"
                    + call.getArgument(1)
                    + Arrays.toString(
                        Arrays.copyOfRange(call.getArguments(), 2, call.getArguments().length)));
  }

  @Test
  public void areInTheLanguageOfWhoReadsThem() {
    assertThat(texts.text("anna", Message.of("bearings.mail.value", "3 h")))
        .startsWith("fr:bearings.mail.value")
        .contains("3 h");
    assertThat(loggedIn).isSameAs(stan);
  }

  @Test
  public void ofSomebodyWhoIsGoneAreInTheLanguageOfTheSite() {
    assertThat(texts.text("gone", Message.of("bearings.mail.why")))
        .startsWith("en:bearings.mail.why");
    assertThat(loggedIn).isSameAs(stan);
  }

  @Test
  public void whoeverWorkedBeforeWorksAgainAfterAFailure() {
    when(authentication.getLocale()).thenThrow(new IllegalStateException("no language"));

    assertThatThrownBy(() -> texts.text("anna", Message.of("bearings.mail.why")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(loggedIn).isSameAs(stan);
  }
}
