package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.formula.Candidate.Kind;
import io.bearings.kpi.formula.Known.KnownField;
import io.bearings.kpi.formula.Known.KnownKpi;
import io.bearings.kpi.formula.Quantity.Base;
import java.util.List;
import org.junit.Test;

/** The bar is the cursor. */
public class CompletionTest {
  private final Known known =
      Known.of(
          List.of(
              new KnownField("customfield_1", "Story Points", Quantity.of(Base.POINTS)),
              new KnownField("timespent", "Time \"spent\"", Quantity.of(Base.HOURS))),
          List.of(
              new KnownKpi(3, "Defects that escaped", Quantity.UNDECLARED),
              new KnownKpi(31, "Velocity of the web team", Quantity.UNDECLARED)));

  @Test
  public void anEmptyFormulaOffersAllThatCanStandFirst() {
    List<Candidate> candidates = complete("|").candidates();
    assertThat(candidates)
        .extracting(Candidate::kind)
        .contains(Kind.PRIMITIVE, Kind.METRIC, Kind.FUNCTION, Kind.INPUT, Kind.KPI)
        .doesNotContain(Kind.FIELD, Kind.WORD);
    assertThat(candidates)
        .extracting(Candidate::name)
        .containsAll(Catalogue.all().keySet())
        .contains("KPI-3 Defects that escaped", "budget", "round");
  }

  @Test
  public void whatIsBegunGivesWay() {
    assertThat(names("1 + vel|")).containsExactly("velocity", "KPI-31 Velocity of the web team");
    assertThat(after("1 + vel|", "velocity")).isEqualTo("1 + velocity|");
    assertThat(after("1 + vel|ocity * 2", "velocity")).isEqualTo("1 + velocity| * 2");
    assertThat(after("co|", "count")).isEqualTo("count(|)");
    assertThat(names("1 + COMM|")).containsExactly("commitment");
    assertThat(names("time|")).startsWith("time_in_status", "times_entered").contains("lead_time");
    assertThat(names("zzz|")).isEmpty();
  }

  @Test
  public void kpisAreFoundByKeyAndName() {
    assertThat(names("kpi-|"))
        .containsExactly("KPI-3 Defects that escaped", "KPI-31 Velocity of the web team");
    assertThat(after("velocity / KPI-3|", "KPI-31 Velocity of the web team"))
        .isEqualTo("velocity / KPI-31|");
    assertThat(after("velocity / defe|", "KPI-3 Defects that escaped"))
        .isEqualTo("velocity / KPI-3|");
  }

  @Test
  public void behindSomethingNothingIsOffered() {
    assertThat(names("velocity |")).isEmpty();
    assertThat(names("velocity() |")).isEmpty();
    assertThat(names("2 |")).isEmpty();
    assertThat(names("5% |")).isEmpty();
    assertThat(names("count('x') ve|")).isEmpty();
  }

  @Test
  public void bracketsOfAMetricOfferWhatItUnderstands() {
    assertThat(names("sum(|")).containsExactly("Story Points", "Time \"spent\"");
    assertThat(after("sum(Sto|", "Story Points")).isEqualTo("sum(\"Story Points\"|");
    assertThat(after("sum(|", "Time \"spent\"")).isEqualTo("sum(\"Time \\\"spent\\\"\"|");
    assertThat(after("sum(points, |", "\"\"")).isEqualTo("sum(points, \"|\"");
    assertThat(names("within(|"))
        .containsExactly("lead_time", "resolution_time", "cycle_time", "response_time");
    assertThat(names("lead_time(|"))
        .containsExactly(
            "\"\"",
            "mean",
            "median",
            "p85",
            "calendar",
            "working",
            "hours",
            "days",
            "project",
            "board",
            "unit",
            "rolling");
    assertThat(names("1 + lead_time('a, b', p|")).containsExactly("p85", "project");
    assertThat(after("velocity(pro|)", "project")).isEqualTo("velocity(project(\"|\"))");
    assertThat(names("velocity(board(|")).isEmpty();
  }

  @Test
  public void bracketsOfNumbersOfferNumbers() {
    assertThat(names("max(1, velo|")).contains("velocity");
    assertThat(names("(velo|")).contains("velocity");
    assertThat(names("max(count('x', project('a')), velo|")).contains("velocity");
  }

  @Test
  public void textsOfferOnlyFields() {
    assertThat(names("count('ve|")).isEmpty();
    assertThat(names("count('it\\'s ve|")).isEmpty();
    assertThat(names("sum('sto|")).containsExactly("Story Points");
    assertThat(after("sum(\"sto|", "Story Points")).isEqualTo("sum(\"Story Points|");
    assertThat(names("sum('points', 've|")).isEmpty();
    assertThat(names("velo| + 'x")).contains("velocity");
  }

  @Test
  public void aFieldInQuotesGivesWayAsAWhole() {
    assertThat(after("sum('sto|ry points', 'x')", "Story Points"))
        .isEqualTo("sum('Story Points|', 'x')");
    assertThat(after("sum(\"sto|, 'x')", "Story Points")).isEqualTo("sum(\"Story Points|, 'x')");
    Known apostrophe =
        Known.of(List.of(new KnownField("cf", "Who's \\ how", Quantity.NONE)), List.of());
    assertThat(Completion.at("sum('", 5, apostrophe).candidates())
        .extracting(Candidate::insert)
        .containsExactly("Who\\'s \\\\ how");
    assertThat(Completion.at("sum(", 4, apostrophe).candidates())
        .extracting(Candidate::insert)
        .containsExactly("\"Who's \\\\ how\"");
  }

  @Test
  public void whatIsOfferedCanStandThere() {
    for (String text :
        List.of("|", "1 + |", "(|)", "max(1, |)", "sum(|, 'x')", "count('x', |)", "lead_time(|)")) {
      Completion completion = complete(text);
      assertThat(completion.candidates()).isNotEmpty();
      for (Candidate candidate : completion.candidates()) {
        String chosen = text.replace("|", candidate.insert());
        assertThat(Formula.read(chosen).problems())
            .as(chosen)
            .extracting(problem -> problem.text().key().replace("bearings.formula.", ""))
            .isSubsetOf("missingArgument", "wrongCount", "blankText", "badTime", "badScope");
      }
    }
  }

  @Test
  public void everyCandidateSaysWhatItMeans() {
    for (String text : List.of("|", "sum(|", "within(|", "lead_time(|", "within(lead_time, |")) {
      assertThat(complete(text).candidates())
          .allSatisfy(
              candidate -> {
                assertThat(candidate.meaning().key()).startsWith("bearings.formula.");
                assertThat(candidate.caret()).isBetween(0, candidate.insert().length());
              });
    }
  }

  @Test
  public void anythingCanBeCompleted() {
    assertThat(Completion.at("velocity", 99, known).candidates()).isNotEmpty();
    assertThat(Completion.at("velocity", -1, known).replaced()).isEqualTo(new Span(0, 8));
    assertThat(Completion.at("v".repeat(Limits.TEXT + 1), 3, known).candidates()).isEmpty();
    assertThat(names(")))|")).isEmpty();
    assertThat(names(",,,|")).isNotEmpty();
    assertThat(names("'\\|")).isEmpty();
  }

  private List<String> names(String text) {
    return complete(text).candidates().stream().map(Candidate::name).toList();
  }

  /** The text with the cursor when a candidate was chosen. */
  private String after(String text, String name) {
    Completion completion = complete(text);
    Candidate chosen =
        completion.candidates().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    String plain = text.replace("|", "");
    return plain.substring(0, completion.replaced().offset())
        + chosen.insert().substring(0, chosen.caret())
        + "|"
        + chosen.insert().substring(chosen.caret())
        + plain.substring(completion.replaced().end());
  }

  private Completion complete(String text) {
    return Completion.at(text.replace("|", ""), text.indexOf('|'), known);
  }
}
