package com.atlassian.sal.api.message;

import java.io.Serializable;

/**
 * A text to be translated later.
 *
 * <p>Source and confidence: SAL documentation; M.
 */
public interface Message extends Serializable {
  String getKey();

  Serializable[] getArguments();
}
