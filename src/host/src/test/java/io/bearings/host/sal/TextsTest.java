package io.bearings.host.sal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.UrlMode;
import io.bearings.host.i18n.Translations;
import io.bearings.host.runtime.HostSite;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.Before;
import org.junit.Test;

public class TextsTest {
  private final Translations translations = new Translations();
  private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
  private final Texts texts = new Texts(translations, authentication);

  @Before
  public void texts() {
    translations.add(
        Locale.ROOT, new ByteArrayInputStream("k={0} it''s".getBytes(StandardCharsets.UTF_8)));
    translations.add(
        Locale.GERMAN, new ByteArrayInputStream("k={0} ist".getBytes(StandardCharsets.UTF_8)));
    when(authentication.getLocale()).thenReturn(Locale.GERMANY);
  }

  @Test
  public void theLanguageIsThatOfWhoeverIsLoggedIn() {
    assertThat(texts.getText("k", "x")).isEqualTo("x ist");
    assertThat(texts.getText("k")).isEqualTo("{0} ist");
    assertThat(texts.getText(texts.createMessage("k", "y"))).isEqualTo("y ist");
    assertThat(texts.getRawText("k")).isEqualTo("{0} ist");
    assertThat(texts.getAllTranslationsForPrefix("k")).containsEntry("k", "{0} ist");
  }

  @Test
  public void anotherLanguageCanBeNamed() {
    assertThat(texts.getText(Locale.ENGLISH, "k", "x")).isEqualTo("x it's");
    assertThat(texts.getText(Locale.ENGLISH, "none")).isEqualTo("none");
    assertThat(texts.getText(Locale.ENGLISH, texts.createMessage("k", "y"))).isEqualTo("y it's");
    assertThat(texts.getRawText(Locale.ENGLISH, "none")).isEqualTo("none");
    assertThat(texts.getAllTranslationsForPrefix("k", Locale.ENGLISH)).hasSize(1);
  }

  @Test
  public void theSiteSaysThatItIsAJira() {
    SiteProperties properties =
        new SiteProperties(
            new HostSite(Path.of("/data"), "/jira", () -> "http://localhost:1/jira", false));
    assertThat(properties.getVersion()).startsWith("11.3");
    assertThat(properties.getBaseUrl(UrlMode.CANONICAL)).isEqualTo("http://localhost:1/jira");
    assertThat(properties.getBaseUrl(UrlMode.RELATIVE)).isEqualTo("/jira");
    assertThat(properties.getPlatformId()).isEqualTo("jira");
    assertThat(properties.getLocalHomeDirectory()).hasValue(Path.of("/data"));
    assertThat(properties.getSharedHomeDirectory()).hasValue(Path.of("/data"));
    assertThat(properties.getApplicationFileEncoding()).isEqualTo("UTF-8");
  }
}
