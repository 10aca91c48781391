package io.bearings.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.jira.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.mockito.invocation.InvocationOnMock;

/** The add-on's own English texts. */
final class TestTexts {
  private static final Properties TEXTS = load();

  private TestTexts() {}

  static PageTexts english() {
    I18nResolver i18n = mock(I18nResolver.class);
    when(i18n.getText(anyString())).thenAnswer(call -> text(call.getArgument(0)));
    when(i18n.getText(anyString(), any(Serializable[].class))).thenAnswer(TestTexts::formatted);
    return new PageTexts(i18n);
  }

  /** Moments as the British write them. */
  static Moments moments(ZoneId zone) {
    SignedIn signedIn = mock(SignedIn.class);
    when(signedIn.locale()).thenReturn(Locale.UK);
    return new Moments(signedIn, key -> Optional.empty(), Clock.system(zone));
  }

  private static String formatted(InvocationOnMock call) {
    Object[] args = call.getArguments();
    return new MessageFormat(text((String) args[0]))
        .format(Arrays.copyOfRange(args, 1, args.length));
  }

  static String text(String key) {
    String text = TEXTS.getProperty(key);
    if (text == null) {
      throw new AssertionError("No text for " + key);
    }
    return text;
  }

  private static Properties load() {
    try (InputStream in = TestTexts.class.getResourceAsStream("/i18n/bearings.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
