package io.bearings.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.Field;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Score;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Tag;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import io.bearings.progress.Filter;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.UnitOverview;
import io.bearings.progress.Workspace;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class FileExportTest {
  private static final Person ANNA = new Person("anna");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Life ACTIVE =
      Life.DRAFT.published(Optional.of(6), NOW, LocalDate.parse("2026-10-05"));
  private static final Workspace.Place PLACE =
      new Workspace.Place(Optional.of(2L), Optional.of(5L), false);

  private final Workspace workspace = mock(Workspace.class);
  private final CheckIns checkIns = mock(CheckIns.class);
  private final FileExport exports = new FileExport(workspace, checkIns);

  @Before
  public void oneObjectiveToReadAndOneThatIsHidden() {
    theWorkspaceShows(objective(12, false), objective(13, true));
    when(checkIns.ofAll(List.of(34L)))
        .thenReturn(List.of(checkIn(7, Optional.of(8L)), checkIn(8, Optional.empty())));
  }

  private void theWorkspaceShows(ObjectiveFigures... objectives) {
    UnitOverview overview =
        new UnitOverview(
            mock(Standpoint.class),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(objectives),
            "stamp");
    when(workspace.of(ANNA, PLACE, Filter.NONE)).thenReturn(overview);
  }

  private static ObjectiveFigures objective(long id, boolean hidden) {
    KeyResultContent content =
        new KeyResultContent(
            "Fewer alarms",
            "bert",
            Source.MANUAL,
            Source.MANUAL.usualNature(),
            Measure.NUMBER,
            Goal.of(BigDecimal.ZERO, BigDecimal.TEN),
            BigDecimal.ONE,
            WeightBy.ISSUES);
    return objective(id, hidden, content);
  }

  private static ObjectiveFigures objective(long id, boolean hidden, KeyResultContent content) {
    Objective objective =
        new Objective(
            id,
            2,
            Optional.of(5L),
            ObjectiveContent.of("=Calm \"nights\"", "why", "anna"),
            ACTIVE,
            false,
            1);
    KeyResultFigures keyResult =
        new KeyResultFigures(
            new KeyResult(34, id, content, ACTIVE, Recorded.NOTHING, false, 1),
            "Bert",
            IssueProgress.NOTHING,
            KeyResultScore.towards(
                BigDecimal.ZERO, BigDecimal.TEN, Optional.of(new BigDecimal("2.5"))),
            Judgement.NO_DATA,
            Optional.empty());
    return new ObjectiveFigures(
        new Placed(objective, Optional.empty(), false),
        hidden,
        new ObjectiveFigures.Around("Anna", "Team", List.of(), List.of()),
        Score.NO_DATA,
        Judgement.NO_DATA,
        List.of(),
        false,
        List.of(),
        Set.of(),
        hidden ? List.of() : List.of(keyResult));
  }

  private static CheckIn checkIn(long id, Optional<Long> replacedBy) {
    return new CheckIn(
        id,
        34,
        Optional.of(new BigDecimal("2.5")),
        7,
        LocalDate.parse("2026-11-02"),
        NOW,
        "bert",
        new Words("@all well", "", "", ""),
        Optional.empty(),
        replacedBy,
        Tag.MANUAL);
  }

  @Test
  public void writesWhatOneMayReadWithItsCheckIns() {
    assertThat(new String(exports.of(ANNA, PLACE, FileFormat.CSV), StandardCharsets.UTF_8))
        .isEqualTo(
            "type,key,parent,title,why,owner,kind,visibility,labels,source,nature,measure,of,currency,baseline,target,low,high,weight,weightBy,alignedShare,kpi,metric,due,state,activated,confidence,value,on,comment,plans,progress,problems,score,status\r\n"
                + "OBJECTIVE,O-12,,\"'=Calm"
                + " \"\"nights\"\"\",why,anna,ASPIRATIONAL,UNIT_VIEWERS,,,,,,,,,,,,,,,,,ACTIVE,2026-10-05,6,,,,,,,,NO_DATA\r\n"
                + "KEY_RESULT,KR-34,O-12,Fewer"
                + " alarms,,bert,,,,MANUAL,OUTCOME,NUMBER,,,0,10,,,1,,,,,,ACTIVE,2026-10-05,6,2.5,,,,,,0.25,NO_DATA\r\n"
                + "CHECK_IN,,KR-34,,,bert,,,,,,,,,,,,,,,,,,,,,7,2.5,2026-11-02,'@all well,,,,,\r\n");
  }

  @Test
  public void whatComesOutCanBeReadIn() {
    for (FileFormat format : FileFormat.values()) {
      byte[] file = exports.of(ANNA, PLACE, format);
      assertThat(FileFormat.of(file)).isEqualTo(format);
      PlanFile read = PlanFile.of(format.read(file, 10));
      assertThat(read.problems()).as(format.name()).isEmpty();
      assertThat(read.objectives().get(0).draft().title()).contains("=Calm \"nights\"");
      assertThat(read.objectives().get(0).keyResults().get(0).checkIns()).hasSize(1);
    }
  }

  @Test
  public void saysWhetherAKeyResultThatObjectivesFeedTakesTheShareOfTheWindow() {
    for (boolean share : List.of(true, false)) {
      theWorkspaceShows(objective(12, false, fedByObjectives(share)));
      for (FileFormat format : FileFormat.values()) {
        PlanFile read = PlanFile.of(format.read(exports.of(ANNA, PLACE, format), 10));
        assertThat(read.problems()).as(format.name()).isEmpty();
        assertThat(read.objectives().get(0).keyResults().get(0).draft().alignedShare())
            .as(format.name())
            .contains(share);
      }
    }
  }

  @Test
  public void saysWhatIssuesWeigh() {
    for (WeightBy weightBy : WeightBy.USUAL) {
      theWorkspaceShows(
          objective(
              12,
              false,
              KeyResultContent.ofIssues("All is done", "bert", BigDecimal.ONE, weightBy)));
      for (FileFormat format : FileFormat.values()) {
        PlanFile read = PlanFile.of(format.read(exports.of(ANNA, PLACE, format), 10));
        assertThat(read.problems()).as(format.name()).isEmpty();
        assertThat(read.objectives().get(0).keyResults().get(0).draft().weightBy())
            .as(format.name())
            .contains(weightBy);
      }
    }
  }

  @Test
  public void saysWhichKpiAKeyResultReads() {
    theWorkspaceShows(objective(12, false, fedByObjectives(true).reading(7)));
    for (FileFormat format : FileFormat.values()) {
      PlanFile read = PlanFile.of(format.read(exports.of(ANNA, PLACE, format), 10));
      assertThat(read.problems()).as(format.name()).isEmpty();
      assertThat(read.objectives().get(0).keyResults().get(0).draft().kpi())
          .as(format.name())
          .isEqualTo(Field.of(7L));
    }
  }

  @Test
  public void saysWhichMetricAKeyResultReads() {
    String metric = "count(\"priority = Blocker, type = Bug\", open)";
    theWorkspaceShows(objective(12, false, fedByObjectives(true).measuring(metric)));
    for (FileFormat format : FileFormat.values()) {
      PlanFile read = PlanFile.of(format.read(exports.of(ANNA, PLACE, format), 10));
      assertThat(read.problems()).as(format.name()).isEmpty();
      assertThat(read.objectives().get(0).keyResults().get(0).draft().metric())
          .as(format.name())
          .isEqualTo(Field.of(metric));
    }
  }

  private static KeyResultContent fedByObjectives(boolean share) {
    return new KeyResultContent(
        "All below arrive",
        "bert",
        Source.ALIGNED,
        Source.ALIGNED.usualNature(),
        Measure.NUMBER,
        Goal.NONE,
        BigDecimal.ONE,
        WeightBy.ISSUES,
        share);
  }
}
