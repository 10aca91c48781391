package com.atlassian.jira.plugin.jql.function;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import java.util.List;

/**
 * A function in JQL queries. One object serves all searches at once. Jira asks for the values of a
 * query in a saved filter or behind a board without validating it first.
 *
 * <p>Source and confidence: SP: H for the methods that an add-on overrides; M for the rest.
 */
public interface JqlFunction {
  void init(JqlFunctionModuleDescriptor moduleDescriptor);

  /** What is wrong with the use of the function; null users are anonymous. */
  MessageSet validate(
      ApplicationUser searcher, FunctionOperand operand, TerminalClause terminalClause);

  List<QueryLiteral> getValues(
      QueryCreationContext queryCreationContext,
      FunctionOperand operand,
      TerminalClause terminalClause);

  boolean isList();

  int getMinimumNumberOfExpectedArguments();

  String getFunctionName();

  JiraDataType getDataType();
}
