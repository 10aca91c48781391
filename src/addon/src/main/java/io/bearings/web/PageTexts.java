package io.bearings.web;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Message;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.springframework.stereotype.Component;

/** Texts in the language of the person who looks at the page. */
@Component
public class PageTexts {
  private final I18nResolver i18n;

  @Inject
  public PageTexts(@ComponentImport I18nResolver i18n) {
    this.i18n = i18n;
  }

  /**
   * The text of a key.
   *
   * @param args what stands for {@code {0}}, {@code {1}} … in it, already written as text, so that
   *     the server and the scripts write numbers alike
   */
  String get(String key, String... args) {
    return args.length == 0 ? i18n.getText(key) : i18n.getText(key, (Serializable[]) args);
  }

  /** The text of a message. */
  String get(Message message) {
    return message.in(i18n::getText);
  }
}
