package io.bearings.connect.acts;

import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Breach;
import io.bearings.kpi.BreachNews;
import io.bearings.kpi.BreachStep;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.KpiRules;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import io.bearings.progress.Background;
import io.bearings.talk.Item;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Notice;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what is to be done about news of breaches, and has it done soon. */
@Named
public final class BreachActs implements BreachNews {
  private static final Logger LOG = LoggerFactory.getLogger(BreachActs.class);

  private final Acts acts;
  private final Judgements judgements;
  private final Units units;
  private final People people;
  private final Standpoints standpoints;
  private final PersonalTexts texts;
  private final SiteAddress address;
  private final Doing doing;
  private final Background background;
  private final Clock clock;

  @Inject
  public BreachActs(
      Acts acts,
      Judgements judgements,
      Units units,
      People people,
      Standpoints standpoints,
      PersonalTexts texts,
      SiteAddress address,
      Doing doing,
      Background background,
      Clock clock) {
    this.acts = acts;
    this.judgements = judgements;
    this.units = units;
    this.people = people;
    this.standpoints = standpoints;
    this.texts = texts;
    this.address = address;
    this.doing = doing;
    this.background = background;
    this.clock = clock;
  }

  /** {@inheritDoc} What cannot be written down is logged: the breach itself is stored. */
  @Override
  public boolean happened(KpiSheet sheet, Breach breach, BreachStep step) {
    boolean told = tellOrLog(sheet, breach, happening(step));
    doSoon();
    return told;
  }

  private boolean tellOrLog(KpiSheet sheet, Breach breach, Happening happening) {
    try {
      tell(sheet, breach, happening);
      return true;
    } catch (RuntimeException e) {
      LOG.error("Nobody hears yet of a breach of {}: {}", sheet.key(), happening, e);
      return false;
    }
  }

  private static Happening happening(BreachStep step) {
    return switch (step) {
      case OPENED -> Happening.OPENED;
      case CLOSED -> Happening.CLOSED;
      case REOPENED -> Happening.REOPENED;
      case WITHDRAWN -> Happening.WITHDRAWN;
      case ESCALATED -> Happening.ESCALATED;
    };
  }

  /** A job does all that waits each minute; this is for those who would not like to wait. */
  private void doSoon() {
    try {
      background.run(() -> doing.round(() -> false));
    } catch (Refusal.Unavailable e) {
      // Too much waits for a thread already; the job comes by itself.
      return;
    }
  }

  private void tell(KpiSheet sheet, Breach breach, Happening happening) {
    if (breach.id().isEmpty()) {
      return;
    }
    long id = breach.id().get();
    if (ends(happening) && acts.ofBreach(id).isEmpty()) {
      // Nobody was told that it began, so nobody waits to hear how it ended.
      return;
    }
    if (happening == Happening.WITHDRAWN) {
      acts.callOff(id);
    }
    acts.begin(news(sheet, breach, happening));
  }

  private static boolean ends(Happening happening) {
    return happening == Happening.CLOSED || happening == Happening.WITHDRAWN;
  }

  private News news(KpiSheet sheet, Breach breach, Happening happening) {
    Instant now = clock.instant();
    Optional<Unit> unit = units.unit(sheet.unitId());
    Period period = period(breach, happening);
    Optional<BigDecimal> value = value(sheet.id(), period);
    Facts facts = facts(sheet, period, value, unit);
    Deed.Tell telling = telling(sheet, unit, happening);
    return new News(
        sheet.id(),
        breach.id().orElseThrow(),
        happening,
        mark(breach, happening, now),
        sheet.content().ownerKey(),
        telling,
        notices(sheet, happening, telling.toldKeys(), facts),
        telling.toldKeys().stream().map(key -> letter(key, happening, facts)).toList(),
        deeds(sheet, breach, happening, new Payload(facts, period, value, now)),
        now);
  }

  private static Period period(Breach breach, Happening happening) {
    return happening == Happening.CLOSED
        ? breach.closed().orElse(breach.opened())
        : breach.opened();
  }

  /** A breach can end more than once, where corrected values say that it had not ended. */
  private static String mark(Breach breach, Happening happening, Instant now) {
    return switch (happening) {
      case OPENED, ESCALATED, WITHDRAWN -> "";
      case CLOSED -> breach.closedAt().map(at -> String.valueOf(at.toEpochMilli())).orElse("");
      case REOPENED -> String.valueOf(now.toEpochMilli());
    };
  }

  private Optional<BigDecimal> value(long kpiId, Period period) {
    return judgements.between(kpiId, period.first(), period.last()).stream()
        .filter(each -> each.period().equals(period))
        .findFirst()
        .flatMap(Judged::value);
  }

  private Facts facts(
      KpiSheet sheet, Period period, Optional<BigDecimal> value, Optional<Unit> unit) {
    Measure measure = sheet.content().yardstick().measure();
    Levels levels = sheet.content().yardstick().targets().of(period);
    return new Facts(
        sheet.key(),
        sheet.content().name(),
        value.map(number -> Shown.value(number, measure)).orElse(""),
        Shown.period(period),
        Shown.level(levels.target(), measure),
        Shown.level(levels.critical(), measure),
        unit.map(Unit::name).orElse(""),
        people.nameOrKey(sheet.content().ownerKey()),
        address.ofKpi(sheet.id()));
  }

  private Deed.Tell telling(KpiSheet sheet, Optional<Unit> unit, Happening happening) {
    List<String> told = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (String key : addressees(sheet, unit, happening)) {
      (sees(key, sheet) ? told : leftOut).add(key);
    }
    return new Deed.Tell(told, leftOut);
  }

  private static Set<String> addressees(KpiSheet sheet, Optional<Unit> unit, Happening happening) {
    Set<String> keys = new LinkedHashSet<>();
    if (happening == Happening.ESCALATED) {
      unit.flatMap(it -> it.leadKey().or(it::deputyKey)).ifPresent(keys::add);
      return keys;
    }
    keys.add(sheet.content().ownerKey());
    for (AutomaticAction action : sheet.content().response().automatic()) {
      if (action instanceof AutomaticAction.Notify notify) {
        keys.addAll(notify.personKeys());
      }
    }
    return keys;
  }

  private boolean sees(String key, KpiSheet sheet) {
    return people.nameOf(key).isPresent() && standpoints.of(new Person(key)).maySee(sheet.unitId());
  }

  private static List<NewNotice> notices(
      KpiSheet sheet, Happening happening, List<String> told, Facts facts) {
    Item about =
        Item.ofKpi(
            sheet.id(),
            sheet.key(),
            sheet.content().name(),
            sheet.content().ownerKey(),
            sheet.unitId());
    String text = Notice.excerpt(facts.valueAndPeriod());
    return told.stream().map(key -> new NewNotice(key, happening.notice(), about, text)).toList();
  }

  private NewLetter letter(String key, Happening happening, Facts facts) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("bearings.mail.value", facts.value());
    lines.put("bearings.mail.period", facts.period());
    lines.put("bearings.mail.target", facts.target());
    lines.put("bearings.mail.critical", facts.critical());
    lines.put("bearings.mail.unit", facts.unit());
    lines.put("bearings.mail.owner", facts.owner());
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (label, line) -> {
          if (!line.isEmpty()) {
            text.append(texts.text(key, Message.of(label, line))).append('\n');
          }
        });
    String headline = texts.text(key, Message.of(happening.sentence(), facts.kpi(), facts.name()));
    return new NewLetter(key, headline, text.toString().strip(), facts.link());
  }

  private Map<Integer, Deed> deeds(
      KpiSheet sheet, Breach breach, Happening happening, Payload payload) {
    Map<Integer, Deed> deeds = new LinkedHashMap<>();
    List<AutomaticAction> actions = sheet.content().response().automatic();
    for (int i = 0; i < actions.size(); i++) {
      int index = i;
      deed(actions.get(i), sheet, breach, happening, payload)
          .ifPresent(deed -> deeds.put(index, deed));
    }
    return deeds;
  }

  /** Issues and comments belong to a breach that begins; other systems hear of all. */
  private static Optional<Deed> deed(
      AutomaticAction action, KpiSheet sheet, Breach breach, Happening happening, Payload payload) {
    Facts facts = payload.facts();
    if (action instanceof AutomaticAction.Webhook hook) {
      return Optional.of(
          new Deed.Call(
              hook.url().strip(), payload.json(sheet, breach.id().orElseThrow(), happening)));
    }
    if (happening != Happening.OPENED) {
      return Optional.empty();
    }
    if (action instanceof AutomaticAction.CreateIssue issue) {
      return Optional.of(
          new Deed.CreateIssue(
              issue.projectKey().strip(),
              issue.issueType().strip(),
              facts.inLine(issue.summary(), KpiRules.NAME_LENGTH),
              facts.in(issue.description())));
    }
    return action instanceof AutomaticAction.Comment comment
        ? Optional.of(new Deed.Comment(comment.issueKey().strip(), facts.in(comment.text())))
        : Optional.empty();
  }
}
