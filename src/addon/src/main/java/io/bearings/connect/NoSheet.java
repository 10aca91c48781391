package io.bearings.connect;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.Map;

/** Why a file cannot be read as rows. */
final class NoSheet {

  private NoSheet() {}

  /** It is not what it says to be. */
  static Refusal broken(String format) {
    return refusal(Message.of("bearings.error.noSheet", format));
  }

  /** It holds more than is read. */
  static Refusal tooLarge(int rows) {
    return refusal(Message.of("bearings.error.sheetTooLarge", rows));
  }

  private static Refusal refusal(Message message) {
    return new Refusal.Invalid(Map.of("file", message));
  }
}
