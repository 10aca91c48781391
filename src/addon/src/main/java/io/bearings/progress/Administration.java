package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Thresholds;
import io.bearings.okr.UnitRules;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What administrators decide for the site. Everybody else is refused. */
@Named
public final class Administration {
  private static final int PAGE = 500;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 2;
  private static final int HOLIDAYS = 1_000;
  private static final int DAY_LENGTH = "2026-11-22".length();

  private final SiteSettings site;
  private final Links links;
  private final Issues issues;
  private final Access access;
  private final Weeks weeks;

  @Inject
  public Administration(SiteSettings site, Links links, Issues issues, Access access, Weeks weeks) {
    this.site = site;
    this.links = links;
    this.issues = issues;
    this.access = access;
    this.weeks = weeks;
  }

  /**
   * The settings in force, and what there is to choose from.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public SettingsForm settings(Person who) {
    requireAdministrator(who);
    return new SettingsForm(site.current(), site.numericFields(), site.resolutions());
  }

  /**
   * Puts settings in force. With another story-point field, all linked issues are read again; with
   * another first day of the week, what is reckoned by weeks is reckoned anew.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Unavailable while the database cannot be used; weeks begin as before then
   */
  public SettingsForm save(Person who, SettingsDraft draft) {
    requireAdministrator(who);
    Map<String, Message> problems = problems(draft);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    Settings before = site.current();
    Settings after =
        new Settings(
            draft.storyPointField(),
            Set.copyOf(draft.outOfScopeResolutions()),
            draft.inProgressCredit().divide(PERCENT),
            rules(draft.rules(), before.rules()),
            draft.functionLimit().map(BigDecimal::intValueExact).orElse(before.functionLimit()),
            before.numberFields());
    save(before, after);
    if (!before.storyPointField().equals(after.storyPointField())) {
      readLinkedIssues();
    }
    return settings(who);
  }

  private void save(Settings before, Settings after) {
    site.save(after);
    if (before.rules().weekStart() == after.rules().weekStart()) {
      return;
    }
    try {
      weeks.changed();
    } catch (Refusal.Unavailable e) {
      site.save(before);
      throw e;
    }
  }

  /**
   * Reads all linked issues again, page by page, and corrects their links; those of an issue that
   * is gone are removed.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Reread readLinkedIssuesAgain(Person who) {
    requireAdministrator(who);
    return readLinkedIssues();
  }

  private Reread readLinkedIssues() {
    int all = 0;
    int changed = 0;
    Map<Long, Integer> page = links.linkedIssuesAfter(0, PAGE);
    while (!page.isEmpty()) {
      all += page.values().stream().mapToInt(Integer::intValue).sum();
      List<IssueState> states = issues.states(page.keySet());
      changed += links.rewrite(states) + forgetAllBut(states, page);
      long last = page.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
      page = links.linkedIssuesAfter(last, PAGE);
    }
    return new Reread(all, changed);
  }

  /** An issue that was deleted while the add-on was off has reported nothing. */
  private int forgetAllBut(List<IssueState> found, Map<Long, Integer> linked) {
    Set<Long> gone = new HashSet<>(linked.keySet());
    found.forEach(issue -> gone.remove(issue.id()));
    if (!gone.isEmpty()) {
      links.forgetIssues(gone);
    }
    return gone.stream().mapToInt(linked::get).sum();
  }

  private Map<String, Message> problems(SettingsDraft draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Set<String> fields = ids(site.numericFields());
    draft
        .storyPointField()
        .filter(id -> !fields.contains(id))
        .ifPresent(
            id -> problems.put("storyPointField", Message.of("bearings.error.noSuchField", id)));
    Set<String> resolutions = ids(site.resolutions());
    List<String> unknown =
        draft.outOfScopeResolutions().stream().filter(id -> !resolutions.contains(id)).toList();
    if (!unknown.isEmpty()) {
      problems.put(
          "outOfScopeResolutions",
          Message.of("bearings.error.noSuchResolution", String.join(", ", unknown)));
    }
    BigDecimal credit = draft.inProgressCredit();
    if (credit.signum() < 0 || credit.compareTo(PERCENT) > 0) {
      problems.put("inProgressCredit", Message.of("bearings.error.percent"));
    } else if (credit.stripTrailingZeros().scale() > PERCENT_DECIMALS) {
      problems.put("inProgressCredit", Message.of("bearings.error.decimals", PERCENT_DECIMALS));
    }
    problems.putAll(problems(draft.rules()));
    draft
        .functionLimit()
        .filter(limit -> !isLimit(limit))
        .ifPresent(
            limit ->
                problems.put(
                    "functionLimit",
                    Message.of(
                        "bearings.error.wholeNumber",
                        Settings.LEAST_FUNCTION_LIMIT,
                        Settings.MOST_FUNCTION_LIMIT)));
    return problems;
  }

  private static boolean isLimit(BigDecimal limit) {
    return limit.stripTrailingZeros().scale() <= 0
        && limit.compareTo(BigDecimal.valueOf(Settings.LEAST_FUNCTION_LIMIT)) >= 0
        && limit.compareTo(BigDecimal.valueOf(Settings.MOST_FUNCTION_LIMIT)) <= 0;
  }

  private static Map<String, Message> problems(SettingsDraft.Rules draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    draft.thresholds().ifPresent(thresholds -> problems.putAll(UnitRules.problems(thresholds, "")));
    List<String> holidays = draft.holidays().orElse(List.of());
    if (holidays.size() > HOLIDAYS) {
      problems.put("holidays", Message.of("bearings.error.tooMany", HOLIDAYS));
    }
    holidays.stream()
        .filter(text -> day(text).isEmpty())
        .findFirst()
        .ifPresent(
            text -> problems.putIfAbsent("holidays", Message.of("bearings.error.holiday", text)));
    return problems;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == DAY_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The rules of a draft that has no problem; what it does not say stays. */
  private static SiteRules rules(SettingsDraft.Rules draft, SiteRules before) {
    return new SiteRules(
        draft
            .thresholds()
            .map(pace -> new Thresholds(pace.onTrack(), pace.atRisk()))
            .orElse(before.thresholds()),
        draft
            .holidays()
            .map(days -> days.stream().flatMap(text -> day(text).stream()).toList())
            .orElse(before.holidays()),
        draft.individualObjectives().orElse(before.individualObjectives()),
        draft.weekStart().orElse(before.weekStart()));
  }

  private static Set<String> ids(Collection<SiteSettings.Choice> choices) {
    return choices.stream().map(SiteSettings.Choice::id).collect(toSet());
  }

  private void requireAdministrator(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
  }
}
