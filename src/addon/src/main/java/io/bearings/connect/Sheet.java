package io.bearings.connect;

import java.util.List;

/**
 * Rows of text, as a file of a spreadsheet holds them; the first is the header.
 *
 * @param rows each may be shorter than the header
 */
public record Sheet(List<List<String>> rows) {
  public Sheet {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
