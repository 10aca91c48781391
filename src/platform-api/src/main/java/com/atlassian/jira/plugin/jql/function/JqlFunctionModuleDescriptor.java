package com.atlassian.jira.plugin.jql.function;

import com.atlassian.jira.util.I18nHelper;

/**
 * What the descriptor of an add-on says about a JQL function.
 *
 * <p>Source and confidence: public source of earlier versions; M. In Jira the texts come from a
 * type above this one.
 */
public interface JqlFunctionModuleDescriptor {

  /** The name in queries: the element {@code fname}. */
  String getFunctionName();

  /** Whether it gives several values and is used with {@code in}: the element {@code list}. */
  boolean isList();

  /** Texts in the language of the person who searches. */
  I18nHelper getI18nBean();
}
