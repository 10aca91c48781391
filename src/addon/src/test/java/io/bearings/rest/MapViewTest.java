package io.bearings.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.okr.Alignment;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Okrs;
import io.bearings.okr.Score;
import io.bearings.progress.AlignmentMap;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class MapViewTest {
  private static final Alignment ARROW =
      new Alignment(7, Alignment.Kind.CONTRIBUTES, 12, 13, Optional.of(34L), new BigDecimal("0.5"));

  private static ObjectiveFigures figures(boolean hidden) {
    KeyResultFigures keyResult =
        new KeyResultFigures(
            Site.KEY_RESULT,
            "Anna Lund",
            IssueProgress.NOTHING,
            KeyResultScore.NO_DATA,
            Judgement.NO_DATA,
            Optional.empty());
    return new ObjectiveFigures(
        Okrs.placed(Okrs.objective(13, 3, "Takeover", "Money", "bert", 1)),
        hidden,
        new ObjectiveFigures.Around("Bert Berg", "Team", List.of(), List.of()),
        Score.NO_DATA,
        Judgement.NO_DATA,
        List.of("KR-34"),
        false,
        List.of(),
        Set.of(),
        List.of(keyResult));
  }

  private static ObjectiveFigures from() {
    ObjectiveFigures to = figures(false);
    return new ObjectiveFigures(
        Okrs.placed(Site.OBJECTIVE),
        false,
        to.around(),
        to.score(),
        to.judgement(),
        List.of(),
        false,
        List.of(),
        Set.of(),
        List.of());
  }

  private static JsonNode json(Object view) {
    return Site.json(new ObjectMapper().valueToTree(view).toString());
  }

  private static JsonNode map(boolean hidden) {
    return json(MapView.of(new AlignmentMap(List.of(from(), figures(hidden)), List.of(ARROW))));
  }

  @Test
  public void showsWhatOneMayRead() {
    JsonNode node = map(false).get("nodes").get(1);
    assertThat(node.get("title").asText()).isEqualTo("Takeover");
    assertThat(node.get("owner").get("name").asText()).isEqualTo("Bert Berg");
    assertThat(node.get("keyResults").get(0).get("title").asText()).isEqualTo("Fewer alarms");
    assertThat(map(false).get("edges").get(0).get("toKeyResult").asLong()).isEqualTo(34);
  }

  @Test
  public void hidesTheKeyResultsAndTheOwnerWithTheTitle() {
    assertThat(map(true).get("nodes").get(1))
        .isEqualTo(
            Site.json(
                "{'id':13,'key':'O-13','title':null,'titleHidden':true,'unitId':3,'unit':'Team',"
                    + "'owner':null,'score':null,'status':'NO_DATA','keyResults':[]}"));
    assertThat(map(true).get("edges").get(0).get("toKeyResult").isNull()).isTrue();
  }

  @Test
  public void hidesThemInTheObjectiveToo() {
    assertThat(json(ObjectiveView.of(figures(true))).toString())
        .doesNotContain("Takeover", "Money", "ert", "KR-34", "Fewer alarms");
  }
}
