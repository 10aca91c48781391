package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SettingValue.Amount;
import io.bearings.okr.SiteRules;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Thresholds;
import io.bearings.okr.UnitRules;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What administrators decide for the site. Everybody else is refused. */
@Named
public final class Administration {
  private static final int PAGE = 500;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final SiteSettings site;
  private final Links links;
  private final Issues issues;
  private final Access access;
  private final Weeks weeks;
  private final SettingChanges changes;
  private final Clock clock;

  @Inject
  public Administration(
      SiteSettings site,
      Links links,
      Issues issues,
      Access access,
      Weeks weeks,
      SettingChanges changes,
      Clock clock) {
    this.site = site;
    this.links = links;
    this.issues = issues;
    this.access = access;
    this.weeks = weeks;
    this.changes = changes;
    this.clock = clock;
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
   * The defaults that fit this Jira, whatever is in force.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public SettingsForm usual(Person who) {
    requireAdministrator(who);
    return new SettingsForm(site.usual(), site.numericFields(), site.resolutions());
  }

  /**
   * What is wrong with settings, by field; nothing is put in force.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public Map<String, Message> check(Person who, SettingsDraft draft) {
    requireAdministrator(who);
    return problems(draft);
  }

  /**
   * Puts settings in force, and keeps who did. With another story-point field, all linked issues
   * are read again; with another first day of the week, what is reckoned by weeks is reckoned anew.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Unavailable while the database cannot be used; all is as before then
   */
  public SettingsForm save(Person who, SettingsDraft draft) {
    requireAdministrator(who);
    Map<String, Message> problems = problems(draft);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    Settings before = site.current();
    Settings after = accepted(draft, before);
    save(who, before, after);
    if (!before.storyPointField().equals(after.storyPointField())) {
      readLinkedIssues();
    }
    return settings(who);
  }

  /**
   * The settings that a draft without a problem would put in force.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public SettingsForm meant(Person who, SettingsDraft draft) {
    requireAdministrator(who);
    return new SettingsForm(
        accepted(draft, site.current()), site.numericFields(), site.resolutions());
  }

  private static Settings accepted(SettingsDraft draft, Settings before) {
    return new Settings(
        draft.storyPointField(),
        Set.copyOf(draft.outOfScopeResolutions()),
        draft.inProgressCredit().divide(PERCENT),
        rules(draft.rules(), before.rules()),
        draft.functionLimit().map(BigDecimal::intValueExact).orElse(before.functionLimit()),
        before.numberFields());
  }

  private void save(Person who, Settings before, Settings after) {
    site.save(after);
    try {
      if (before.rules().weekStart() != after.rules().weekStart()) {
        weeks.changed();
      }
      changes.add(differences(before, after), new Objectives.Edit(who, clock.instant()));
    } catch (Refusal.Unavailable e) {
      site.save(before);
      throw e;
    }
  }

  private List<SettingChange> differences(Settings before, Settings after) {
    List<SiteSettings.Choice> fields = site.numericFields();
    List<SiteSettings.Choice> resolutions = site.resolutions();
    return SettingChange.between(
            SettingChange.Subject.SITE,
            SettingsValues.of(before, fields, resolutions),
            SettingsValues.of(after, fields, resolutions))
        .toList();
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
    note(problems, SiteSetting.IN_PROGRESS_CREDIT, new Amount(draft.inProgressCredit()));
    problems.putAll(problems(draft.rules()));
    draft
        .functionLimit()
        .ifPresent(limit -> note(problems, SiteSetting.FUNCTION_LIMIT, new Amount(limit)));
    return problems;
  }

  private static void note(Map<String, Message> problems, SiteSetting setting, SettingValue value) {
    setting.problem(value).ifPresent(problem -> problems.put(setting.fileName(), problem));
  }

  private static Map<String, Message> problems(SettingsDraft.Rules draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    draft.thresholds().ifPresent(thresholds -> problems.putAll(UnitRules.problems(thresholds, "")));
    draft
        .holidays()
        .ifPresent(days -> note(problems, SiteSetting.HOLIDAYS, new SettingValue.Names(days)));
    return problems;
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
            .map(
                days ->
                    days.stream().flatMap(text -> SettingRange.Days.day(text).stream()).toList())
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
