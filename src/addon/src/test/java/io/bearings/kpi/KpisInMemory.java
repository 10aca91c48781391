package io.bearings.kpi;

import io.bearings.okr.Objectives;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Objectives.LastEdit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps KPIs as the database does, for tests of what is done with them. */
public final class KpisInMemory implements KpiSheets, Measurements, Judgements, BreachLog {
  private final Map<Long, List<BreachStep>> untold = new TreeMap<>();
  private final Map<Long, Instant> happened = new HashMap<>();
  private final Map<Long, KpiSheet> sheets = new TreeMap<>();
  private final Map<Long, List<Measurement>> values = new HashMap<>();
  private final Map<Long, List<Judged>> periods = new HashMap<>();
  private final Map<Long, Judgement> last = new HashMap<>();
  private final Map<Long, Long> stamps = new HashMap<>();
  private final Map<Long, LocalDate> pending = new HashMap<>();
  private final Map<Long, List<LocalDate>> breaks = new HashMap<>();
  private final Map<Long, KpiBreach> breaches = new TreeMap<>();
  private final List<KpiChange> history = new ArrayList<>();
  private long ids;

  /** How many further calls of {@link #keep} find that somebody was faster. */
  int interruptions;

  private long next() {
    return ++ids;
  }

  @Override
  public Optional<KpiSheet> sheet(long id) {
    return Optional.ofNullable(sheets.get(id));
  }

  @Override
  public List<KpiSheet> sheets(Collection<Long> wanted) {
    return sheets.values().stream().filter(each -> wanted.contains(each.id())).toList();
  }

  @Override
  public List<KpiSheet> find(Wanted wanted) {
    return sheets.values().stream()
        .filter(each -> wanted.unitIds().map(it -> it.contains(each.unitId())).orElse(true))
        .filter(each -> wanted.ids().map(it -> it.contains(each.id())).orElse(true))
        .filter(each -> wanted.archived() || !each.archived())
        .filter(each -> each.content().name().contains(wanted.text()))
        .filter(each -> each.id() > wanted.after())
        .limit(wanted.limit() == 0 ? Long.MAX_VALUE : wanted.limit())
        .toList();
  }

  @Override
  public List<KpiStanding> standings(Wanted wanted) {
    return find(wanted).stream().map(each -> standing(each.id()).orElseThrow()).toList();
  }

  @Override
  public Optional<KpiStanding> standing(long id) {
    return sheet(id)
        .map(
            sheet -> {
              List<Judged> all = periods.getOrDefault(id, List.of());
              return new KpiStanding(
                  sheet,
                  all.subList(Math.max(0, all.size() - KpiStanding.TREND), all.size()),
                  Optional.ofNullable(last.get(id)).map(Judgement::signals).orElse(Signals.NONE),
                  Optional.ofNullable(last.get(id)).flatMap(Judgement::nextOn),
                  pending.containsKey(id),
                  breaks(id).stream().reduce((one, later) -> later),
                  ofKpi(id).stream().filter(each -> each.breach().isOpen()).findFirst());
            });
  }

  @Override
  public List<KpiSheet> around(long unitId, Collection<Long> objectiveIds) {
    return sheets.values().stream()
        .filter(each -> !each.archived())
        .filter(
            each ->
                each.unitId() == unitId
                    || each.content().purpose().serves().stream()
                        .anyMatch(served -> objectiveIds.contains(served.objectiveId())))
        .toList();
  }

  @Override
  public Map<Long, List<Serving>> serving(Collection<Long> objectiveIds) {
    Map<Long, List<Serving>> serving = new HashMap<>();
    for (KpiSheet sheet : sheets.values()) {
      for (Served each : sheet.content().purpose().serves()) {
        if (objectiveIds.contains(each.objectiveId()) && !sheet.archived()) {
          serving
              .computeIfAbsent(each.objectiveId(), any -> new ArrayList<>())
              .add(new Serving(sheet, each.part()));
        }
      }
    }
    return serving;
  }

  @Override
  public KpiSheet add(NewKpi kpi, Edit by) {
    KpiSheet sheet = new KpiSheet(next(), kpi.unitId(), kpi.content(), false, 1);
    sheets.put(sheet.id(), sheet);
    touch(sheet.id(), FROM_THE_FIRST);
    return sheet;
  }

  private void touch(long id, LocalDate from) {
    stamps.merge(id, 1L, Long::sum);
    pending.merge(id, from, (one, other) -> one.isBefore(other) ? one : other);
  }

  @Override
  public Optional<KpiSheet> change(
      KpiSheet changed, List<NewKpiChange> changes, Effect effect, Edit by) {
    if (sheets.get(changed.id()).version() != changed.version()) {
      return Optional.empty();
    }
    KpiSheet now = changed.atVersion(changed.version() + 1);
    sheets.put(now.id(), now);
    changes.forEach(
        each ->
            history.add(
                0,
                new KpiChange(next(), now.id(), each, now.version(), by.who().key(), by.when())));
    effect
        .brokenOn()
        .ifPresent(day -> breaks.computeIfAbsent(now.id(), any -> new ArrayList<>()).add(day));
    effect.judgeFrom().ifPresent(day -> touch(now.id(), day));
    return Optional.of(now);
  }

  @Override
  public Optional<LastEdit> lastEdit(long id) {
    List<KpiChange> own = history(id, Long.MAX_VALUE, Integer.MAX_VALUE);
    return own.stream()
        .findFirst()
        .map(
            newest ->
                new LastEdit(
                    newest.byKey(),
                    own.stream()
                        .map(
                            each ->
                                new Objectives.Touched(each.version(), Set.of(each.what().field())))
                        .toList()));
  }

  @Override
  public List<KpiChange> history(long id, long before, int limit) {
    return history.stream()
        .filter(each -> each.kpiId() == id && each.id() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public List<LocalDate> breaks(long id) {
    return breaks.getOrDefault(id, List.of());
  }

  @Override
  public Map<Long, Set<Long>> uses() {
    Map<Long, Set<Long>> uses = new HashMap<>();
    sheets
        .values()
        .forEach(
            each ->
                KpiFormula.of(each.content().source())
                    .ifPresent(formula -> uses.put(each.id(), formula.kpis())));
    return uses;
  }

  @Override
  public Measurement add(long kpiId, NewMeasurement value, By by) {
    Measurement added =
        new Measurement(
            next(),
            value.on(),
            value.span(),
            value.segment(),
            value.value(),
            value.of(),
            by.at(),
            by.personKey());
    values.computeIfAbsent(kpiId, any -> new ArrayList<>()).add(added);
    touch(kpiId, value.on());
    return added;
  }

  @Override
  public void addAll(long kpiId, List<NewMeasurement> all, By by) {
    all.forEach(each -> add(kpiId, each, by));
  }

  @Override
  public int renew(long kpiId, List<NewMeasurement> all, LocalDate settled, Instant at) {
    int written = 0;
    for (NewMeasurement each : all) {
      Optional<Measurement> known =
          values.getOrDefault(kpiId, List.of()).stream()
              .filter(it -> it.on().equals(each.on()) && it.span().equals(each.span()))
              .reduce((one, later) -> later);
      boolean same =
          known.map(it -> Series.isSame(it.value(), each.value())).orElse(each.value().isEmpty());
      if (!same) {
        add(kpiId, each, By.nobody(at));
        written++;
      }
    }
    return written;
  }

  @Override
  public List<Measurement> since(long kpiId, LocalDate from) {
    return values.getOrDefault(kpiId, List.of()).stream()
        .filter(each -> !each.on().isBefore(from))
        .toList();
  }

  @Override
  public List<Entry> page(long kpiId, long before, int limit) {
    List<Measurement> counting = Series.of(since(kpiId, FROM_THE_FIRST)).counting();
    return since(kpiId, FROM_THE_FIRST).stream()
        .filter(each -> each.id() < before)
        .sorted(Comparator.comparing(Measurement::id).reversed())
        .limit(limit)
        .map(each -> new Entry(each, counting.contains(each)))
        .toList();
  }

  @Override
  public List<Docket> due(LocalDate today, long after, int limit) {
    return sheets.values().stream()
        .filter(each -> !each.archived() && each.id() > after)
        .filter(
            each ->
                pending.containsKey(each.id())
                    || Optional.ofNullable(last.get(each.id()))
                        .flatMap(Judgement::nextOn)
                        .filter(day -> !day.isAfter(today))
                        .isPresent())
        .limit(limit)
        .map(each -> docket(each.id()).orElseThrow())
        .toList();
  }

  @Override
  public void judgeAnew(Set<Frequency> frequencies) {
    sheets.values().stream()
        .filter(each -> frequencies.contains(each.content().rhythm().frequency()))
        .forEach(each -> touch(each.id(), FROM_THE_FIRST));
  }

  @Override
  public Optional<Docket> docket(long kpiId) {
    return sheet(kpiId)
        .map(
            sheet ->
                new Docket(
                    sheet,
                    stamps.getOrDefault(kpiId, 0L),
                    Optional.ofNullable(pending.get(kpiId)),
                    since(kpiId, FROM_THE_FIRST).stream()
                        .map(Measurement::on)
                        .min(LocalDate::compareTo),
                    periods.getOrDefault(kpiId, List.of()).stream()
                        .filter(Judged::closed)
                        .map(each -> each.period().last())
                        .max(LocalDate::compareTo),
                    breaks(kpiId).stream().reduce((one, later) -> later)));
  }

  @Override
  public Optional<List<BreachEvent>> keep(Judgement judgement) {
    long id = judgement.kpiId();
    if (interruptions-- > 0) {
      touch(id, judgement.from());
    }
    if (stamps.getOrDefault(id, 0L) != judgement.stamp()) {
      return Optional.empty();
    }
    List<Judged> all = new ArrayList<>(periods.getOrDefault(id, List.of()));
    all.removeIf(each -> !each.period().last().isBefore(judgement.from()));
    all.addAll(judgement.periods());
    periods.put(id, all);
    last.put(id, judgement);
    pending.remove(id);
    List<BreachEvent> events =
        judgement.breaches().events().stream().map(event -> stored(id, event)).toList();
    for (BreachEvent each : events) {
      BreachStep.of(each)
          .ifPresent(it -> mark(each.breach().id().orElseThrow(), it, judgement.at()));
    }
    for (Breach each : judgement.breaches().all()) {
      each.id().map(breaches::get).ifPresent(it -> breaches.put(it.id(), it.with(each)));
    }
    return Optional.of(events);
  }

  private BreachEvent stored(long kpiId, BreachEvent event) {
    if (event instanceof BreachEvent.Opened opened) {
      return new BreachEvent.Opened(written(kpiId, opened.breach()), opened.revised());
    }
    if (event instanceof BreachEvent.Found found) {
      return new BreachEvent.Found(written(kpiId, found.breach()));
    }
    if (event instanceof BreachEvent.Withdrawn withdrawn) {
      KpiBreach old = breaches.get(withdrawn.breach().id().orElseThrow());
      breaches.put(old.id(), new KpiBreach(kpiId, old.breach(), old.version() + 1, true));
    }
    return event;
  }

  private Breach written(long kpiId, Breach breach) {
    Breach written = breach.withId(next());
    breaches.put(written.id().orElseThrow(), new KpiBreach(kpiId, written, 1, false));
    return written;
  }

  @Override
  public List<Judged> between(long kpiId, LocalDate first, LocalDate lastDay) {
    return periods.getOrDefault(kpiId, List.of()).stream()
        .filter(each -> !each.period().first().isAfter(lastDay))
        .filter(each -> !each.period().last().isBefore(first))
        .toList();
  }

  @Override
  public Optional<KpiBreach> breach(long id) {
    return Optional.ofNullable(breaches.get(id));
  }

  @Override
  public List<KpiBreach> ofKpi(long kpiId) {
    return breaches.values().stream()
        .filter(each -> each.kpiId() == kpiId && !each.withdrawn())
        .sorted(Comparator.comparing(each -> each.breach().opened().first()))
        .toList();
  }

  @Override
  public List<KpiBreach> between(Collection<Long> kpiIds, LocalDate first, LocalDate last) {
    return kpiIds.stream()
        .flatMap(id -> ofKpi(id).stream())
        .filter(each -> !each.breach().opened().first().isAfter(last))
        .filter(each -> each.breach().closed().filter(end -> !end.first().isAfter(first)).isEmpty())
        .toList();
  }

  @Override
  public List<KpiBreach> ofUnits(Collection<Long> unitIds, boolean open, long before, int limit) {
    return breaches.values().stream()
        .filter(each -> unitIds.contains(sheets.get(each.kpiId()).unitId()))
        .filter(each -> !each.withdrawn() && each.id() < before)
        .filter(each -> !open || each.breach().isOpen())
        .sorted(Comparator.comparing(KpiBreach::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<KpiBreach> save(KpiBreach acted, Instant at) {
    if (breaches.get(acted.id()).version() != acted.version()) {
      return Optional.empty();
    }
    KpiBreach saved = acted.atVersion(acted.version() + 1);
    breaches.put(saved.id(), saved);
    if (saved.breach().handling().escalatedAt().equals(Optional.of(at))) {
      mark(saved.id(), BreachStep.ESCALATED, at);
    }
    return Optional.of(saved);
  }

  private void mark(long breachId, BreachStep step, Instant at) {
    untold.computeIfAbsent(breachId, any -> new ArrayList<>()).add(step);
    happened.put(breachId, at);
  }

  @Override
  public List<Untold> untold(Instant storedBefore, long after, int limit) {
    return untold.entrySet().stream()
        .filter(each -> each.getKey() > after && !each.getValue().isEmpty())
        .filter(each -> happened.get(each.getKey()).isBefore(storedBefore))
        .map(each -> new Untold(breaches.get(each.getKey()), each.getValue()))
        .limit(limit)
        .toList();
  }

  @Override
  public void told(long breachId, BreachStep step) {
    untold.get(breachId).remove(step);
  }

  @Override
  public List<KpiBreach> unattended(Instant noticedBefore, long after, int limit) {
    return breaches.values().stream()
        .filter(each -> each.id() > after && each.breach().isOpen())
        .filter(each -> each.breach().openedAt().isBefore(noticedBefore))
        .filter(each -> each.breach().handling().acknowledged().isEmpty())
        .filter(each -> each.breach().handling().escalatedAt().isEmpty())
        .limit(limit)
        .toList();
  }
}
