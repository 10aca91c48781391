package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.connect.FileFormat;
import io.bearings.connect.ValueExport;
import io.bearings.connect.ValueImport;
import io.bearings.kpi.MeasurementDraft;
import io.bearings.kpi.Measurements;
import io.bearings.kpi.Measuring;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The values of a KPI. */
@Component
@Path("kpis/{id}/measurements")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class MeasurementsResource {
  private static final int PAGE = 100;
  private static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final int MOST_ROWS = 1_000;

  private final Answers answers;
  private final Writes writes;
  private final Measuring measuring;
  private final ValueImport imports;
  private final ValueExport exports;
  private final KpiViews views;

  @Inject
  public MeasurementsResource(
      Answers answers,
      Writes writes,
      Measuring measuring,
      ValueImport imports,
      ValueExport exports,
      KpiViews views) {
    this.answers = answers;
    this.writes = writes;
    this.measuring = measuring;
    this.imports = imports;
    this.exports = exports;
    this.views = views;
  }

  /** What was recorded, the latest entry first. */
  @GET
  public Response page(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> {
          List<Measurements.Entry> page =
              measuring.page(who, Parameters.id(id), Parameters.before(cursor), PAGE);
          return new MeasurementView.All(
              page.stream().map(views::measurement).toList(),
              page.size() < PAGE
                  ? null
                  : String.valueOf(page.get(page.size() - 1).measurement().id()));
        });
  }

  /** Enters a value. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enter(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          MeasurementDraft draft = KpiBodies.measurement(body);
          body.finish();
          return views.measured(measuring.enter(writer, Parameters.id(id), draft));
        });
  }

  /**
   * Brings in a file of values: all of it or nothing. With {@code dryRun=true} nothing is written,
   * and what is wrong is said of each row.
   */
  @POST
  @Path("import")
  @Consumes({
    "text/csv",
    MediaType.TEXT_PLAIN,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    MediaType.APPLICATION_OCTET_STREAM
  })
  public Response run(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      byte[] file) {
    // The bytes tell one file from another where a client repeats a write by its key.
    return writes.changed(
        Call.of(request, new String(file, StandardCharsets.ISO_8859_1)),
        writer -> report(writer, Parameters.id(id), Boolean.parseBoolean(dryRun), file));
  }

  private MeasurementView.ImportedView report(Writer writer, long id, boolean dryRun, byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new Refusal.Invalid(
          Map.of("file", Message.of("bearings.error.fileTooLarge", MOST_BYTES)));
    }
    ValueImport.Report report = imports.run(writer, id, file, dryRun);
    return new MeasurementView.ImportedView(
        report.dryRun(),
        report.rows(),
        report.added(),
        report.same(),
        report.problems().size(),
        report.problems().entrySet().stream()
            .limit(MOST_ROWS)
            .map(each -> new MeasurementView.RowView(each.getKey(), texts(each.getValue())))
            .toList(),
        report.entered().map(views::measured).orElse(null));
  }

  private Map<String, String> texts(Map<String, Message> problems) {
    Map<String, String> texts = new LinkedHashMap<>();
    problems.forEach((column, problem) -> texts.put(column, answers.text(problem)));
    return texts;
  }

  /** The values that count as a file; cells that a spreadsheet would run are made harmless. */
  @GET
  @Path("export")
  @Produces({
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    MediaType.APPLICATION_JSON
  })
  public Response export(
      @PathParam("id") String id, @QueryParam("format") @DefaultValue("csv") String format) {
    return answers.read(
        who -> {
          FileFormat wanted = "xlsx".equalsIgnoreCase(format) ? FileFormat.XLSX : FileFormat.CSV;
          byte[] file = exports.run(measuring.counting(who, Parameters.id(id)), wanted);
          String name = "KPI-" + Parameters.id(id) + (wanted == FileFormat.CSV ? ".csv" : ".xlsx");
          return Response.ok(file, wanted.mediaType())
              .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
              .header("Cache-Control", "no-store")
              .build();
        });
  }
}
