package io.bearings.connect.acts;

import io.bearings.okr.Message;

/** Texts in the language of a person who need not be logged in. */
public interface PersonalTexts {

  /** A text in somebody's language; in the site's where that is not known. */
  String text(String personKey, Message message);
}
