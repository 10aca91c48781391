package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class CoachTest {
  private final Coach coach = new Coach();

  @Test
  public void saysNothingAboutNothing() {
    assertThat(coach.objective(ObjectiveText.of(""), Language.EN)).isEmpty();
    assertThat(coach.objective(ObjectiveText.of(null), Language.EN)).isEmpty();
    assertThat(coach.objective(ObjectiveText.of(" \n"), Language.EN)).isEmpty();
    assertThat(coach.keyResult(KeyResultText.of(" "), Language.EN)).isEmpty();
    assertThat(coach.keyResult(KeyResultText.of(null), Language.EN)).isEmpty();
    assertThat(coach.objective(ObjectiveText.of("?!"), Language.EN)).isEmpty();
  }

  @Test
  public void offersToMakeATaskAnInitiative() {
    Finding finding = only("Launch the partner portal");
    assertThat(finding.rule()).isEqualTo(Rule.TASK);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.reason()).isEqualTo(Message.of("bearings.coach.task"));
    assertThat(finding.action()).contains(Action.MAKE_INITIATIVE);
    assertThat(finding.span()).contains(new Span(0, 6));
    assertThat(finding.better())
        .contains(new Wording(Message.of("bearings.coach.task.better"), false));
    assertThat(only("Launch it for small shops").action()).contains(Action.MAKE_INITIATIVE);
    assertThat(only("Launch it for small shops").better()).isPresent();
  }

  @Test
  public void pointsAtWhatItIsAbout() {
    assertThat(only("Increase revenue by 20 %").span()).contains(new Span(20, 24));
    assertThat(only("Double our revenue").span()).contains(new Span(0, 6));
    assertThat(only("We want to improve quality").span()).contains(new Span(11, 18));
    assertThat(only("Die Abläufe optimieren").span()).contains(new Span(12, 22));
    assertThat(only("Be more agile").span()).contains(new Span(3, 7));
    assertThat(only("Agiler werden").span()).contains(new Span(0, 6));
    assertThat(only("Better communication").span()).contains(new Span(0, 6));
    assertThat(only("Our team velocity").span()).contains(new Span(9, 17));
    assertThat(only("Reach our goals and get the annual bonus").span()).contains(new Span(28, 40));
    assertThat(only("The new intranet is live").span()).contains(new Span(20, 24));
  }

  @Test
  public void namesTheKpi() {
    assertThat(only("Our team velocity").reason())
        .isEqualTo(Message.of("bearings.coach.kpiName", "velocity"));
    assertThat(only("Velocity!").rule()).isEqualTo(Rule.KPI_NAME);
    assertThat(rules(ObjectiveText.of("The"))).isEmpty();
  }

  @Test
  public void tellsAnAudienceFromADate() {
    assertThat(only("Launch the portal in March").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Launch the portal in Q3").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Launch the portal in Canada").rule()).isEqualTo(Rule.LAUNCH);
    assertThat(only("Launch the portal in style").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Launch the portal for June").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Launch the portal for 2027").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Launch the portal for").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Launch the portal for nurses").rule()).isEqualTo(Rule.LAUNCH);
    assertThat(only("Launch on a new market").rule()).isEqualTo(Rule.LAUNCH);
  }

  @Test
  public void readsTheNameOfAMeasureByItsForm() {
    assertThat(only("Bed occupancy rate").rule()).isEqualTo(Rule.KPI_NAME);
    assertThat(only("The bed occupancy rate").span()).contains(new Span(4, 22));
    assertThat(only("Number of complaints").rule()).isEqualTo(Rule.KPI_NAME);
    assertThat(only("Taux de remplissage").rule()).isEqualTo(Rule.KPI_NAME);
    assertThat(coach.objective(ObjectiveText.of("Bettenbelegungsquote"), Language.DE))
        .extracting(Finding::rule)
        .containsExactly(Rule.KPI_NAME);
    assertThat(only("Improve occupancy rate").rule()).isEqualTo(Rule.FLAT);
    for (String title :
        List.of("Calm bed and night occupancy rate", "Rate us", "Numbers that sing")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
  }

  @Test
  public void readsPartsAsNumbers() {
    assertThat(only("Cut complaints by half").rule()).isEqualTo(Rule.NUMBER);
    assertThat(only("Cut complaints by half").span()).contains(new Span(15, 22));
    assertThat(rules(ObjectiveText.of("Complaints cut by half"))).isEmpty();
    assertThat(found(KeyResultText.of("Cut complaints by half"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Cut complaints by half").from(number(12), Optional.empty())))
        .isEmpty();
  }

  @Test
  public void hearsWhatEverybodySaysOfThemselves() {
    assertThat(only("Be the best").span()).contains(new Span(7, 11));
    assertThat(only("Become a modern organisation").rule()).isEqualTo(Rule.FLAT);
    assertThat(only("Be a great place here").rule()).isEqualTo(Rule.FLAT);
    assertThat(rules(ObjectiveText.of("Be a great place in this old town for once"))).isEmpty();
    assertThat(only("Make our service better").span()).contains(new Span(17, 23));
    assertThat(rules(ObjectiveText.of("Make our service so good that guests sing"))).isEmpty();
    assertThat(rules(ObjectiveText.of("Our service is better"))).isEmpty();
  }

  @Test
  public void readsDeedsByTheirForm() {
    for (String title :
        List.of(
            "Knit a scarf",
            "Stow the sails",
            "Tie up the boats",
            "Tejer una bufanda",
            "Tricoter un pull",
            "Den Garten umgraben")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.TASK);
    }
    for (String title :
        List.of(
            "Guests in the lobby",
            "Sails stow the best",
            "Give the guests a voice",
            "Stow the sails faster",
            "Knit",
            "Knit well",
            "Der Garten lebt",
            "Die Umgraben")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_NUMBER);
    }
  }

  @Test
  public void readsCountsByTheirForm() {
    assertThat(found(KeyResultText.of("Knit 40 scarves"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Stow away 40 sails"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Stow up 40 sails"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Tejer 40 bufandas"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("40 Gärten umgraben"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Around 40 guests"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Guests 40 a day"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Knit 40"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Knit 40 % more"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Two open days held"))).containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Two open days enjoyed"))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Visit every one of our 60 donors")))
        .containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Visit each one of all of our dear 60 donors")))
        .containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void countsWhatStandsBehindANumberWhicheverWordsComeBetween() {
    for (String title :
        List.of(
            "At least ten supplier meetings per quarter",
            "Doce talleres prácticos con los vecinos",
            "Have a coffee chat with at least 30 landlords",
            "Each manager holds at least two site visits a month",
            "Number of school visits by our rangers from 20 to 60",
            "Increase the number of workshops from 4 to 10",
            "25 school visits by our rangers",
            "Number of trainings held")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.ACTIVITY_COUNT);
    }
    for (String title :
        List.of("20 training videos", "Complete 40 bathrooms", "Our editors write 12 articles")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.OUTPUT_COUNT);
    }
    for (String title :
        List.of(
            "Number of workshops from 10 to 4",
            "Number of school visits from 20 to 60",
            "Number of courses per member from 1 to 3")) {
      assertThat(found(KeyResultText.of(title))).as(title).isEmpty();
    }
    for (String title :
        List.of(
            "20 letters from parents",
            "Our customers write 12 articles",
            "Run meetings in under 30 minutes",
            "Eight supplier meetings per supplier",
            "Ten fewer supplier meetings")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_BASELINE);
    }
  }

  @Test
  public void readsWhereItStandsHoweverItIsPutIn() {
    for (String title :
        List.of(
            "Returning guests: more than today (35 %)",
            "Réduire l'attente, aujourd'hui de 25 minutes",
            "We lose 6 lambs in a hundred today and want to lose fewer")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_TARGET);
    }
    for (String title :
        List.of(
            "El 90 % de los pedidos llega a tiempo (hoy, el 72 %)",
            "Now 12 %, in June 25 %: share of bookings without a call")) {
      assertThat(found(KeyResultText.of(title))).as(title).isEmpty();
    }
  }

  @Test
  public void readsWhatOneIsToHaveAsAThing() {
    assertThat(found(KeyResultText.of("Have a roadmap"))).containsExactly(Rule.DELIVERABLE);
    assertThat(found(KeyResultText.of("Have a roadmap that is read")))
        .containsExactly(Rule.NO_NUMBER);
  }

  @Test
  public void readsThingsWithNothingSaidAboutThem() {
    assertThat(found(KeyResultText.of("A brochure for parents"))).containsExactly(Rule.DELIVERABLE);
    assertThat(found(KeyResultText.of("Brochure for parents"))).containsExactly(Rule.DELIVERABLE);
    assertThat(keyResult(KeyResultText.of("A brochure for parents")).span())
        .contains(new Span(2, 10));
    for (String title :
        List.of(
            "A brochure that parents read",
            "A calm evening",
            "A brochure for parents in every house of our old town")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_NUMBER);
    }
  }

  @Test
  public void knowsTheirLimits() {
    assertThat(only("The new intranet of our shop is live").rule()).isEqualTo(Rule.TASK);
    assertThat(rules(ObjectiveText.of("The new intranet of our dear shop is live"))).isEmpty();
    assertThat(only("Better nights for all here").rule()).isEqualTo(Rule.FLAT);
    assertThat(rules(ObjectiveText.of("Better nights for all of us"))).isEmpty();
    assertThat(only("Big old bed coverage").rule()).isEqualTo(Rule.KPI_NAME);
    assertThat(rules(ObjectiveText.of("Big and old bed coverage"))).isEmpty();
    assertThat(only("Number of calm nights in a week").rule()).isEqualTo(Rule.KPI_NAME);
    assertThat(rules(ObjectiveText.of("Number of calm nights in a long week"))).isEmpty();
    assertThat(found(KeyResultText.of("A brochure for all parents in town")))
        .containsExactly(Rule.DELIVERABLE);
    assertThat(found(KeyResultText.of("Merge the five mailing lists"))).containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Merge the six mailing lists")))
        .isNotEmpty()
        .doesNotContain(Rule.TASK);
  }

  @Test
  public void tellsHowSomethingIsDoneFromWhatIsDone() {
    for (String title :
        List.of(
            "Run a shop that nobody passes by",
            "Finish every shift with time left",
            "Simplify the form: a child can fill it in",
            "Fewer forms, more talks",
            "Raise a generation of readers",
            "Open doors for young people")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
    assertThat(only("Hire a cook who fries fish").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Rewrite the form that nobody likes").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Simplify the form: now").rule()).isEqualTo(Rule.FLAT);
    assertThat(only("Bring our game to the Japanese market").rule()).isEqualTo(Rule.LAUNCH);
    assertThat(rules(ObjectiveText.of("Bring our game to life"))).isEmpty();
    assertThat(only("Roll out the app to patients").rule()).isEqualTo(Rule.LAUNCH);
    assertThat(only("Roll out the app to the cloud").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Migrate the ledger until June").rule()).isEqualTo(Rule.TASK);
  }

  @Test
  public void seesNumbersWhateverIsMeasured() {
    for (String title :
        List.of(
            "Grow the choir to 60 singers",
            "Fill 200 seats",
            "95 % of trains on time",
            "Save \u20ac2m",
            "20 % more singers",
            "Halve the queue",
            "Win more than 40 singers")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.NUMBER);
    }
    assertThat(rules(ObjectiveText.of("100 % at home in every song"))).isEmpty();
  }

  @Test
  public void seesWhatTheFieldsCount() {
    assertThat(fields("Newsletters sent", 4, 12)).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(fields("Newsletters sent", 12, 4)).isEmpty();
    assertThat(fields("Newsletters sent", 4, 4)).isEmpty();
    assertThat(fields("Visits carried out", 4, 12)).containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(fields("Number of articles on fish", 4, 12)).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(fields("Number of articles readers share", 4, 12)).isEmpty();
    assertThat(fields("Number of complaints", 4, 12)).isEmpty();
    assertThat(fields("Number of visits", 4, 12)).isEmpty();
    assertThat(fields("Workshops with parents", 4, 12)).containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(fields("Workshops per year", 4, 12)).containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(fields("Workshops per year", 12, 4)).isEmpty();
    assertThat(fields("Share of newsletters sent", 4, 12)).isEmpty();
    assertThat(fields("Prototype ready", 0, 1)).isNotEmpty();
  }

  private List<Rule> fields(String title, int baseline, int target) {
    return found(KeyResultText.of(title).from(number(baseline), number(target)));
  }

  @Test
  public void hearsAWhyThatSaysNothing() {
    ObjectiveText text = ObjectiveText.of("Calm nights for everybody on call");
    for (String why : List.of("It is important.", "we will fill this in at the kickoff")) {
      assertThat(rules(text.withWhy(why))).as(why).containsExactly(Rule.NO_WHY);
    }
    assertThat(rules(text.withWhy("It is important to nurses"))).isEmpty();
  }

  @Test
  public void tellsPayFromWhatIsNamedLikeIt() {
    assertThat(rules(ObjectiveText.of("Our salary benchmark is one to believe"))).isEmpty();
    assertThat(only("Negotiate our salary").rule()).isEqualTo(Rule.PAY);
  }

  @Test
  public void putsJargonIntoPlainWords() {
    Finding finding = only("Leverage robust and holistic tools in order to surprise small farms");
    assertThat(finding.rule()).isEqualTo(Rule.UNREADABLE);
    assertThat(finding.better())
        .contains(
            new Wording(
                Message.of(
                    "bearings.coach.wording",
                    "Use reliable and whole tools to surprise small farms"),
                true));
  }

  @Test
  public void asksForPlainWordsWhereItKnowsTooFew() {
    Finding finding = only("Ideate disruptive tribes and evangelise hyperscaling paradigms");
    assertThat(finding.better())
        .contains(Wording.pattern(Message.of("bearings.coach.unreadable.better")));
    assertThat(finding.span()).isEmpty();
  }

  @Test
  public void countsWordsAndInitials() {
    String word = "calm ";
    assertThat(coach.objective(ObjectiveText.of(word.repeat(35)), Language.EN)).isEmpty();
    assertThat(only(word.repeat(36)).reason())
        .isEqualTo(Message.of("bearings.coach.unreadable.long", 36, 35));
    assertThat(coach.objective(ObjectiveText.of("Calm QBR and EBC nights"), Language.EN)).isEmpty();
    assertThat(only("Calm QBR and EBC and GTM nights").rule()).isEqualTo(Rule.UNREADABLE);
    assertThat(coach.objective(ObjectiveText.of("Calm API and IT and HR nights"), Language.EN))
        .isEmpty();
    assertThat(only("Holistic synergies").rule()).isEqualTo(Rule.UNREADABLE);
    assertThat(only("Calm holistic synergies daily").rule()).isEqualTo(Rule.UNREADABLE);
    assertThat(coach.objective(ObjectiveText.of("Calm holistic synergies at night"), Language.EN))
        .isEmpty();
  }

  @Test
  public void tellsOwnPayFromWhatOneSells() {
    assertThat(only("Get my raise").rule()).isEqualTo(Rule.PAY);
    assertThat(coach.objective(ObjectiveText.of("A raise"), Language.EN)).isEmpty();
    assertThat(coach.objective(ObjectiveText.of("My customers get a calm raise"), Language.EN))
        .isEmpty();
    assertThat(only("Meet the quota").rule()).isEqualTo(Rule.PAY);
    assertThat(coach.objective(ObjectiveText.of("A fair quota for customers"), Language.EN))
        .isEmpty();
    assertThat(only("Delight customers and get the annual bonus").rule()).isEqualTo(Rule.PAY);
  }

  @Test
  public void judgesTheWhyOnceItIsThere() {
    ObjectiveText text = ObjectiveText.of("Calm nights for everybody on call");
    assertThat(rules(text)).isEmpty();
    assertThat(rules(text.withWhy(""))).containsExactly(Rule.NO_WHY);
    assertThat(rules(text.withWhy("to be defined"))).containsExactly(Rule.NO_WHY);
    assertThat(rules(text.withWhy("calm nights, for everybody on call!")))
        .containsExactly(Rule.NO_WHY);
    assertThat(rules(text.withWhy("Two left."))).containsExactly(Rule.NO_WHY);
    assertThat(rules(text.withWhy("Two people left."))).isEmpty();
    Finding finding = coach.objective(text.withWhy(" "), Language.EN).get(0);
    assertThat(finding.reason()).isEqualTo(Message.of("bearings.coach.noWhy"));
    assertThat(finding.better())
        .contains(Wording.pattern(Message.of("bearings.coach.noWhy.better")));
  }

  @Test
  public void countsTheKeyResultsOnceTheyAreThere() {
    assertThat(reasons(0)).containsExactly(Message.of("bearings.coach.keyResultCount.none"));
    assertThat(reasons(1)).containsExactly(Message.of("bearings.coach.keyResultCount.one"));
    assertThat(reasons(2)).containsExactly(Message.of("bearings.coach.fewKeyResults"));
    assertThat(reasons(3)).isEmpty();
    assertThat(reasons(4)).isEmpty();
    assertThat(reasons(5)).isEmpty();
    assertThat(reasons(6)).containsExactly(Message.of("bearings.coach.keyResultCount.many", 6, 5));
  }

  private List<Message> reasons(int keyResults) {
    ObjectiveText text =
        ObjectiveText.of("Calm nights")
            .withKeyResults(Collections.nCopies(keyResults, KeyResultText.of("x")));
    return coach.objective(text, Language.EN).stream().map(Finding::reason).toList();
  }

  @Test
  public void asksWhatNumberMovesWhenAllIsOutput() {
    KeyResultText output = KeyResultText.of("x").as(Nature.OUTPUT);
    KeyResultText issues = KeyResultText.of("x").by(Source.ISSUES);
    KeyResultText done = KeyResultText.of("x").by(Source.BINARY);
    KeyResultText outcome = KeyResultText.of("x").by(Source.ISSUES).as(Nature.OUTCOME);
    assertThat(rules(set(output, issues, done))).containsExactly(Rule.OUTPUTS_ONLY);
    assertThat(rules(set(output, issues, outcome))).isEmpty();
    assertThat(rules(set(output, issues, KeyResultText.of("x")))).isEmpty();
  }

  private static ObjectiveText set(KeyResultText... keyResults) {
    return ObjectiveText.of("Calm nights").withKeyResults(List.of(keyResults));
  }

  @Test
  public void proposesAPatternForAKeyResultWithoutNumbers() {
    assertThat(better("Improve code quality"))
        .isEqualTo(Message.of("bearings.coach.noNumber.better", "Code quality"));
    assertThat(better("More calm nights"))
        .isEqualTo(Message.of("bearings.coach.noNumber.better", "Calm nights"));
    assertThat(better("Customers are happier"))
        .isEqualTo(Message.of("bearings.coach.noNumber.better", "Customers are happier"));
    assertThat(better("Improve"))
        .isEqualTo(Message.of("bearings.coach.noNumber.better", "Improve"));
    assertThat(better("Win back farmers"))
        .isEqualTo(Message.of("bearings.coach.noNumber.better", "Back farmers"));
    assertThat(better("Ladezeit verkürzen"))
        .isEqualTo(Message.of("bearings.coach.noNumber.better", "Ladezeit verkürzen"));
    assertThat(better(" Raise conversion to 5 % "))
        .isEqualTo(Message.of("bearings.coach.noBaseline.better", "Raise conversion to 5 %"));
    assertThat(better("Reduce churn from 5 %"))
        .isEqualTo(Message.of("bearings.coach.noTarget.better", "Reduce churn from 5 %"));
  }

  private Message better(String title) {
    Wording wording = keyResult(KeyResultText.of(title)).better().orElseThrow();
    assertThat(wording.usable()).isFalse();
    return wording.text();
  }

  @Test
  public void looksForNumbersInTheirFieldsFirst() {
    KeyResultText text = KeyResultText.of("Conversion");
    assertThat(found(text)).containsExactly(Rule.NO_NUMBER);
    assertThat(found(text.from(number(3), Optional.empty()))).containsExactly(Rule.NO_TARGET);
    assertThat(found(text.from(Optional.empty(), number(5)))).containsExactly(Rule.NO_BASELINE);
    assertThat(found(text.from(number(3), number(5)))).isEmpty();
    KeyResultText by = KeyResultText.of("Cut calls by 30 %");
    assertThat(found(by)).containsExactly(Rule.NO_BASELINE);
    assertThat(found(by.from(number(1200), Optional.empty()))).isEmpty();
    KeyResultText twice = KeyResultText.of("Double the number of trials");
    assertThat(found(twice)).containsExactly(Rule.NO_BASELINE);
    assertThat(found(twice.from(number(12), Optional.empty()))).isEmpty();
  }

  @Test
  public void asksEachSourceForItsOwnNumbers() {
    KeyResultText text = KeyResultText.of("Calm nights");
    for (Source source : List.of(Source.MANUAL, Source.KPI, Source.JQL, Source.CONNECTOR)) {
      assertThat(found(text.by(source))).as(source.name()).containsExactly(Rule.NO_NUMBER);
    }
    for (Source source : List.of(Source.ISSUES, Source.BINARY, Source.ALIGNED)) {
      assertThat(found(text.by(source))).as(source.name()).isEmpty();
    }
    assertThat(found(text.by(Source.MAINTAIN))).containsExactly(Rule.MAINTAINS);
    assertThat(found(text.by(Source.EVIDENCE))).containsExactly(Rule.NO_NUMBER);
    assertThat(found(text.by(Source.EVIDENCE).from(Optional.empty(), number(40)))).isEmpty();
    assertThat(found(KeyResultText.of("40 letters of thanks").by(Source.EVIDENCE))).isEmpty();
    assertThat(found(KeyResultText.of("Letters of thanks, 3 today").by(Source.EVIDENCE)))
        .containsExactly(Rule.NO_TARGET);
  }

  @Test
  public void tellsWhatIsCounted() {
    assertThat(keyResult(KeyResultText.of("Hold 10 interviews")).span()).contains(new Span(5, 7));
    assertThat(found(KeyResultText.of("Run 3 things"))).containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Build 3 things"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Close 90 % of tickets"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Resolve 90 % of tickets within 4 hours")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("90 % of interviews held")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Increase stories delivered to 20")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("Review time of 8 hours"))).containsExactly(Rule.NO_BASELINE);
    for (Rule rule : List.of(Rule.ACTIVITY_COUNT, Rule.OUTPUT_COUNT)) {
      Finding finding =
          keyResult(
              KeyResultText.of(rule == Rule.OUTPUT_COUNT ? "Fix 80 bugs" : "Make 20 sales calls"));
      assertThat(finding.rule()).isEqualTo(rule);
      assertThat(finding.action()).contains(Action.MAKE_INITIATIVE);
      assertThat(finding.better()).isPresent();
    }
  }

  @Test
  public void offersToMakeDeliverablesAndTasksInitiatives() {
    for (String title : List.of("Publish the guide", "Guide published", "Attend the fair")) {
      Finding finding = keyResult(KeyResultText.of(title));
      assertThat(finding.action()).as(title).contains(Action.MAKE_INITIATIVE);
      assertThat(finding.better()).as(title).isPresent();
      assertThat(finding.span()).as(title).isPresent();
    }
    assertThat(found(KeyResultText.of("Call the suppliers"))).containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Build trust"))).containsExactly(Rule.NO_NUMBER);
    assertThat(found(KeyResultText.of("More guides published"))).containsExactly(Rule.NO_NUMBER);
    assertThat(found(KeyResultText.of("Improve what is published")))
        .containsExactly(Rule.NO_NUMBER);
    assertThat(found(KeyResultText.of("Publish faster, from 4 weeks to 1"))).isEmpty();
  }

  @Test
  public void keepsApartWhatStaysAndWhatMoves() {
    assertThat(found(KeyResultText.of("Keep churn below 2 %"))).containsExactly(Rule.MAINTAINS);
    assertThat(found(KeyResultText.of("Keep churn below 2 % (currently 3 %)"))).isEmpty();
    assertThat(found(KeyResultText.of("Keep churn low"))).containsExactly(Rule.NO_NUMBER);
    assertThat(keyResult(KeyResultText.of("Keep churn below 2 %")).better()).isPresent();
  }

  @Test
  public void wondersAboutCertainty() {
    KeyResultText text = KeyResultText.of("NPS goes from 32 to 50");
    assertThat(found(text.published(ObjectiveKind.ASPIRATIONAL, 8))).isEmpty();
    assertThat(found(text.published(ObjectiveKind.COMMITTED, 10))).isEmpty();
    assertThat(coach.keyResult(text.published(ObjectiveKind.ASPIRATIONAL, 9), Language.EN))
        .extracting(Finding::reason)
        .containsExactly(Message.of("bearings.coach.tooCertain", 9));
    assertThat(coach.keyResult(text.published(ObjectiveKind.ASPIRATIONAL, 10), Language.EN))
        .extracting(Finding::reason)
        .containsExactly(Message.of("bearings.coach.tooCertain", 10));
  }

  @Test
  public void comparesWithTheKpi() {
    KeyResultText text = KeyResultText.of("Mood goes from 10 to 14");
    assertThat(among(text, kpi("15", "2.0", "0.79"))).containsExactly(Rule.NOISE);
    assertThat(among(text, kpi("15", "1.9", "0.79"))).isEmpty();
    assertThat(among(text, kpi("15", "1.9", "0.8"))).containsExactly(Rule.TREND);
    assertThat(among(text, kpi("14.0", "1.9", "0.1"))).containsExactly(Rule.KPI_COSPLAY);
    assertThat(among(KeyResultText.of("Mood at 14"), kpi("15", "9", "0")))
        .containsExactly(Rule.NO_BASELINE);
    Finding noise =
        new Coach(around(kpi("15", "2", "0"), true)).keyResult(text, Language.EN).get(0);
    assertThat(noise.reason()).isEqualTo(Message.of("bearings.coach.noise", "Mood"));
  }

  @Test
  public void asksForAGuardrailBesideVolumeSpeedAndMoney() {
    assertThat(unguarded("Sales go from 10 to 20")).containsExactly(Rule.NO_GUARDRAIL);
    assertThat(unguarded("Sales grow by 10 % from 20")).containsExactly(Rule.NO_GUARDRAIL);
    assertThat(unguarded("Sales with a smile go from 10 % to 20 %")).isEmpty();
    assertThat(unguarded("Mood goes from 10 to 20")).isEmpty();
  }

  private List<Rule> unguarded(String title) {
    Coach among = new Coach(text -> Optional.of(new Kpis.Surroundings(Optional.empty(), false)));
    return among.keyResult(KeyResultText.of(title), Language.EN).stream()
        .map(Finding::rule)
        .toList();
  }

  private static List<Rule> among(KeyResultText text, Kpis.Kpi kpi) {
    return new Coach(around(kpi, true))
        .keyResult(text, Language.EN).stream().map(Finding::rule).toList();
  }

  private static Kpis around(Kpis.Kpi kpi, boolean guarded) {
    return text -> Optional.of(new Kpis.Surroundings(Optional.of(kpi), guarded));
  }

  private static Kpis.Kpi kpi(String target, String spread, String unaided) {
    return new Kpis.Kpi(
        "Mood",
        Optional.of(new BigDecimal(target)),
        Optional.of(new BigDecimal(spread)),
        Optional.of(new BigDecimal(unaided)));
  }

  @Test
  public void readsTheBeginningOfAnEndlessText() {
    String text = "Calm nights ".repeat(2_000);
    assertThat(Statement.of(text, Language.EN).text()).hasSize(Statement.LIMIT);
    assertThat(Statement.of("x".repeat(Statement.LIMIT), Language.EN).text())
        .hasSize(Statement.LIMIT);
  }

  @Test
  public void aSpanHoldsSomething() {
    assertThatThrownBy(() -> new Span(3, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Span(0, 1).end()).isEqualTo(1);
  }

  @Test
  public void readsANumberThatIsBoundedOrReachedWithoutACommand() {
    for (String title :
        List.of(
            "Less than 2 hours at the counter",
            "No more than 3 complaints",
            "Waiting time in the clinic no more than 2 hours",
            "Complaints below 20",
            "Our backlog falls to 80",
            "Members per trainer down to 8",
            "Twice as many applications",
            "500 subscribers",
            "500 subscribers by June",
            "Turn over 2 million in the shop")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).containsExactly(Rule.NUMBER);
    }
    for (String title :
        List.of(
            "Under 3 roofs, one family",
            "Nobody in the clinic waits over 2 hours",
            "The valley walks to 12 churches",
            "Ship with heart, twice as often",
            "500 subscribers on one bench",
            "500 benches",
            "Less than 2 hours to a home we are proud of")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
    assertThat(coach.objective(ObjectiveText.of("Fehlerquote unter 2 Prozent"), Language.DE))
        .extracting(Finding::rule)
        .containsExactly(Rule.NUMBER);
  }

  @Test
  public void readsTheNameOfAMeasurePerSomething() {
    for (String title :
        List.of(
            "Complaints per 1,000 orders",
            "Energy cost per square metre",
            "Readmission rate (30 days)",
            "Umschlagshäufigkeit")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).containsExactly(Rule.KPI_NAME);
    }
    for (String title : List.of("Quiet hours per old square house", "Readmission rate (30 beds)")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
  }

  @Test
  public void comparesWithSomethingThatOneCanSee() {
    assertThat(rules(ObjectiveText.of("Be quicker than the rumour"))).isEmpty();
    assertThat(only("Be quicker than the competition").rule()).isEqualTo(Rule.FLAT);
    assertThat(only("Be quicker than").rule()).isEqualTo(Rule.FLAT);
    assertThat(only("Be the best in the market").rule()).isEqualTo(Rule.FLAT);
  }

  @Test
  public void tellsADeedFromWhatItLeavesBehind() {
    assertThat(found(KeyResultText.of("Migration of the archive completed")))
        .containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Brochure completed"))).containsExactly(Rule.DELIVERABLE);
    assertThat(found(KeyResultText.of("Alle Lieferantenverträge prüfen")))
        .containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Checkliste für die Übergabe")))
        .containsExactly(Rule.DELIVERABLE);
    assertThat(found(KeyResultText.of("Recruitment of two paramedics"))).containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Recruitment of the two paramedics")))
        .containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Increase the number of supplier audits to 20")))
        .containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Reduce the number of supplier audits to 20")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("The number of supplier audits is 20")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(rules(ObjectiveText.of("Strengthen our position on the market")))
        .containsExactly(Rule.FLAT);
    assertThat(
            coach.objective(
                ObjectiveText.of("Lancer un appel d'offres pour le nettoyage"), Language.FR))
        .extracting(Finding::rule)
        .containsExactly(Rule.TASK);
    assertThat(coach.objective(ObjectiveText.of("Das neue Lager in Betrieb nehmen"), Language.DE))
        .extracting(Finding::rule)
        .containsExactly(Rule.TASK);
  }

  @Test
  public void readsWhatIsWrittenInCapitals() {
    assertThat(only("RAISE STAFF RETENTION TO 92%").rule()).isEqualTo(Rule.NUMBER);
    assertThat(only("UMSATZ STEIGERN").rule()).isEqualTo(Rule.FLAT);
    assertThat(only("Umsatz steigern").rule()).isEqualTo(Rule.FLAT);
    assertThat(rules(ObjectiveText.of("Wieder Zeit fürs Unterrichten"))).isEmpty();
    assertThat(only("Use RPC, ETL and SSO").rule()).isEqualTo(Rule.UNREADABLE);
  }

  private Finding only(String title) {
    List<Finding> findings = coach.objective(ObjectiveText.of(title), Language.EN);
    assertThat(findings).as(title).hasSize(1);
    return findings.get(0);
  }

  private List<Rule> rules(ObjectiveText text) {
    return coach.objective(text, Language.EN).stream().map(Finding::rule).toList();
  }

  private Finding keyResult(KeyResultText text) {
    List<Finding> findings = coach.keyResult(text, Language.EN);
    assertThat(findings).as(text.title()).hasSize(1);
    return findings.get(0);
  }

  private List<Rule> found(KeyResultText text) {
    return coach.keyResult(text, Language.EN).stream().map(Finding::rule).toList();
  }

  private static Optional<BigDecimal> number(int value) {
    return Optional.of(BigDecimal.valueOf(value));
  }

  @Test
  public void readsAClauseThatHasNoWordBeforeIt() {
    for (String title :
        List.of(
            "Write leases people read to the last line",
            "Ship toys we would give to our nieces",
            "Grow a cheese people cross the border for")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
    assertThat(only("Simplify how we order paint").rule()).isEqualTo(Rule.FLAT);
  }

  @Test
  public void callsItFlatWhatIsNoThing() {
    for (String title :
        List.of(
            "Deliver operational excellence",
            "Build a stronger team culture",
            "Offer better service",
            "Mehr Transparenz schaffen",
            "Ofrecer un mejor servicio",
            "Make meetings more productive")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.FLAT);
    }
    assertThat(only("Get the kiln certified").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Write the quality handbook").rule()).isEqualTo(Rule.TASK);
  }

  @Test
  public void readsShortFormsBesideTheNameOfAKpi() {
    for (String title : List.of("DAU / MAU", "Customer satisfaction (CSAT)", "Units per hour")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.KPI_NAME);
    }
    assertThat(rules(ObjectiveText.of("Churn (a word our members should not know)"))).isEmpty();
  }

  @Test
  public void readsFromWhereToWhereInOtherForms() {
    for (String title :
        List.of(
            "Wrong labels per 1,000 jars, 4.1 to 0.9",
            "Halve the 40 leaks a month",
            "Open tickets older than 5 days: 310 now, 90 by May",
            "Wrong labels: 4.1 %, target 0.9 %",
            "Wrong labels: 4.1 % in March, below 1 % in June",
            "Late trains down to 5 % (11 % in 2026)",
            "Fehldrucke: 4,1 %, Ziel: 0,9 %")) {
      assertThat(found(KeyResultText.of(title))).as(title).isEmpty();
    }
    for (String title :
        List.of(
            "Raise the 61 % return rate",
            "Satisfaction is 6.8 and should rise",
            "Letters older than 5 days: 310 now",
            "Ausschuss von 6 % senken")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_TARGET);
    }
    assertThat(found(KeyResultText.of("Fewer crashes on Android 15")))
        .containsExactly(Rule.NO_NUMBER);
    assertThat(found(KeyResultText.of("Letters no older than 5 days")))
        .containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void tellsAShareThatIsDoneFromOneThatIsReached() {
    assertThat(found(KeyResultText.of("Finish 90 % of the roadmap")))
        .containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Train 80 % of the crew")))
        .containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Resolve 80 % of complaints within a day")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("98 % of orders delivered on time")))
        .containsExactly(Rule.NO_BASELINE);
    assertThat(found(KeyResultText.of("12 Lernvideos drehen"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("12 Brutkästen gebaut"))).containsExactly(Rule.OUTPUT_COUNT);
    assertThat(found(KeyResultText.of("Interviews with 20 leavers")))
        .containsExactly(Rule.ACTIVITY_COUNT);
  }

  @Test
  public void readsThingsThatAreThere() {
    for (String title :
        List.of(
            "The museum has an audio guide",
            "Engine for bookings goes live in May",
            "Interface to the lab works",
            "Welcome pack for tenants in three languages")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.DELIVERABLE);
    }
    assertThat(found(KeyResultText.of("Patients book online"))).containsExactly(Rule.NO_NUMBER);
  }

  @Test
  public void keepsANumberOnlyWhereTheNumberIsKept() {
    assertThat(found(KeyResultText.of("Four in five apprentices stay after their exam")))
        .containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void readsTwoVerbsAsOneDeed() {
    for (String title :
        List.of(
            "Draft and sign the new supplier agreement",
            "Plan and run the summer festival",
            "Review and sign the lease")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.TASK);
    }
    assertThat(found(KeyResultText.of("Inspect and repair 500 hydrants")))
        .containsExactly(Rule.OUTPUT_COUNT);
    assertThat(rules(ObjectiveText.of("Test and release cycles nobody notices"))).isEmpty();
    assertThat(found(KeyResultText.of("Interview-to-offer ratio of 4 to 1")))
        .containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void tellsWhatIsDoneToPeopleFromWhatIsDoneToThings() {
    for (String title :
        List.of(
            "Vaccinate 400 residents",
            "Pair 18 apprentices with a mentor",
            "Escort 60 young pupils",
            "Each consultant visits five clients a month")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.ACTIVITY_COUNT);
    }
    for (String title :
        List.of("Insulate 300 lofts", "Transcribe 60 interviews", "Design ten exhibition panels")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.OUTPUT_COUNT);
    }
    for (String title :
        List.of(
            "Sign up 90 schools",
            "Have 120 regulars",
            "Avoid 40 tonnes of waste",
            "Onboard new drivers in 5 days",
            "60 % der Kunden bestellen online")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_BASELINE);
    }
  }

  @Test
  public void knowsAReleaseByItsNumber() {
    for (String title :
        List.of(
            "v2.0 of the driver app in both stores",
            "Water fountain installed in the park",
            "Self-service kiosk standing in the lobby by 1 March")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.DELIVERABLE);
    }
    for (String title :
        List.of(
            "Complaints resolved in the branch",
            "Trust built in the region",
            "Patients seen in the ward",
            "vans of the driver app")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_NUMBER);
    }
  }

  @Test
  public void takesNothingForADeedThatBecomesLess() {
    assertThat(found(KeyResultText.of("Open critical defects").from(number(48), number(6))))
        .isEmpty();
  }

  @Test
  public void hearsTheNextLevelAsNoLevel() {
    assertThat(only("Take data quality to the next level").rule()).isEqualTo(Rule.FLAT);
    assertThat(only("Take data quality to the next level").span()).contains(new Span(18, 35));
    assertThat(rules(ObjectiveText.of("Take data to the next level so that nurses go home early")))
        .isEmpty();
  }

  @Test
  public void takesACommandUponAThingForATask() {
    assertThat(only("Defrost the old server").rule()).isEqualTo(Rule.TASK);
    assertThat(only("Defrost the old server").action()).contains(Action.MAKE_INITIATIVE);
    for (String title :
        List.of(
            "Defrost the cold hearts of the old server",
            "Defrost the evening",
            "Defrost the server nobody dares to touch any more",
            "Defrost the server for patients",
            "Defrost the server room with the help of many good colleagues")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
    assertThat(rules(ObjectiveText.of("Get 30 village shops back on their feet"))).isEmpty();
    assertThat(rules(ObjectiveText.of("Review meetings our clients look forward to"))).isEmpty();
  }

  @Test
  public void tellsHowSomethingIsDoneFromThatItIsDone() {
    for (String title :
        List.of(
            "Ship 95 % of orders the same day",
            "Open 60 % of applications the same day",
            "Score 4.5 in the patient survey",
            "Pass the inspection in 9 of 10 homes")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.NO_BASELINE);
    }
    for (String title :
        List.of(
            "Resolve 80 % of the open audit points",
            "Close 85 % of audit actions by March",
            "Deliver 70 % of the features in the release")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.OUTPUT_COUNT);
    }
    assertThat(found(KeyResultText.of("Noise in the ward goes down")))
        .containsExactly(Rule.NO_NUMBER);
  }

  @Test
  public void takesForATaskWhatOneGetsOnPaper() {
    for (String title :
        List.of(
            "Obtain the building permit",
            "Reach an agreement with the union",
            "Get planning permission for the annex",
            "Die Baugenehmigung einholen",
            "Obtenir le permis de construire",
            "Obtener la licencia de obras",
            "Get all tractors serviced",
            "Introduce time tracking",
            "Do the stocktake",
            "Make a film about the mill",
            "Make an inventory of the tools")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.TASK);
    }
    for (String title :
        List.of(
            "Win the approval of our neighbours",
            "Obtain a permit that opens hearts",
            "Win the last and very final word on the permit",
            "Make films about the mill",
            "Make a film a day",
            "Make a film everybody loves",
            "Make a better film")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).doesNotContain(Rule.TASK);
    }
  }

  @Test
  public void namesMeasuresOfThingsAndPerThing() {
    for (String title :
        List.of(
            "Punctuality of trains",
            "CO2 per parcel",
            "Auslastung der Betten",
            "Energieverbrauch pro Stück")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.KPI_NAME);
    }
    for (String title : List.of("Laughter every morning", "Punctual trains", "Auslastung, der")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).isEmpty();
    }
  }

  @Test
  public void readsNoVerbInHalfAWord() {
    assertThat(found(KeyResultText.of("Double-booked rooms disappear")))
        .containsExactly(Rule.NO_NUMBER);
    assertThat(found(KeyResultText.of("Double booked rooms"))).containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void tellsTheNameOfAMeasureFromAWishAboutIt() {
    for (String title :
        List.of(
            "Order fill rate",
            "Test pass rate",
            "Bread sales",
            "Response time of the fire brigade",
            "Staff turnover in care",
            "Wartezeit am Schalter",
            "Average basket size")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.KPI_NAME);
    }
    for (String title :
        List.of(
            "Order the fill rate",
            "Higher quality in production",
            "Velocity without overtime",
            "Growth in good company")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).doesNotContain(Rule.KPI_NAME);
    }
  }

  @Test
  public void hearsAMeasureThatIsStatedWithItsNumber() {
    assertThat(only("Turnover of 5 million by May").rule()).isEqualTo(Rule.NUMBER);
    assertThat(rules(ObjectiveText.of("A family of 5 million"))).doesNotContain(Rule.NUMBER);
    assertThat(rules(ObjectiveText.of("Turnover of 5 million that we can be proud of")))
        .doesNotContain(Rule.NUMBER);
  }

  @Test
  public void callsItFlatWhateverItIsAbout() {
    for (String title :
        List.of(
            "Better collaboration between sales and service",
            "A stronger team",
            "Operational excellence",
            "Be the best bank in the region",
            "Become the leading bank for founders",
            "Führende Kanzlei der Region werden",
            "Exzellenten Service bieten",
            "Ofrecer un servicio excelente")) {
      assertThat(only(title).rule()).as(title).isEqualTo(Rule.FLAT);
    }
    for (String title :
        List.of(
            "Better handovers between the early and the late shift",
            "A bolder word for all of us",
            "Excellence our grandmothers would admire",
            "Be the best friend in the region",
            "Beste Freunde der Winzer werden")) {
      assertThat(rules(ObjectiveText.of(title))).as(title).doesNotContain(Rule.FLAT);
    }
  }

  @Test
  public void tellsWhatIsBroughtInFromWhatIsMade() {
    assertThat(found(KeyResultText.of("Introduce time tracking"))).containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Alle Mietverträge digitalisieren")))
        .containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Publish the timetable"))).containsExactly(Rule.DELIVERABLE);
    assertThat(only("Put the collection online").rule()).isEqualTo(Rule.TASK);
    assertThat(rules(ObjectiveText.of("Put the collection online so that schools use it")))
        .isEmpty();
  }

  @Test
  public void findsTheThingBehindItsAdjectives() {
    for (String title :
        List.of(
            "A signed-off safety concept for hall B",
            "Training videos for the new till",
            "Documented process for returns",
            "Prototyp der Futteranlage")) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(Rule.DELIVERABLE);
    }
    assertThat(found(KeyResultText.of("Complaints for the new till")))
        .containsExactly(Rule.NO_NUMBER);
    assertThat(found(KeyResultText.of("Clear out the archive in the basement")))
        .containsExactly(Rule.TASK);
  }

  @Test
  public void tellsWhoDoesWhatIsCounted() {
    assertThat(found(KeyResultText.of("Weekly 1:1s with all 9 shift leads")))
        .containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Attend the quarterly safety meeting")))
        .containsExactly(Rule.TASK);
    assertThat(found(KeyResultText.of("Write to 300 alumni"))).containsExactly(Rule.ACTIVITY_COUNT);
    assertThat(found(KeyResultText.of("Die Zahl der Online-Termine verdoppeln")))
        .containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void readsAClauseBehindPeople() {
    assertThat(rules(ObjectiveText.of("Build a playground children will not leave"))).isEmpty();
    assertThat(only("Build a playground").rule()).isEqualTo(Rule.TASK);
  }
}
