package io.bearings.site;

import io.bearings.okr.Refusal;

/** How settings stand in a file. */
public interface SettingsText {

  /** The text of a file. */
  String written(FileContents contents);

  /**
   * What the text of a file says.
   *
   * @throws Refusal.Invalid when it is no such file, or naming all that is wrong in it
   */
  FileContents read(String text);
}
