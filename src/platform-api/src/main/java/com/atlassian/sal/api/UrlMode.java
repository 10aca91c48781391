package com.atlassian.sal.api;

/**
 * How an address of the host is written.
 *
 * <p>Source and confidence: SAL documentation; M.
 */
public enum UrlMode {
  CANONICAL,
  ABSOLUTE,
  RELATIVE,
  RELATIVE_CANONICAL,
  AUTO
}
