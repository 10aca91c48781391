package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.jira.UpkeepJobs;
import io.bearings.okr.Refusal;
import io.bearings.progress.CatchingUp;
import io.bearings.progress.Checking;
import io.bearings.progress.Rebuilding;
import io.bearings.progress.Recounts.Difference;
import io.bearings.progress.Recounts.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class UpkeepResourceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Rebuilding.Rebuild RUNNING =
      new Rebuilding.Rebuild(Rebuilding.State.RUNNING, 7, 2, 3, 5, NOW, Optional.empty());
  private static final String RUNNING_JSON =
      "{'state':'RUNNING','counted':2,'total':3,'changed':5,'started':'2026-11-22T10:00:00Z',"
          + "'ended':null}";

  private final Site site = new Site();
  private final Rebuilding rebuilding = mock(Rebuilding.class);
  private final Checking checking = mock(Checking.class);
  private final CatchingUp catchingUp = mock(CatchingUp.class);
  private final UpkeepJobs jobs = mock(UpkeepJobs.class);
  private final UpkeepResource resource =
      new UpkeepResource(site.answers, rebuilding, checking, catchingUp, jobs);

  @Test
  public void saysWhereNothingWasDoneYet() {
    assertThat(json(resource.state()))
        .isEqualTo(json("{'followedUntil':null,'rebuild':null,'check':null}"));
  }

  @Test
  public void saysHowFarARebuildIsAndWhatWasCompared() {
    when(catchingUp.until()).thenReturn(Optional.of(NOW));
    when(rebuilding.last(ANNA)).thenReturn(Optional.of(RUNNING));
    when(checking.last(ANNA))
        .thenReturn(
            Optional.of(
                new Checking.Check(
                    LocalDate.of(2026, 11, 22),
                    NOW,
                    7,
                    200,
                    false,
                    List.of(
                        new Difference(
                            34,
                            new Sums(5, 4, 2, new BigDecimal("8.5")),
                            new Sums(5, 4, 3, new BigDecimal("8.5")))))));

    assertThat(json(resource.state()))
        .isEqualTo(
            json(
                "{'followedUntil':'2026-11-22T10:00:00Z','rebuild':"
                    + RUNNING_JSON
                    + ",'check':{'at':'2026-11-22T10:00:00Z','seed':7,'compared':200,"
                    + "'pending':false,'differences':[{'key':'KR-34',"
                    + "'stored':{'rows':5,'issues':4,'done':2,'points':8.5},"
                    + "'computed':{'rows':5,'issues':4,'done':3,'points':8.5}}]}}"));
  }

  @Test
  public void startsARebuildAtOnceAndCancelsIt() {
    when(rebuilding.last(ANNA)).thenReturn(Optional.of(RUNNING));

    assertThat(json(resource.rebuild()).path("rebuild")).isEqualTo(json(RUNNING_JSON));
    verify(rebuilding).start(ANNA);
    verify(jobs).rebuildNow();
    assertThat(resource.cancel().getStatus()).isEqualTo(200);
    verify(rebuilding).cancel(ANNA);
  }

  @Test
  public void isForAdministratorsOnly() {
    when(rebuilding.start(ANNA)).thenThrow(new Refusal.Forbidden());

    assertThat(resource.rebuild().getStatus()).isEqualTo(403);
    verify(jobs, never()).rebuildNow();
    assertThat(UpkeepResource.class).hasAnnotation(AdminOnly.class);
  }
}
