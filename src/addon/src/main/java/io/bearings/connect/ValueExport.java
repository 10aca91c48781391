package io.bearings.connect;

import io.bearings.kpi.Measurement;
import io.bearings.kpi.Segment;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of a KPI as a file, which {@link ValueImport} takes again. */
@Named
public final class ValueExport {

  /**
   * A file of values.
   *
   * @param values in the order of the rows
   */
  public byte[] run(List<Measurement> values, FileFormat format) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(ValueFile.Part.values()).map(ValueFile.Part::header).toList());
    for (Measurement each : values) {
      rows.add(
          List.of(
              each.on().toString(),
              each.value().map(BigDecimal::toPlainString).orElse(""),
              each.of().map(BigDecimal::toPlainString).orElse(""),
              each.span().orElse(""),
              each.segment().map(Segment::dimension).orElse(""),
              each.segment().map(Segment::name).orElse("")));
    }
    return format.write(new Sheet(rows));
  }
}
