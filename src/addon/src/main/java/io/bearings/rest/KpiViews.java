package io.bearings.rest;

import static java.util.stream.Collectors.toMap;

import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Breach;
import io.bearings.kpi.Drift;
import io.bearings.kpi.Handling;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiOverview;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Measurement;
import io.bearings.kpi.Measurements;
import io.bearings.kpi.Measuring;
import io.bearings.kpi.Responding;
import io.bearings.kpi.Segment;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Targets;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes answers about KPIs, with the names of people and objectives. */
@Component
public class KpiViews {
  private final Answers answers;
  private final KpiOverview overview;
  private final Objectives objectives;
  private final Standpoints standpoints;
  private final People people;

  @Inject
  public KpiViews(
      Answers answers,
      KpiOverview overview,
      Objectives objectives,
      Standpoints standpoints,
      People people) {
    this.answers = answers;
    this.overview = overview;
    this.objectives = objectives;
    this.standpoints = standpoints;
    this.people = people;
  }

  /** A person by their key. */
  PersonView person(String key) {
    return PersonView.of(key, people);
  }

  /** One sheet as somebody sees it. */
  KpiView kpi(Person who, long id) {
    KpiOverview.Card card = overview.one(who, id);
    KpiSheet sheet = card.sheet();
    KpiContent content = sheet.content();
    Levels first = content.yardstick().targets().first();
    return new KpiView(
        sheet.id(),
        sheet.key(),
        sheet.unitId(),
        card.unitName(),
        content.name(),
        content.measures(),
        content.category().kind().name(),
        content.category().label().orElse(null),
        person(content.ownerKey()),
        KpiBodies.SourceWord.of(content.source()).name(),
        content.source() instanceof KpiSource.Formula formula ? formula.text() : null,
        content.source() instanceof KpiSource.Metric metric ? metric.spec() : null,
        content.rhythm().frequency().name(),
        content.rhythm().aggregation().name(),
        content.rhythm().accumulating(),
        content.rhythm().graceDays(),
        content.yardstick().direction().name(),
        KeyResultView.MeasureView.of(content.yardstick().measure()),
        LevelView.of(first.target()),
        LevelView.of(first.warning()),
        LevelView.of(first.critical()),
        content.yardstick().targets().changes().stream().map(KpiViews::from).toList(),
        content.response().text(),
        content.response().automatic().stream().map(this::automatic).toList(),
        content.purpose().why(),
        content.purpose().decision(),
        content.purpose().benchmark().value().orElse(null),
        content.purpose().benchmark().source(),
        text(content.purpose().reviewOn()),
        serves(who, content.purpose().serves()),
        content.purpose().grounds().map(Enum::name).orElse(null),
        content.dimensions().stream()
            .map(each -> new KpiView.DimensionView(each.name(), each.segments()))
            .toList(),
        sheet.archived(),
        sheet.version(),
        standing(card),
        overview.whyNoData(card.standing()).stream().map(answers::text).toList(),
        card.mayEdit(),
        card.mayMeasure());
  }

  private static KpiView.FromView from(Targets.From from) {
    return new KpiView.FromView(
        from.day().toString(),
        LevelView.of(from.levels().target()),
        LevelView.of(from.levels().warning()),
        LevelView.of(from.levels().critical()));
  }

  private KpiView.AutomaticView automatic(AutomaticAction action) {
    if (action instanceof AutomaticAction.Notify it) {
      List<PersonView> told = it.personKeys().stream().map(this::person).toList();
      return new KpiView.AutomaticView(
          KpiBodies.AutomaticWord.NOTIFY.name(), told, null, null, null, null, null, null, null);
    }
    if (action instanceof AutomaticAction.Comment it) {
      return new KpiView.AutomaticView(
          KpiBodies.AutomaticWord.COMMENT.name(),
          null,
          it.issueKey(),
          it.text(),
          null,
          null,
          null,
          null,
          null);
    }
    if (action instanceof AutomaticAction.CreateIssue it) {
      return new KpiView.AutomaticView(
          KpiBodies.AutomaticWord.CREATE_ISSUE.name(),
          null,
          null,
          null,
          it.projectKey(),
          it.issueType(),
          it.summary(),
          it.description(),
          null);
    }
    return new KpiView.AutomaticView(
        KpiBodies.AutomaticWord.WEBHOOK.name(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        ((AutomaticAction.Webhook) action).url());
  }

  private List<KpiView.ServedView> serves(Person who, List<Served> serves) {
    if (serves.isEmpty()) {
      return List.of();
    }
    Standpoint standpoint = standpoints.of(who);
    Map<Long, String> titles =
        objectives.placed(serves.stream().map(Served::objectiveId).toList(), who).stream()
            .filter(each -> standpoint.mayRead(each))
            .collect(toMap(each -> each.objective().id(), each -> each.objective().title()));
    return serves.stream()
        .map(
            each ->
                new KpiView.ServedView(
                    each.objectiveId(),
                    Objective.keyOf(each.objectiveId()),
                    titles.get(each.objectiveId()),
                    each.part().name()))
        .toList();
  }

  /** A board as {@code GET kpis} gives it, for a page that brings it along. */
  public String json(KpiOverview.Board board) {
    return JsonText.of(board(board));
  }

  /** The KPIs of a unit. */
  KpisView board(KpiOverview.Board board) {
    return new KpisView(
        new ObjectiveView.PlaceView(board.unit().id(), board.unit().name()),
        board.cards().stream().map(this::card).toList(),
        board.mayCreate());
  }

  private KpisView.CardView card(KpiOverview.Card card) {
    KpiSheet sheet = card.sheet();
    KpiContent content = sheet.content();
    Levels levels =
        card.standing()
            .latest()
            .map(each -> content.yardstick().targets().of(each.period()))
            .orElse(content.yardstick().targets().first());
    return new KpisView.CardView(
        sheet.id(),
        sheet.key(),
        sheet.unitId(),
        card.unitName(),
        content.name(),
        content.category().kind().name(),
        content.category().label().orElse(null),
        person(content.ownerKey()),
        KpiBodies.SourceWord.of(content.source()).name(),
        content.rhythm().frequency().name(),
        content.yardstick().direction().name(),
        KeyResultView.MeasureView.of(content.yardstick().measure()),
        LevelView.of(levels.target()),
        LevelView.of(levels.warning()),
        LevelView.of(levels.critical()),
        standing(card),
        sheet.archived(),
        sheet.version(),
        card.mayEdit(),
        card.mayMeasure());
  }

  private KpiStandingView standing(KpiOverview.Card card) {
    KpiStanding standing = card.standing();
    Optional<Judged> valued =
        standing.newest().stream()
            .filter(each -> each.value().isPresent())
            .reduce((one, later) -> later);
    return new KpiStandingView(
        standing.latest().map(KpiPeriodView::of).orElse(null),
        valued.map(KpiPeriodView::of).orElse(null),
        standing.newest().stream().map(KpiStandingView.PointView::of).toList(),
        drift(standing.signals().drift()),
        standing.signals().anomaly().found().orElse(null),
        text(card.nextDue()),
        standing
            .breach()
            .map(it -> breach(new Responding.Shown(card.sheet(), it, card.mayMeasure())))
            .orElse(null));
  }

  private static List<String> drift(Drift drift) {
    return drift.rules().stream().map(Enum::name).toList();
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  /** A breach. */
  BreachView breach(Responding.Shown shown) {
    KpiBreach stored = shown.breach();
    Breach breach = stored.breach();
    return new BreachView(
        stored.id(),
        stored.kpiId(),
        KpiSheet.keyOf(stored.kpiId()),
        shown.sheet().content().name(),
        shown.sheet().unitId(),
        KpiPeriodView.Days.of(breach.opened()),
        breach.closed().map(KpiPeriodView.Days::of).orElse(null),
        breach.openedAt().toString(),
        breach.closedAt().map(Instant::toString).orElse(null),
        breach.isOpen(),
        breach.closing().map(Enum::name).orElse(null),
        breach
            .handling()
            .acknowledged()
            .map(it -> new BreachView.AcknowledgedView(person(it.byKey()), it.at().toString()))
            .orElse(null),
        action(breach.handling()),
        breach.handling().escalatedAt().map(Instant::toString).orElse(null),
        shown.mayAct(),
        stored.version());
  }

  private BreachView.ActionView action(Handling handling) {
    Optional<Handling.Report> report = handling.report();
    return new BreachView.ActionView(
        handling.action().name(),
        report.map(it -> person(it.personKey())).orElse(null),
        report.map(Handling.Report::result).orElse(""),
        report.map(it -> person(it.byKey())).orElse(null),
        report.map(it -> it.at().toString()).orElse(null));
  }

  /** A KPI as far as its picture needs it, and what came of it. */
  KpiPictureView picture(
      KpiOverview.Picture picture, List<AnnotationsResource.AnnotationView> annotations) {
    KpiSheet sheet = picture.seen().sheet();
    KpiContent content = sheet.content();
    return new KpiPictureView(
        new KpiPictureView.PicturedView(
            sheet.id(),
            sheet.key(),
            content.name(),
            new ObjectiveView.PlaceView(
                sheet.unitId(),
                picture.seen().standpoint().unit(sheet.unitId()).map(Unit::name).orElse("")),
            person(content.ownerKey()),
            content.yardstick().direction().name(),
            KeyResultView.MeasureView.of(content.yardstick().measure()),
            sheet.archived()),
        series(picture.past(), annotations));
  }

  /**
   * What came of a KPI.
   *
   * @param annotations of its unit, in these days
   */
  KpiSeriesView series(
      KpiOverview.Past past, List<AnnotationsResource.AnnotationView> annotations) {
    return new KpiSeriesView(
        past.sheet().id(),
        past.segment().map(KpiViews::segment).orElse(null),
        past.from().toString(),
        past.to().toString(),
        past.periods().stream().map(KpiPeriodView::of).toList(),
        past.breaches().stream().map(this::breach).toList(),
        past.breaks().stream()
            .map(
                each ->
                    new KpiSeriesView.BreakView(
                        each.on().toString(),
                        each.byKey().map(this::person).orElse(null),
                        each.reason()))
            .toList(),
        signals(past.signals()),
        annotations,
        past.line()
            .map(
                line ->
                    new KpiSeriesView.LineView(
                        line.points().stream()
                            .map(
                                each ->
                                    new KpiSeriesView.PointView(
                                        each.date().toString(), each.value()))
                            .toList()))
            .orElse(null));
  }

  private static KpiSeriesView.SegmentView segment(Segment segment) {
    return new KpiSeriesView.SegmentView(segment.dimension(), segment.name());
  }

  private static KpiSeriesView.SignalsView signals(Signals signals) {
    return new KpiSeriesView.SignalsView(
        drift(signals.drift()),
        signals.anomaly().found().orElse(null),
        signals.anomaly().median().orElse(null),
        signals.anomaly().deviation().orElse(null));
  }

  /** A recorded value. */
  MeasurementView measurement(Measurements.Entry entry) {
    Measurement measurement = entry.measurement();
    return new MeasurementView(
        measurement.id(),
        measurement.on().toString(),
        measurement.span().orElse(null),
        measurement.segment().map(KpiViews::segment).orElse(null),
        measurement.value().orElse(null),
        measurement.of().orElse(null),
        measurement.at().toString(),
        measurement.byKey().map(this::person).orElse(null),
        entry.counts());
  }

  /** What entering values came to, for somebody who may. */
  MeasurementView.Measured measured(Measuring.Entered entered) {
    return new MeasurementView.Measured(
        entered.sheet().key(),
        entered.added(),
        entered.period().map(KpiPeriodView::of).orElse(null),
        entered
            .breach()
            .map(it -> breach(new Responding.Shown(entered.sheet(), it, true)))
            .orElse(null),
        entered.revisions().stream()
            .map(
                each ->
                    new MeasurementView.RevisionView(
                        KpiPeriodView.Days.of(each.period()),
                        each.valueBefore().orElse(null),
                        each.valueAfter().orElse(null),
                        each.before().name(),
                        each.after().name()))
            .toList());
  }

  /** What another system hears of what it pushed. */
  static MeasurementView.Pushed pushed(Measuring.Entered entered) {
    return new MeasurementView.Pushed(
        entered.sheet().key(),
        entered.added(),
        entered.period().map(each -> each.status().name()).orElse(null),
        entered.period().map(KpiPeriodView::of).orElse(null),
        entered.breach().isPresent(),
        entered.revisions().size());
  }
}
