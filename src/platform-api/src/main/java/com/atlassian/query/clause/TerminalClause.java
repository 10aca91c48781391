package com.atlassian.query.clause;

import com.atlassian.query.operand.Operand;

/**
 * A field compared with something, in a JQL query.
 *
 * <p>Source and confidence: SP: H for its use by functions; M for the method.
 */
public interface TerminalClause extends Clause {
  Operand getOperand();
}
