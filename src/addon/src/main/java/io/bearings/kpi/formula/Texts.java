package io.bearings.kpi.formula;

import io.bearings.okr.Message;

/** What a formula's writer is told. */
final class Texts {
  static final Message OPERAND = Message.of("bearings.formula.expected.operand");
  static final Message OPERATOR = Message.of("bearings.formula.expected.operator");
  static final Message OPERATOR_OR_CLOSING =
      Message.of("bearings.formula.expected.operatorOrClosing");
  static final Message OPERATOR_OR_COMMA = Message.of("bearings.formula.expected.operatorOrComma");
  static final Message CLOSING = Message.of("bearings.formula.expected.closing");
  static final Message NUMBER = Message.of("bearings.formula.expected.number");
  static final Message NAME = Message.of("bearings.formula.expected.name");
  static final Message EXPONENT =
      Message.of("bearings.formula.expected.exponent", -Limits.EXPONENT, Limits.EXPONENT);

  private Texts() {}

  static Message cannotStand(String what) {
    return Message.of("bearings.formula.cannotStand", what);
  }

  static Message slot(Slot slot) {
    return Message.of("bearings.formula.expected.slot." + slot.name());
  }
}
