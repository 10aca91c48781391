package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.connect.FileExport;
import io.bearings.connect.FileFormat;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Workspaces as files. */
@Component
@Path("export")
@LicensedOnly
public class ExportResource {
  private static final String BACKLOG = "backlog";
  private static final Map<String, FileFormat> FORMATS =
      Map.of("csv", FileFormat.CSV, "xlsx", FileFormat.XLSX);

  private final Answers answers;
  private final FileExport exports;

  @Inject
  public ExportResource(Answers answers, FileExport exports) {
    this.answers = answers;
    this.exports = exports;
  }

  /** The objectives of a unit in a cycle or its backlog, with key results and check-ins. */
  @GET
  public Response export(
      @QueryParam("unit") String unit,
      @QueryParam("cycle") @DefaultValue(BACKLOG) String cycle,
      @QueryParam("format") @DefaultValue("csv") String format) {
    return answers.read(
        who -> {
          FileFormat wanted = format(format);
          byte[] file = exports.of(who, place(unit, cycle), wanted);
          return Response.ok(file)
              .type(wanted.mediaType())
              .header(
                  HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"okrs." + format + "\"")
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build();
        });
  }

  private static FileFormat format(String format) {
    return Optional.ofNullable(FORMATS.get(format))
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    Map.of("format", Message.of("bearings.error.noWord", "csv, xlsx"))));
  }

  private static Workspace.Place place(String unit, String cycle) {
    Parameters.required("unit", unit);
    return new Workspace.Place(
        Parameters.optionalId("unit", unit),
        BACKLOG.equals(cycle) ? Optional.empty() : Parameters.optionalId("cycle", cycle),
        BACKLOG.equals(cycle));
  }
}
