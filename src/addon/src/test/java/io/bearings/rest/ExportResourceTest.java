package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.connect.FileExport;
import io.bearings.connect.FileFormat;
import io.bearings.okr.Refusal;
import io.bearings.progress.Workspace;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.junit.Test;

public class ExportResourceTest {
  private final Site site = new Site();
  private final FileExport exports = mock(FileExport.class);
  private final ExportResource resource = new ExportResource(site.answers, exports);

  @Test
  public void givesAFileToKeep() {
    byte[] csv = {'a'};
    byte[] xlsx = {'P', 'K'};
    Workspace.Place cycle = new Workspace.Place(Optional.of(3L), Optional.of(5L), false);
    Workspace.Place backlog = new Workspace.Place(Optional.of(3L), Optional.empty(), true);
    when(exports.of(ANNA, cycle, FileFormat.CSV)).thenReturn(csv);
    when(exports.of(ANNA, backlog, FileFormat.XLSX)).thenReturn(xlsx);
    Response ofCycle = resource.export("3", "5", "csv");
    assertThat(ofCycle.getStatus()).isEqualTo(200);
    assertThat(ofCycle.getEntity()).isEqualTo(csv);
    assertThat(ofCycle.getMediaType().toString()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(ofCycle.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"okrs.csv\"");
    assertThat(ofCycle.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(resource.export("3", "backlog", "xlsx").getEntity()).isEqualTo(xlsx);
  }

  @Test
  public void asksForAPlaceAndAFormat() {
    assertThat(json(resource.export(null, "5", "csv")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'required'}}"));
    assertThat(json(resource.export("3", "x", "csv")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cycle':'noId'}}"));
    assertThat(json(resource.export("3", "5", "pdf")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'format':'noWord[csv, xlsx]'}}"));
    when(exports.of(any(), any(), any())).thenThrow(new Refusal.NotFound("3"));
    assertThat(resource.export("3", "5", "csv").getStatus()).isEqualTo(404);
  }
}
