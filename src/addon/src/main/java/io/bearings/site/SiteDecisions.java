package io.bearings.site;

import static java.util.stream.Collectors.toCollection;

import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingDraft;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.progress.Administration;
import io.bearings.progress.SettingsDraft;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SettingsValues;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All settings of the site and of its units as one: what they say, what they would say by default,
 * and changing some of them at once, all or none. Everybody but administrators is refused.
 */
@Named
public final class SiteDecisions {
  private final Administration administration;
  private final SeeingToActs acts;
  private final SettingChanges changes;
  private final SiteUnits units;
  private final SettingsText text;
  private final People people;

  @Inject
  public SiteDecisions(
      Administration administration,
      SeeingToActs acts,
      SiteUnits units,
      SettingChanges changes,
      SettingsText text,
      People people) {
    this.administration = administration;
    this.acts = acts;
    this.units = units;
    this.changes = changes;
    this.text = text;
    this.people = people;
  }

  /**
   * How it stands with every setting, in their order.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public List<Standing> standings(Person who) {
    Map<SiteSetting, SettingValue> now = values(who);
    Map<SiteSetting, SettingValue> usual = new EnumMap<>(administration.usual(who).values());
    usual.putAll(Outgoing.DEFAULT.values());
    return Arrays.stream(SiteSetting.values())
        .map(each -> new Standing(each, now.get(each), usual.get(each)))
        .toList();
  }

  /**
   * The version of what is in force: somebody who changes it names the one that they saw.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public long version() {
    return changes.newest();
  }

  private Map<SiteSetting, SettingValue> values(Person who) {
    Map<SiteSetting, SettingValue> values = new EnumMap<>(administration.settings(who).values());
    values.putAll(acts.outgoing(who).values());
    return values;
  }

  /**
   * The file of what is in force, on the site and in each of its units.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public String file(Person who) {
    return text.written(new FileContents(values(who), units.entries(who)));
  }

  /**
   * What a file says.
   *
   * @throws Refusal.Invalid when it is no such file, or naming all that is wrong in it
   */
  public FileContents read(String file) {
    return text.read(file);
  }

  /**
   * What would be different on the site; nothing is put in force.
   *
   * @param wanted what some settings are to say; the others stay
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all settings that are wrong, by their names in files
   */
  public List<Difference> preview(Person who, Map<SiteSetting, SettingValue> wanted) {
    return look(who, new FileContents(wanted)).differences();
  }

  /**
   * What a file would make different; nothing is put in force.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all that is wrong: settings of the site by their names in files,
   *     those of a unit behind its number, such as {@code units[3].lead}
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public Preview look(Person who, FileContents file) {
    long version = changes.newest();
    Checked checked = checked(who, file);
    return new Preview(
        checked.differences(), checked.plan().differences(), checked.plan().left(), version);
  }

  /**
   * Puts in force what some settings of the site are to say, all of them or none.
   *
   * @param wanted what some settings are to say; the others stay
   * @param seen the version that the person saw; absent: whatever is in force
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all settings that are wrong, by their names in files
   * @throws Refusal.Conflict when somebody else changed some since
   * @throws Refusal.Unavailable while the database cannot be used; all is as before then
   */
  public Decision decide(Person who, Map<SiteSetting, SettingValue> wanted, Optional<Long> seen) {
    return apply(who, new FileContents(wanted), seen);
  }

  /**
   * Puts a file in force. All of it is checked before anything is written. The units are written
   * first, in one transaction, then the settings of the site, which lie in Jira's own store: should
   * the database go away between the two, the same file once more completes it.
   *
   * @param seen the version that the person saw; absent: whatever is in force
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all that is wrong, as {@link #look(Person, FileContents)}
   * @throws Refusal.Conflict when somebody else changed a setting of the site since, or a unit that
   *     the file changes; nothing was written
   * @throws Refusal.Unavailable while the database cannot be used; the settings of the site are as
   *     before then
   */
  public Decision apply(Person who, FileContents file, Optional<Long> seen) {
    Checked checked = checked(who, file);
    seen.ifPresent(
        version -> {
          requireNewest(version);
          units.requireNewest(checked.plan(), version);
        });
    String before = text.written(new FileContents(checked.now(), checked.plan().before()));
    units.write(who, checked.plan());
    List<Difference> differences = checked.differences();
    boolean leaves = differences.stream().anyMatch(SiteDecisions::isOutgoing);
    boolean stays = differences.stream().anyMatch(each -> !isOutgoing(each));
    if (stays) {
      administration.save(who, checked.draft());
    }
    if (leaves) {
      decideOutgoing(who, checked, stays);
    }
    return new Decision(
        differences, checked.plan().differences(), checked.plan().left(), before, changes.newest());
  }

  /** Where the second half fails, the first is taken back. */
  private void decideOutgoing(Person who, Checked checked, boolean saved) {
    try {
      acts.decide(who, checked.outgoing());
    } catch (Refusal.Unavailable e) {
      if (saved) {
        administration.save(who, SettingsValues.draft(checked.now(), checked.form()));
      }
      throw e;
    }
  }

  /**
   * Puts in force what a setting says by default.
   *
   * @param seen the version that the person saw; absent: whatever is in force
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Conflict when somebody else changed a setting since
   */
  public Decision setBack(Person who, SiteSetting setting, Optional<Long> seen) {
    SettingValue usual =
        standings(who).stream()
            .filter(each -> each.setting() == setting)
            .map(Standing::usual)
            .findFirst()
            .orElseThrow();
    return decide(who, Map.of(setting, usual), seen);
  }

  /**
   * The changes of the site since a version, the oldest first.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public List<SettingChanges.Entry> since(long version) {
    return changes.ofSiteSince(version);
  }

  /**
   * Those settings that others changed since a version and that somebody wants to say what they
   * said then: they sent them along, but did not touch them.
   *
   * @param wanted what that person sent, without a problem
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public Set<SiteSetting> untouched(
      Person who, Map<SiteSetting, SettingValue> wanted, long version) {
    Map<SiteSetting, SettingValue> meant = checked(who, new FileContents(wanted)).after();
    Map<String, String> then = new LinkedHashMap<>();
    changes
        .ofSiteSince(version)
        .forEach(each -> then.putIfAbsent(each.change().name(), each.change().before()));
    return wanted.keySet().stream()
        .filter(each -> meant.get(each).text().equals(then.get(each.fileName())))
        .collect(Collectors.toSet());
  }

  private void requireNewest(long seen) {
    List<SettingChanges.Entry> since = changes.ofSiteSince(seen);
    if (!since.isEmpty()) {
      SettingChanges.Entry last = since.get(since.size() - 1);
      throw new Refusal.Conflict(
          String.join(", ", namesOf(since)),
          (int) last.id(),
          people.nameOrKey(last.changedBy()),
          namesOf(since));
    }
  }

  private static LinkedHashSet<String> namesOf(List<SettingChanges.Entry> entries) {
    return entries.stream()
        .map(each -> each.change().name())
        .collect(toCollection(LinkedHashSet::new));
  }

  private static boolean isOutgoing(Difference difference) {
    return difference.setting().part() == SiteSetting.Part.OUTGOING;
  }

  /** What is wanted without a problem, beside what is in force. */
  private record Checked(
      Map<SiteSetting, SettingValue> now,
      Map<SiteSetting, SettingValue> after,
      SettingsForm form,
      SettingsDraft draft,
      OutgoingDraft outgoing,
      UnitsPlan plan) {

    private List<Difference> differences() {
      return after.entrySet().stream()
          .filter(each -> !each.getValue().equals(now.get(each.getKey())))
          .map(each -> new Difference(each.getKey(), now.get(each.getKey()), each.getValue()))
          .toList();
    }
  }

  private Checked checked(Person who, FileContents file) {
    Map<SiteSetting, SettingValue> wanted = file.settings();
    SettingsForm form = administration.settings(who);
    Map<SiteSetting, SettingValue> now = values(who);
    Map<String, Message> problems = new LinkedHashMap<>();
    wanted.forEach(
        (setting, value) ->
            setting.problem(value).ifPresent(problem -> problems.put(setting.fileName(), problem)));
    Map<SiteSetting, SettingValue> after = new EnumMap<>(now);
    wanted.forEach(
        (setting, value) -> {
          if (!problems.containsKey(setting.fileName())) {
            after.put(setting, value);
          }
        });
    SettingsDraft draft = SettingsValues.draft(after, form);
    administration.check(who, draft).forEach(problems::putIfAbsent);
    UnitsPlan plan = units.plan(who, file.units());
    problems.putAll(plan.problems());
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    // Names of Jira are read as the draft understands them: by an id, or in another order.
    SettingsForm meant = administration.meant(who, draft);
    after.putAll(meant.values());
    return new Checked(now, after, form, draft, OutgoingDraft.of(after), plan);
  }
}
