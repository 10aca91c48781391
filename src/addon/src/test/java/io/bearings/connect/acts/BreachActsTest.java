package io.bearings.connect.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Breach;
import io.bearings.kpi.BreachStep;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Handling;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Response;
import io.bearings.kpi.Targets;
import io.bearings.kpi.Yardstick;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Units;
import io.bearings.progress.Background;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Notice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class BreachActsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Period WEEK =
      Period.of(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15));
  private static final Period NEXT =
      Period.of(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22));
  private static final Breach OPEN =
      new Breach(Optional.of(5L), WEEK, Optional.empty(), NOW, Optional.empty(), Handling.NONE);
  private static final Breach OVER =
      new Breach(Optional.of(5L), WEEK, Optional.of(NEXT), NOW, Optional.of(NOW), Handling.NONE);
  private static final List<AutomaticAction> ACTIONS =
      List.of(
          new AutomaticAction.Notify(List.of("bert", "stan", "gone", "anna")),
          new AutomaticAction.CreateIssue(
              " OPS ", "Bug", "{kpi} {name}\nis {value}", "{period} {unit} {owner} {link} {what}"),
          new AutomaticAction.Comment("OPS-1", "{value} over {critical}, target {target}"),
          new AutomaticAction.Webhook("https://example.com/hook"));

  private final Acts acts = mock(Acts.class);
  private final Judgements judgements = mock(Judgements.class);
  private final Units units = mock(Units.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Doing doing = mock(Doing.class);
  private final Background background = mock(Background.class);
  private final BreachActs news =
      new BreachActs(
          acts,
          judgements,
          units,
          key -> Optional.of(key).filter(it -> !it.equals("gone")).map("Name "::concat),
          standpoints,
          (key, message) -> key + ":" + message.key() + message.args(),
          id -> "https://jira/" + id,
          doing,
          background,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void people() {
    when(standpoints.of(any()))
        .thenAnswer(
            call -> {
              Standpoint standpoint = mock(Standpoint.class);
              boolean sees = !call.getArgument(0).equals(new Person("stan"));
              when(standpoint.maySee(2)).thenReturn(sees);
              return standpoint;
            });
    doAnswer(
            call -> {
              call.<Runnable>getArgument(0).run();
              return null;
            })
        .when(background)
        .run(any());
    List<Judged> week = List.of(judged(WEEK, "12.50"));
    when(judgements.between(7, WEEK.first(), WEEK.last())).thenReturn(week);
    List<Judged> next = List.of(judged(NEXT, "3"));
    when(judgements.between(7, NEXT.first(), NEXT.last())).thenReturn(next);
    when(units.unit(2)).thenReturn(Optional.of(unit(Optional.of("lea"), Optional.of("dan"))));
  }

  private static Judged judged(Period period, String value) {
    Judged judged = mock(Judged.class);
    when(judged.period()).thenReturn(period);
    when(judged.value()).thenReturn(Optional.of(new BigDecimal(value)));
    return judged;
  }

  private static Unit unit(Optional<String> lead, Optional<String> deputy) {
    return new Unit(
        2,
        "Care",
        UnitLevel.TEAM,
        Optional.empty(),
        lead,
        deputy,
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.EVERYONE,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  private static KpiSheet sheet(List<AutomaticAction> actions) {
    KpiContent plain = KpiContent.of("Waiting \"time\"", "anna");
    return new KpiSheet(
        7,
        2,
        new KpiContent(
            plain.name(),
            "",
            plain.category(),
            "anna",
            plain.source(),
            plain.rhythm(),
            new Yardstick(
                Direction.LOWER,
                new Measure(Measure.Kind.DURATION, Optional.empty(), Optional.empty()),
                Targets.always(
                    new Levels(
                        Optional.of(Level.at(new BigDecimal("4"))),
                        Optional.empty(),
                        Optional.of(Level.at(new BigDecimal("10")))))),
            new Response("", actions),
            Purpose.NONE,
            List.of()),
        false,
        1);
  }

  private void wasTold() {
    Act telling = mock(Act.class);
    when(acts.ofBreach(5)).thenReturn(List.of(telling));
  }

  private News told() {
    ArgumentCaptor<News> captor = ArgumentCaptor.forClass(News.class);
    verify(acts).begin(captor.capture());
    return captor.getValue();
  }

  @Test
  public void tellsOwnerAndThoseNamedOnceEachWhoMaySeeTheKpi() {
    news.happened(sheet(ACTIONS), OPEN, BreachStep.OPENED);

    News told = told();
    assertThat(told.telling())
        .isEqualTo(new Deed.Tell(List.of("anna", "bert"), List.of("stan", "gone")));
    assertThat(told.notices()).extracting(NewNotice::toKey).containsExactly("anna", "bert");
    NewNotice notice = told.notices().get(0);
    assertThat(notice.kind()).isEqualTo(Notice.Kind.BREACH_OPENED);
    assertThat(notice.about().key()).isEqualTo("KPI-7");
    assertThat(notice.about().audience().unitId()).isEqualTo(2);
    assertThat(notice.text()).isEqualTo("12.5 h \u00b7 2026-11-09 \u2013 2026-11-15");
    NewLetter letter = told.letters().get(1);
    assertThat(letter.toKey()).isEqualTo("bert");
    assertThat(letter.headline())
        .isEqualTo("bert:bearings.mail.breach.OPENED[KPI-7, Waiting \"time\"]");
    assertThat(letter.text())
        .contains("bearings.mail.value[12.5 h]")
        .contains("bearings.mail.critical[10 h]");
    assertThat(letter.link()).isEqualTo("https://jira/7");
    verify(doing).round(any());
  }

  @Test
  public void fillsTemplatesInAndLeavesUnknownBracesAlone() {
    news.happened(sheet(ACTIONS), OPEN, BreachStep.OPENED);

    News told = told();
    assertThat(told.deeds()).containsOnlyKeys(1, 2, 3);
    assertThat(told.deeds().get(1))
        .isEqualTo(
            new Deed.CreateIssue(
                "OPS",
                "Bug",
                "KPI-7 Waiting \"time\" is 12.5 h",
                "2026-11-09 \u2013 2026-11-15 Care Name anna https://jira/7 {what}"));
    assertThat(told.deeds().get(2))
        .isEqualTo(new Deed.Comment("OPS-1", "12.5 h over 10 h, target 4 h"));
    assertThat(((Deed.Call) told.deeds().get(3)).json())
        .startsWith("{\"event\":\"OPENED\",\"at\":\"2026-11-23T10:00:00Z\"")
        .contains("\"name\":\"Waiting \\\"time\\\"\"")
        .contains("\"value\":12.5,")
        .endsWith("}}");
  }

  @Test
  public void atTheEndPeopleAndSystemsHearAndNothingIsCreated() {
    wasTold();

    news.happened(sheet(ACTIONS), OVER, BreachStep.CLOSED);

    News told = told();
    assertThat(told.happening()).isEqualTo(Happening.CLOSED);
    assertThat(told.mark()).isEqualTo(String.valueOf(NOW.toEpochMilli()));
    assertThat(told.deeds()).containsOnlyKeys(3);
    assertThat(told.notices().get(0).text()).startsWith("3 h ");
    assertThat(told.notices()).extracting(NewNotice::kind).containsOnly(Notice.Kind.BREACH_CLOSED);
  }

  @Test
  public void ofAnEndNobodyHearsWhoDidNotHearOfTheBeginning() {
    assertThat(news.happened(sheet(ACTIONS), OVER, BreachStep.CLOSED)).isTrue();
    assertThat(news.happened(sheet(ACTIONS), OPEN, BreachStep.WITHDRAWN)).isTrue();

    verify(acts, never()).begin(any());
  }

  @Test
  public void whatWasNoneCallsOffWhatWaits() {
    wasTold();

    news.happened(sheet(ACTIONS), OPEN, BreachStep.WITHDRAWN);

    verify(acts).callOff(5);
    assertThat(told().notices())
        .extracting(NewNotice::kind)
        .containsOnly(Notice.Kind.BREACH_WITHDRAWN);
  }

  @Test
  public void aBreachThatGoesOnIsToldAgainEachTime() {
    news.happened(sheet(List.of()), OPEN, BreachStep.REOPENED);

    assertThat(told().key()).isEqualTo("5:REOPENED:" + NOW.toEpochMilli());
  }

  @Test
  public void theLeadHearsOfWhatNobodyAcknowledgedOrElseTheDeputy() {
    news.happened(sheet(ACTIONS), OPEN, BreachStep.ESCALATED);
    assertThat(told().telling().toldKeys()).containsExactly("lea");

    when(units.unit(2)).thenReturn(Optional.of(unit(Optional.empty(), Optional.of("dan"))));
    news.happened(sheet(ACTIONS), OPEN, BreachStep.ESCALATED);
    ArgumentCaptor<News> captor = ArgumentCaptor.forClass(News.class);
    verify(acts, times(2)).begin(captor.capture());
    assertThat(captor.getValue().telling().toldKeys()).containsExactly("dan");
  }

  @Test
  public void whatCannotBeWrittenDownIsToldAgain() {
    when(acts.begin(any()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .thenReturn(true);
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.busy"))).when(background).run(any());

    assertThat(news.happened(sheet(List.of()), OPEN, BreachStep.OPENED)).isFalse();
    assertThat(news.happened(sheet(List.of()), OPEN, BreachStep.OPENED)).isTrue();
    verify(acts, times(2)).begin(any());
  }

  @Test
  public void saysNothingOfAValueThatIsNotThere() {
    when(judgements.between(anyLong(), any(), any())).thenReturn(List.of());
    when(units.unit(2)).thenReturn(Optional.empty());

    news.happened(sheet(ACTIONS), OPEN, BreachStep.OPENED);

    assertThat(told().letters().get(0).text()).doesNotContain("mail.value").doesNotContain("unit");
    assertThat(((Deed.Call) told().deeds().get(3)).json()).contains("\"value\":null");
    assertThat(Set.of(told().notices().get(0).text())).containsOnly(Shown.period(WEEK));
  }
}
