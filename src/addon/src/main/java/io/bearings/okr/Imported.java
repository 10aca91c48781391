package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An objective from a file, with all that belongs to it; nothing in it is checked yet.
 *
 * @param row where it stands in the file
 * @param start absent: it stays a draft
 */
public record Imported(
    int row, ObjectiveDraft draft, Optional<Start> start, List<KeyResultRow> keyResults) {
  public Imported {
    keyResults = List.copyOf(keyResults);
  }

  /**
   * That an objective is being worked on, with its key results.
   *
   * @param confidence required, 0 to 10
   * @param on since when; absent: today
   */
  public record Start(Optional<BigDecimal> confidence, Optional<LocalDate> on) {}

  /**
   * A key result from a file.
   *
   * @param row where it stands in the file
   */
  public record KeyResultRow(int row, KeyResultDraft draft, List<CheckInRow> checkIns) {
    public KeyResultRow {
      checkIns = List.copyOf(checkIns);
    }
  }

  /**
   * A check-in from a file.
   *
   * @param row where it stands in the file
   */
  public record CheckInRow(int row, CheckInDraft draft) {}
}
