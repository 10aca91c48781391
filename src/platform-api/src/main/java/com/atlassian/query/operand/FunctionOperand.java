package com.atlassian.query.operand;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function with its arguments in a JQL query.
 *
 * <p>Source and confidence: SP: H for getArgs; M for the rest.
 */
public class FunctionOperand implements Operand {
  private final String name;
  private final List<String> args;

  public FunctionOperand(String name, Collection<String> args) {
    this.name = name;
    this.args = List.copyOf(args);
  }

  @Override
  public String getName() {
    return name;
  }

  /** The arguments without the quotes around them. */
  public List<String> getArgs() {
    return args;
  }

  @Override
  public String getDisplayString() {
    return args.stream().collect(Collectors.joining(", ", name + "(", ")"));
  }
}
