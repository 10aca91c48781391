package io.bearings.host.jira;

import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import io.bearings.host.jira.jql.JqlQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The functions that an add-on brings to JQL. As in Jira, what a function throws stays here: when
 * it was to validate, that is a message; when it was to give values, there are none.
 */
final class JqlFunctions {
  private static final Logger LOG = LoggerFactory.getLogger(JqlFunctions.class);

  private volatile Supplier<List<JqlFunction>> offered = List::of;

  /** From now on these are the functions; asked for at each use, because an add-on may stop. */
  void offer(Supplier<List<JqlFunction>> functions) {
    offered = functions;
  }

  /** The function of this name, in upper or lower case. */
  Optional<JqlFunction> named(String name) {
    return offered.get().stream()
        .filter(function -> function.getFunctionName().equalsIgnoreCase(name))
        .findFirst();
  }

  /** A function as it stands in a query, compared with a field. */
  record Use(JqlFunction function, String field, JqlQuery.Function written) {

    private FunctionOperand operand() {
      return new FunctionOperand(written.name(), written.arguments());
    }

    private TerminalClause clause() {
      return new Compared(field, operand());
    }

    /** What the function says is wrong. */
    MessageSet problems(ApplicationUser searcher) {
      try {
        return function.validate(searcher, operand(), clause());
      } catch (RuntimeException | LinkageError e) {
        LOG.error("The JQL function {} could not validate", written.name(), e);
        MessageSet problems = new MessageSetImpl();
        problems.addErrorMessage("The JQL function '" + written.name() + "' cannot be validated.");
        return problems;
      }
    }

    /** What it stands for. */
    List<QueryLiteral> values(ApplicationUser searcher, boolean overridden) {
      try {
        return function.getValues(new Searching(searcher, overridden), operand(), clause());
      } catch (RuntimeException | LinkageError e) {
        LOG.error("The JQL function {} gave no values", written.name(), e);
        return List.of();
      }
    }
  }

  private record Searching(ApplicationUser searcher, boolean overridden)
      implements QueryCreationContext {
    @Override
    public ApplicationUser getApplicationUser() {
      return searcher;
    }

    @Override
    public boolean isSecurityOverriden() {
      return overridden;
    }
  }

  private record Compared(String field, FunctionOperand operand) implements TerminalClause {
    @Override
    public FunctionOperand getOperand() {
      return operand;
    }

    @Override
    public String getName() {
      return field;
    }

    @Override
    public List<Clause> getClauses() {
      return List.of();
    }
  }
}
