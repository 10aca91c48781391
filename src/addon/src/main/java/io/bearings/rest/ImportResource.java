package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.connect.FileImport;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files of objectives, key results and check-ins that come in. */
@Component
@Path("import")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  private static final String BACKLOG = "backlog";
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final Answers answers;
  private final Writes writes;
  private final FileImport imports;

  @Inject
  public ImportResource(Answers answers, Writes writes, FileImport imports) {
    this.answers = answers;
    this.writes = writes;
    this.imports = imports;
  }

  /**
   * Brings a file into a unit and a cycle or its backlog: all of it or nothing. With {@code
   * dryRun=true} nothing is written, and what is wrong is said of each row.
   */
  @POST
  @Consumes({
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    MediaType.APPLICATION_OCTET_STREAM
  })
  public Response run(
      @Context HttpServletRequest request,
      @QueryParam("unit") String unit,
      @QueryParam("cycle") @DefaultValue(BACKLOG) String cycle,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      byte[] file) {
    // The bytes tell one file from another where a client repeats a write by its key.
    return writes.changed(
        Call.of(request, new String(file, StandardCharsets.ISO_8859_1)),
        writer -> report(writer, unit, cycle, dryRun, file));
  }

  private ReportView report(Writer writer, String unit, String cycle, String dryRun, byte[] file) {
    Parameters.required("unit", unit);
    long unitId = Parameters.optionalId("unit", unit).orElseThrow();
    Optional<Long> cycleId =
        BACKLOG.equals(cycle) ? Optional.empty() : Parameters.optionalId("cycle", cycle);
    if (file.length > MOST_BYTES) {
      throw new Refusal.Invalid(
          Map.of("file", Message.of("bearings.error.fileTooLarge", MOST_BYTES)));
    }
    return view(imports.run(writer, unitId, cycleId, file, Boolean.parseBoolean(dryRun)));
  }

  private ReportView view(FileImport.Report report) {
    List<RowView> rows = report.lines().stream().map(this::view).toList();
    return new ReportView(
        report.dryRun(),
        report.count("OBJECTIVE"),
        report.count("KEY_RESULT"),
        report.count("CHECK_IN"),
        rows.stream().filter(row -> !row.errors().isEmpty()).count(),
        rows);
  }

  private RowView view(FileImport.Line line) {
    Map<String, String> errors = new LinkedHashMap<>();
    line.problems().forEach((column, problem) -> errors.put(column, answers.text(problem)));
    return new RowView(line.row(), line.type(), line.title(), errors);
  }

  /**
   * What a file would bring, or has brought.
   *
   * @param dryRun whether nothing was written
   * @param wrong how many rows have errors; 0 after a real run
   * @param rows every row that is not empty
   */
  public record ReportView(
      @JsonProperty("dryRun") boolean dryRun,
      @JsonProperty("objectives") long objectives,
      @JsonProperty("keyResults") long keyResults,
      @JsonProperty("checkIns") long checkIns,
      @JsonProperty("wrong") long wrong,
      @JsonProperty("rows") List<RowView> rows) {}

  /**
   * A row of a file.
   *
   * @param row as the spreadsheet counts it; the header is 1
   * @param errors what is wrong with it, by column
   */
  public record RowView(
      @JsonProperty("row") int row,
      @JsonProperty("type") String type,
      @JsonProperty("title") String title,
      @JsonProperty("errors") Map<String, String> errors) {}
}
