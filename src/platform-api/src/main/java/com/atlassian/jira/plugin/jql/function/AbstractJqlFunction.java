package com.atlassian.jira.plugin.jql.function;

import com.atlassian.jira.util.I18nHelper;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.operand.FunctionOperand;
import java.util.Objects;

/**
 * The base of JQL functions, which knows what the descriptor says.
 *
 * <p>Source and confidence: SP: H for what its function overrides and for validateNumberOfArgs; M
 * for the rest, which stands in public source of earlier versions.
 */
public abstract class AbstractJqlFunction implements JqlFunction {
  private volatile JqlFunctionModuleDescriptor moduleDescriptor;

  @Override
  public void init(JqlFunctionModuleDescriptor descriptor) {
    this.moduleDescriptor = Objects.requireNonNull(descriptor);
  }

  @Override
  public String getFunctionName() {
    return moduleDescriptor.getFunctionName();
  }

  @Override
  public boolean isList() {
    return moduleDescriptor.isList();
  }

  protected I18nHelper getI18n() {
    return moduleDescriptor.getI18nBean();
  }

  /** Messages to which more may be added; one of them when the number of arguments is another. */
  protected MessageSet validateNumberOfArgs(FunctionOperand operand, int expected) {
    MessageSet messages = new MessageSetImpl();
    int received = operand.getArgs().size();
    if (received != expected) {
      messages.addErrorMessage(
          "Function '"
              + operand.getName()
              + "' expected '"
              + expected
              + "' arguments but received '"
              + received
              + "'.");
    }
    return messages;
  }
}
