package io.bearings.jira;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JQL function with one argument that finds issues by what they serve. Where Jira asks for the
 * values without validating, as it does behind boards, there is nobody to tell a message to: what
 * is refused then finds nothing.
 */
abstract class WorkFunction extends AbstractJqlFunction {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFunction.class);

  private final I18nResolver texts;

  WorkFunction(I18nResolver texts) {
    this.texts = texts;
  }

  /**
   * The ids of the issues.
   *
   * @throws Refusal when there is no such thing for this person, or too much of it
   */
  abstract List<Long> find(Person who, String argument);

  @Override
  public MessageSet validate(
      ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
    MessageSet problems = validateNumberOfArgs(operand, 1);
    if (!problems.hasAnyErrors()) {
      try {
        found(searcher, operand);
      } catch (Refusal e) {
        problems.addErrorMessage(text(e.text()));
      }
    }
    return problems;
  }

  private String text(Message message) {
    return message.in(texts::getText);
  }

  @Override
  public List<QueryLiteral> getValues(
      QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
    try {
      return found(context.getApplicationUser(), operand).stream()
          .map(id -> new QueryLiteral(operand, id))
          .toList();
    } catch (Refusal.NotFound e) {
      LOG.debug("{} finds nothing: {}", operand.getDisplayString(), e.getMessage());
    } catch (Refusal e) {
      LOG.warn("{} finds nothing: {}", operand.getDisplayString(), e.getMessage());
    }
    return List.of();
  }

  private List<Long> found(ApplicationUser searcher, FunctionOperand operand) {
    if (OwnQueries.running()) {
      throw new Refusal.Invalid(Message.of("bearings.jql.loop", operand.getName()));
    }
    String argument = operand.getArgs().isEmpty() ? "" : operand.getArgs().get(0);
    if (searcher == null) {
      throw new Refusal.NotFound(argument);
    }
    return find(new Person(searcher.getKey()), argument);
  }

  @Override
  public int getMinimumNumberOfExpectedArguments() {
    return 1;
  }

  @Override
  public JiraDataType getDataType() {
    return JiraDataTypes.ISSUE;
  }
}
