package io.bearings.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.Arrow;
import io.bearings.okr.Cycles;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.RememberedPeople;
import io.bearings.okr.Score;
import io.bearings.okr.Scoring;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import io.bearings.okr.Window;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** From rows to figures, as they are now and under the settings of now. */
@Named
public final class Figuring implements Scoring {
  private static final Set<Operation> WITH_AN_OBJECTIVE =
      EnumSet.of(
          Operation.COMMENT,
          Operation.FOLLOW,
          Operation.LINK_ISSUES,
          Operation.EDIT_OBJECTIVE,
          Operation.PUBLISH,
          Operation.CHECK_IN,
          Operation.CLOSE_OBJECTIVE,
          Operation.ARCHIVE,
          Operation.CONSENT);

  private final Gathering gathering;
  private final Hindsight hindsight;
  private final Cycles cycles;
  private final Units units;
  private final Access access;
  private final SiteSettings settings;
  private final People people;
  private final Clock clock;

  @Inject
  public Figuring(
      Gathering gathering,
      Hindsight hindsight,
      Cycles cycles,
      Units units,
      Access access,
      SiteSettings settings,
      People people,
      Clock clock) {
    this.gathering = gathering;
    this.hindsight = hindsight;
    this.cycles = cycles;
    this.units = units;
    this.access = access;
    this.settings = settings;
    this.people = people;
    this.clock = clock;
  }

  /** The settings in force. */
  Settings settings() {
    return settings.current();
  }

  /** The figures of objectives for a person, in the order in which they are given. */
  List<ObjectiveFigures> figures(
      Standpoint standpoint, List<Placed> shown, Gathering.Result gathered) {
    return figures(standpoint, shown, gathered, conditions(standpoint.units(), clock.instant()));
  }

  /**
   * The same as they were when a past day was over.
   *
   * @param asOf absent: now
   */
  List<ObjectiveFigures> figures(
      Standpoint standpoint, List<Placed> shown, Gathering.Result gathered, Optional<AsOf> asOf) {
    return asOf.isPresent()
        ? past(standpoint, shown, gathered, asOf.get())
        : figures(standpoint, shown, gathered);
  }

  /**
   * @throws Refusal.Invalid naming {@code asOf} when its day is in the future
   */
  void requirePast(AsOf asOf) {
    LocalDate today = LocalDate.now(clock);
    if (asOf.day().isAfter(today)) {
      throw new Refusal.Invalid(
          Map.of("asOf", Message.of("bearings.error.inTheFuture", today.toString())));
    }
  }

  private List<ObjectiveFigures> past(
      Standpoint standpoint, List<Placed> shown, Gathering.Result gathered, AsOf asOf) {
    Gathered then = hindsight.then(gathered.rows(), asOf);
    return then(standpoint, shown, new Gathering.Result(then, gathered.arrows()), asOf);
  }

  /**
   * The same where the rows are those of the day already.
   *
   * @param rows as {@link Hindsight} has them
   */
  List<ObjectiveFigures> then(
      Standpoint standpoint, List<Placed> shown, Gathering.Result rows, AsOf asOf) {
    List<ObjectiveFigures> past =
        figures(
            standpoint,
            shown.stream()
                .map(each -> rows.rows().objectives().get(each.objective().id()))
                .toList(),
            rows,
            conditions(standpoint.units(), hindsight.at(asOf)));
    // What is past can only be looked at.
    return past.stream().map(ObjectiveFigures::untouchable).toList();
  }

  /**
   * An objective as it was when each of some days was over. All of them cost together what one day
   * does.
   *
   * @param days at least one, ascending
   */
  List<Reckoning.Reckoned> onDays(
      Standpoint standpoint, Placed placed, Gathered rows, List<AsOf> days) {
    People names = new RememberedPeople(people);
    Function<AsOf, Gathered> then = hindsight.onDays(rows, hindsight.at(days.get(0)));
    return days.stream()
        .map(
            day -> {
              Gathered past = then.apply(day);
              return new Reckoning(past, conditions(standpoint.units(), hindsight.at(day)), names)
                  .of(past.objectives().get(placed.objective().id()));
            })
        .toList();
  }

  private List<ObjectiveFigures> figures(
      Standpoint standpoint, List<Placed> shown, Gathering.Result gathered, Conditions conditions) {
    People names = new RememberedPeople(people);
    Reckoning reckoning = new Reckoning(gathered.rows(), conditions, names);
    Map<Long, ProjectRef> projects = projects(standpoint.who(), shown);
    Map<Long, List<Arrow>> from =
        gathered.arrows().stream().collect(groupingBy(each -> each.alignment().fromId()));
    return shown.stream()
        .map(
            each ->
                figures(
                    standpoint,
                    each,
                    reckoning.of(each),
                    from.getOrDefault(each.objective().id(), List.of()),
                    projects,
                    names))
        .toList();
  }

  /** Those of the projects that objectives name that the person may browse. */
  private Map<Long, ProjectRef> projects(Person who, List<Placed> shown) {
    Set<Long> named =
        shown.stream().flatMap(each -> each.objective().projectIds().stream()).collect(toSet());
    return named.isEmpty() ? Map.of() : access.projects(who, named);
  }

  private static ObjectiveFigures.Around around(
      Standpoint standpoint, Objective objective, Map<Long, ProjectRef> projects, People names) {
    return new ObjectiveFigures.Around(
        names.nameOrKey(objective.ownerKey()),
        standpoint.unit(objective.unitId()).map(Unit::name).orElse(""),
        objective.projectIds().stream()
            .flatMap(id -> Optional.ofNullable(projects.get(id)).stream())
            .toList(),
        objective.contributingUnitIds().stream()
            .flatMap(id -> standpoint.unit(id).stream())
            .toList());
  }

  private ObjectiveFigures figures(
      Standpoint standpoint,
      Placed placed,
      Reckoning.Reckoned reckoned,
      List<Arrow> arrows,
      Map<Long, ProjectRef> projects,
      People names) {
    Objective objective = placed.objective();
    boolean hidden = isHidden(standpoint, placed);
    return new ObjectiveFigures(
        placed,
        hidden,
        around(standpoint, objective, projects, names),
        reckoned.score(),
        reckoned.judgement(),
        reckoned.cappedBy(),
        reckoned.outcomeNotMeasured(),
        hidden ? List.of() : arrows.stream().map(each -> parent(standpoint, each)).toList(),
        hidden ? Set.of() : may(standpoint, objective),
        hidden ? List.of() : reckoned.keyResults());
  }

  private static boolean isHidden(Standpoint standpoint, Placed placed) {
    return !standpoint.mayRead(placed);
  }

  private static ObjectiveFigures.Parent parent(Standpoint standpoint, Arrow arrow) {
    Arrow.End end = arrow.end();
    boolean readable =
        standpoint.maySeeContent(end.unitId(), end.visibility(), end.ownerKey(), false);
    return new ObjectiveFigures.Parent(arrow, !readable);
  }

  private static Set<Operation> may(Standpoint standpoint, Objective objective) {
    boolean own = objective.ownerKey().equals(standpoint.who().key());
    Set<Operation> may = EnumSet.noneOf(Operation.class);
    for (Operation each : WITH_AN_OBJECTIVE) {
      if (standpoint.may(each, objective.unitId(), own)) {
        may.add(each);
      }
    }
    return may;
  }

  /** Under what figures are reckoned at an instant: the settings are those of now. */
  private Conditions conditions(Collection<Unit> units, Instant at) {
    return new Conditions(
        at,
        clock.getZone(),
        settings.current(),
        units.stream().collect(toMap(Unit::id, each -> each)));
  }

  @Override
  public Scored of(Objective objective, List<KeyResult> keyResults) {
    return of(objective, keyResults, UnaryOperator.identity());
  }

  @Override
  public Scored of(
      Objective objective, List<KeyResult> keyResults, UnaryOperator<List<Arrow>> redrawn) {
    Reckoning.Reckoned reckoned = reckoned(objective, keyResults, redrawn);
    return new Scored(reckoned.score(), byId(reckoned));
  }

  @Override
  public Scored atClosing(Objective objective, List<KeyResult> keyResults) {
    Reckoning.Reckoned reckoned = reckoned(objective, keyResults, UnaryOperator.identity());
    List<Score.Part> parts =
        reckoned.keyResults().stream()
            .map(
                each ->
                    new Score.Part(
                        each.keyResult().key(),
                        each.score().score(),
                        each.keyResult().weight(),
                        each.keyResult().isAbandoned()))
            .toList();
    return new Scored(Score.atClosing(parts), byId(reckoned));
  }

  private Reckoning.Reckoned reckoned(
      Objective objective, List<KeyResult> keyResults, UnaryOperator<List<Arrow>> redrawn) {
    Optional<Placed.Span> cycle =
        objective
            .cycleId()
            .flatMap(cycles::cycle)
            .map(
                it ->
                    new Placed.Span(
                        it.id(), it.name(), new Window(it.first(), it.last()), it.state()));
    Placed placed = new Placed(objective, cycle, false);
    Person owner = new Person(objective.ownerKey());
    Gathered rows = gathering.below(placed, keyResults, redrawn, owner).rows();
    return new Reckoning(rows, conditions(units.all(), clock.instant()), people).of(placed);
  }

  private static Map<Long, Optional<BigDecimal>> byId(Reckoning.Reckoned reckoned) {
    Map<Long, Optional<BigDecimal>> scores = new LinkedHashMap<>();
    reckoned.keyResults().forEach(each -> scores.put(each.keyResult().id(), each.score().score()));
    return scores;
  }
}
