package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.coach.KpiText.Part;
import io.bearings.kpi.Aggregation;
import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Category;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Grounds;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Response;
import io.bearings.kpi.Rhythm;
import io.bearings.kpi.Served;
import io.bearings.kpi.Targets;
import io.bearings.kpi.Yardstick;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class KpiCheckTest {
  private static final Set<Part> ALL =
      EnumSet.of(Part.SOURCE, Part.THRESHOLD, Part.ACTION, Part.OBJECTIVE);
  private static final Coach COACH = new Coach();

  /** A sheet on which everything stands. */
  private static KpiText whole(String name) {
    return KpiText.of(name).ownedBy("Anna Berg").every(Frequency.WEEKLY).having(ALL);
  }

  private static KpiText without(Part part) {
    Set<Part> others = EnumSet.copyOf(ALL);
    others.remove(part);
    return whole("Lead time").having(others);
  }

  private static KpiText with(KpiText text, Part part) {
    Set<Part> more = EnumSet.copyOf(ALL);
    more.add(part);
    return text.having(more);
  }

  private static List<Rule> rules(KpiText text) {
    return COACH.kpi(text, Language.EN).stream().map(Finding::rule).toList();
  }

  private static List<Rule> rules(String name, Language language) {
    return COACH.kpi(whole(name), language).stream().map(Finding::rule).toList();
  }

  private static Finding only(KpiText text) {
    List<Finding> findings = COACH.kpi(text, Language.EN);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  public void saysOfThePagesSheetsWhatThePageSays() {
    assertThat(
            rules(
                whole("On-time delivery rate")
                    .measuring("resolved by due date \u00f7 due in the period, from Jira")))
        .isEmpty();
    assertThat(rules(whole("Team velocity").measuring("points completed per sprint, from Jira")))
        .isEmpty();
    assertThat(
            rules(
                whole("Production bugs per release")
                    .measuring("bugs created after a release with that version, from Jira")))
        .isEmpty();
    assertThat(
            rules(
                whole("Budget variance")
                    .measuring("(spend \u2212 phased budget) \u00f7 phased budget")
                    .having(EnumSet.of(Part.SOURCE, Part.THRESHOLD, Part.ACTION, Part.GROUNDS))))
        .isEmpty();
    assertThat(rules(KpiText.of("Page views").having(Set.of(Part.GROUNDS))))
        .containsExactly(
            Rule.VANITY,
            Rule.KPI_NO_OWNER,
            Rule.KPI_NO_SOURCE,
            Rule.KPI_NO_FREQUENCY,
            Rule.KPI_NO_THRESHOLD,
            Rule.KPI_NO_ACTION);
    assertThat(rules(whole("Customer satisfaction 4.2 of 5").ownedBy("the team")))
        .containsExactly(Rule.KPI_NO_OWNER);
    assertThat(rules(without(Part.THRESHOLD))).containsExactly(Rule.KPI_NO_THRESHOLD);
    assertThat(rules(whole("Quality and speed"))).containsExactly(Rule.TWO_MEASURES);
  }

  @Test
  public void saysNothingAboutANameThatIsNotThereYet() {
    assertThat(rules(whole(" "))).isEmpty();
    assertThat(rules(KpiText.of(null).having(ALL)))
        .containsExactly(Rule.KPI_NO_OWNER, Rule.KPI_NO_FREQUENCY);
  }

  @Test
  public void saysWhatIsMissing() {
    assertThat(only(without(Part.SOURCE)).reason())
        .isEqualTo(Message.of("bearings.coach.kpi.noSource"));
    assertThat(only(without(Part.THRESHOLD)).reason())
        .isEqualTo(Message.of("bearings.coach.kpi.noThreshold"));
    Finding action = only(without(Part.ACTION));
    assertThat(action.reason()).isEqualTo(Message.of("bearings.coach.kpi.noAction"));
    assertThat(action.better())
        .contains(Wording.pattern(Message.of("bearings.coach.kpi.noAction.better")));
    assertThat(
            only(new KpiText("Lead time", "", Optional.of("Anna"), Optional.empty(), ALL)).reason())
        .isEqualTo(Message.of("bearings.coach.kpi.noFrequency"));
  }

  @Test
  public void hintsAtAKpiThatServesNoObjective() {
    Finding untied = only(without(Part.OBJECTIVE));
    assertThat(untied.reason()).isEqualTo(Message.of("bearings.coach.kpi.untied"));
    assertThat(untied.severity()).isEqualTo(Severity.HINT);
    Set<Part> grounded = EnumSet.copyOf(ALL);
    grounded.remove(Part.OBJECTIVE);
    grounded.add(Part.GROUNDS);
    assertThat(rules(whole("Lead time").having(grounded))).isEmpty();
  }

  @Test
  public void theOwnerIsOnePerson() {
    assertThat(
            only(new KpiText("Lead time", "", Optional.of(" "), Optional.of(Frequency.DAILY), ALL))
                .reason())
        .isEqualTo(Message.of("bearings.coach.kpi.noOwner"));
    assertThat(only(whole("Lead time").ownedBy(" Support team ")).reason())
        .isEqualTo(Message.of("bearings.coach.kpi.noOwner.shared", "Support team"));
    for (String owner : List.of("everybody", "The team", "Team Blue", "the department")) {
      assertThat(rules(whole("Lead time").ownedBy(owner)))
          .as(owner)
          .containsExactly(Rule.KPI_NO_OWNER);
    }
    for (String owner : List.of("Anna Berg", "O'Neill", "Anna (team lead)", "Jo of team Blue")) {
      assertThat(rules(whole("Lead time").ownedBy(owner))).as(owner).isEmpty();
    }
    assertThat(COACH.kpi(whole("Tiempo de respuesta").ownedBy("el equipo"), Language.ES))
        .extracting(Finding::rule)
        .containsExactly(Rule.KPI_NO_OWNER);
    assertThat(COACH.kpi(whole("Taux de remplissage").ownedBy("toute l'\u00e9quipe"), Language.FR))
        .extracting(Finding::rule)
        .containsExactly(Rule.KPI_NO_OWNER);
    assertThat(COACH.kpi(whole("Durchlaufzeit").ownedBy("das Supportteam"), Language.DE))
        .extracting(Finding::rule)
        .containsExactly(Rule.KPI_NO_OWNER);
  }

  @Test
  public void aBareVolumeIsVanity() {
    for (String name :
        List.of(
            "Page views",
            "Number of followers",
            "Monthly page views",
            "Followers on our channel",
            "Page views per day",
            "Newsletter subscribers (total)",
            "Registered users")) {
      assertThat(rules(whole(name))).as(name).containsExactly(Rule.VANITY);
    }
    Finding vanity = only(whole("Weekly page views"));
    assertThat(vanity.reason())
        .isEqualTo(Message.of("bearings.coach.kpi.vanity", "Weekly page views"));
    assertThat(vanity.better())
        .contains(Wording.pattern(Message.of("bearings.coach.kpi.vanity.better", "page views")));
    assertThat(vanity.span()).contains(new Span(7, 17));
  }

  @Test
  public void aRateOrAnOutcomeIsNoVanity() {
    for (String name :
        List.of(
            "Page views per visit",
            "Share of visitors who come back",
            "Returning visitors",
            "Active users",
            "Users who finish their first task",
            "Subscriber churn",
            "Downloads / visits",
            "Team velocity")) {
      assertThat(rules(whole(name))).as(name).isEmpty();
    }
    assertThat(rules(whole("Page views").measuring("views \u00f7 sessions"))).isEmpty();
    assertThat(rules(whole("Page views").measuring("views per session"))).isEmpty();
    assertThat(rules(whole("Page views").measuring("all views of a day")))
        .containsExactly(Rule.VANITY);
    assertThat(rules(with(whole("Sign ups"), Part.RATE))).isEmpty();
  }

  @Test
  public void readsTheOtherLanguages() {
    assertThat(rules("Seitenaufrufe", Language.DE)).containsExactly(Rule.VANITY);
    assertThat(rules("Anzahl der Follower", Language.DE)).containsExactly(Rule.VANITY);
    assertThat(rules("Wiederkehrende Besucher", Language.DE)).isEmpty();
    assertThat(rules("Fehlerquote", Language.DE)).isEmpty();
    assertThat(rules("Visitas a la web", Language.ES)).containsExactly(Rule.VANITY);
    assertThat(rules("N\u00famero de seguidores", Language.ES)).containsExactly(Rule.VANITY);
    assertThat(rules("Usuarios activos", Language.ES)).isEmpty();
    assertThat(rules("Pages vues", Language.FR)).containsExactly(Rule.VANITY);
    assertThat(rules("Nombre d'abonn\u00e9s", Language.FR)).containsExactly(Rule.VANITY);
    assertThat(rules("Utilisateurs actifs", Language.FR)).isEmpty();
    assertThat(rules("Qualit\u00e4t und Geschwindigkeit", Language.DE))
        .containsExactly(Rule.TWO_MEASURES);
    assertThat(rules("Calidad y rapidez", Language.ES)).containsExactly(Rule.TWO_MEASURES);
    assertThat(rules("Qualit\u00e9 et vitesse", Language.FR)).containsExactly(Rule.TWO_MEASURES);
  }

  @Test
  public void twoMeasuresInOneNameAreTwoKpis() {
    for (String name :
        List.of(
            "Quality & speed",
            "Cost + time",
            "Velocity and lead time",
            "Response time and error rate",
            "Machine setup time and paint scrap rate",
            "Quality, speed and cost")) {
      assertThat(rules(whole(name))).as(name).containsExactly(Rule.TWO_MEASURES);
    }
    Finding two = only(whole("The quality and speed"));
    assertThat(two.reason())
        .isEqualTo(Message.of("bearings.coach.kpi.twoMeasures", "quality", "speed"));
    assertThat(two.better())
        .contains(
            Wording.pattern(
                Message.of("bearings.coach.kpi.twoMeasures.better", "quality", "speed")));
  }

  @Test
  public void oneMeasureOfTwoThingsIsOne() {
    for (String name :
        List.of(
            "Research and development spending",
            "Sales and marketing cost",
            "Time to detect and respond",
            "Health and safety incidents per site",
            "Bugs found and fixed per sprint",
            "Repeat tickets / tickets",
            "and quality",
            "Lead time")) {
      assertThat(rules(whole(name))).as(name).isEmpty();
    }
  }

  @Test
  public void aSheetIsReadAsItStands() {
    KpiContent bare = KpiContent.of("Lead time", "anna");
    assertThat(KpiText.of(bare, "Anna Berg"))
        .isEqualTo(
            new KpiText(
                "Lead time",
                "",
                Optional.of("Anna Berg"),
                Optional.of(Frequency.MONTHLY),
                Set.of(Part.SOURCE)));
    KpiContent full =
        new KpiContent(
            "Lead time",
            "How long it takes",
            Category.of(Category.Kind.TIMELINE),
            "anna",
            new KpiSource.Manual(),
            new Rhythm(Frequency.DAILY, Aggregation.SHARE, false, 0),
            Yardstick.DEFAULT,
            new Response("Call the vendor", List.of()),
            new Purpose(
                "",
                "",
                Purpose.NONE.benchmark(),
                Optional.empty(),
                List.of(new Served(1, Served.Part.GUARDRAIL)),
                Optional.of(Grounds.CONTRACT)),
            List.of());
    assertThat(KpiText.of(full, "Anna").measures()).isEqualTo("How long it takes");
    assertThat(KpiText.of(full, "Anna").frequency()).contains(Frequency.DAILY);
    assertThat(KpiText.of(full, "Anna").parts())
        .containsExactlyInAnyOrder(
            Part.SOURCE, Part.ACTION, Part.RATE, Part.OBJECTIVE, Part.GROUNDS);
    KpiContent hooked =
        new KpiContent(
            "Lead time",
            "",
            full.category(),
            "anna",
            full.source(),
            Rhythm.DEFAULT,
            new Yardstick(
                full.yardstick().direction(),
                new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty()),
                full.yardstick().targets()),
            new Response(" ", List.of(new AutomaticAction.Webhook("https://x.test"))),
            Purpose.NONE,
            List.of());
    assertThat(KpiText.of(hooked, "Anna").parts())
        .containsExactlyInAnyOrder(Part.SOURCE, Part.ACTION, Part.RATE);
  }

  @Test
  public void aTargetIsNoThreshold() {
    Optional<Level> five = Optional.of(Level.at(BigDecimal.valueOf(5)));
    Levels target = new Levels(five, Optional.empty(), Optional.empty());
    Levels warning = new Levels(Optional.empty(), five, Optional.empty());
    Levels critical = new Levels(Optional.empty(), Optional.empty(), five);
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertThat(parts(Targets.always(target))).doesNotContain(Part.THRESHOLD);
    assertThat(parts(Targets.always(warning))).contains(Part.THRESHOLD);
    assertThat(parts(Targets.always(critical))).contains(Part.THRESHOLD);
    assertThat(parts(new Targets(target, List.of(new Targets.From(day, critical)))))
        .contains(Part.THRESHOLD);
  }

  private static Set<Part> parts(Targets targets) {
    KpiContent content =
        KpiContent.of("Lead time", "anna")
            .with(
                new Yardstick(Yardstick.DEFAULT.direction(), Yardstick.DEFAULT.measure(), targets));
    return KpiText.of(content, "Anna").parts();
  }
}
