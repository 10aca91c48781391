package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.progress.Administration;
import io.bearings.progress.Reread;
import io.bearings.site.Decision;
import io.bearings.site.SiteDecisions;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of the site. Jira lets only administrators here; each use case asks once more, for
 * Jira's check stands in a descriptor that somebody may change.
 */
@WebSudoRequired
public class BearingsSettings extends JiraWebActionSupport {
  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

  private final SignedIn signedIn;
  private final Administration administration;
  private final SiteDecisions decisions;
  private final People people;
  private final PageTexts texts;

  private final Map<SiteSetting, List<String>> typed = new EnumMap<>(SiteSetting.class);
  private String seen = "";
  private String setting = "";
  private String before = "";
  private SettingsPage page;
  private String refusal = "";

  @Inject
  public BearingsSettings(
      SignedIn signedIn,
      Administration administration,
      SiteDecisions decisions,
      People people,
      PageTexts texts) {
    this.signedIn = signedIn;
    this.administration = administration;
    this.decisions = decisions;
    this.people = people;
    this.texts = texts;
  }

  /** Shows the settings in force. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return show(who -> page(who, SettingsPage.Said.NOTHING));
  }

  /** Puts the settings in force that were sent. */
  @Override
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  protected String doExecute() {
    return show(this::save);
  }

  /** Puts in force what a setting says by default. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doSetBack() {
    return show(this::setBack);
  }

  /** Puts in force again what was before a change, unless something else was changed since. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doUndo() {
    return show(this::undo);
  }

  /** Reads all linked issues again. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doReread() {
    return show(this::reread);
  }

  private String show(Function<Person, SettingsPage> useCase) {
    Optional<Person> who = signedIn.person();
    try {
      page = useCase.apply(who.orElseThrow(Refusal.Forbidden::new));
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  private SettingsPage page(Person who, SettingsPage.Said said) {
    return SettingsPage.of(inForce(who), said, texts);
  }

  private SettingsPage.InForce inForce(Person who) {
    return new SettingsPage.InForce(
        administration.settings(who), decisions.standings(who), decisions.version());
  }

  private SettingsPage save(Person who) {
    Map<String, String> errors = new LinkedHashMap<>();
    Map<SiteSetting, SettingValue> wanted = new EnumMap<>(SiteSetting.class);
    Arrays.stream(SiteSetting.values())
        .filter(each -> each.part() != SiteSetting.Part.OUTGOING)
        .forEach(each -> value(each, errors).ifPresent(value -> wanted.put(each, value)));
    try {
      if (errors.isEmpty()) {
        Decision decided = decisions.decide(who, wanted, seen());
        return page(who, SettingsPage.Said.done(done(decided), decided));
      }
      decisions.preview(who, wanted);
    } catch (Refusal.Invalid e) {
      e.fields().forEach((field, problem) -> errors.put(field, texts.get(problem)));
    } catch (Refusal.Conflict e) {
      takeOver(who, decisions.untouched(who, wanted, seen().orElseThrow()));
      return refused(who, Map.of(), overtaken("bearings.settings.overtaken"));
    } catch (Refusal.Unavailable e) {
      return page(who, SettingsPage.Said.failed(texts.get(e.text())));
    }
    return refused(who, errors, texts.get("bearings.settings.notSaved"));
  }

  /** What others changed and this person did not touch is shown as it is now. */
  private void takeOver(Person who, Set<SiteSetting> untouched) {
    Map<SiteSetting, List<String>> now =
        SettingsPage.typed(administration.settings(who).settings());
    untouched.forEach(each -> typed.put(each, now.getOrDefault(each, List.of())));
  }

  private String done(Decision decided) {
    return texts.get(
        decided.differences().isEmpty() ? "bearings.outgoing.same" : "bearings.settings.saved");
  }

  private SettingsPage refused(Person who, Map<String, String> errors, String problem) {
    return SettingsPage.refused(
        inForce(who), typed, errors, SettingsPage.Said.failed(problem), texts);
  }

  /** Who changed what since the person looked. */
  private String overtaken(String key) {
    List<SettingChanges.Entry> since = decisions.since(seen().orElse(Long.MAX_VALUE));
    String who =
        since.stream()
            .map(each -> people.nameOrKey(each.changedBy()))
            .distinct()
            .collect(Collectors.joining(", "));
    String what = since.stream().map(this::inWords).collect(Collectors.joining("; "));
    return texts.get(key, who, what);
  }

  private String inWords(SettingChanges.Entry entry) {
    return SiteSetting.called(entry.change().name())
        .map(
            each ->
                texts.get(
                    "bearings.settings.fromTo",
                    texts.get(each.label()),
                    SettingFact.inWords(each, entry.change().before(), texts),
                    SettingFact.inWords(each, entry.change().after(), texts)))
        .orElse(entry.change().name());
  }

  /** What was typed for a setting; absent beside its error where that says nothing. */
  private Optional<SettingValue> value(SiteSetting setting, Map<String, String> errors) {
    List<String> said = typed.getOrDefault(setting, List.of());
    String text = String.join("", said).strip();
    return switch (setting) {
      case STORY_POINT_FIELD ->
          Optional.of(new SettingValue.Name(Optional.of(text).filter(id -> !id.isEmpty())));
      case OUT_OF_SCOPE_RESOLUTIONS -> Optional.of(new SettingValue.Names(said));
      case HOLIDAYS ->
          Optional.of(
              new SettingValue.Names(
                  said.stream().map(String::strip).filter(line -> !line.isEmpty()).toList()));
      case INDIVIDUAL_OBJECTIVES -> Optional.of(new SettingValue.Truth(Boolean.parseBoolean(text)));
      case WEEK_START -> Optional.of(SettingValue.name(text));
      default -> number(setting, text, errors);
    };
  }

  /** As people write it: with a point or a comma. */
  private Optional<SettingValue> number(
      SiteSetting setting, String text, Map<String, String> errors) {
    if (text.isEmpty()) {
      errors.put(setting.fileName(), texts.get("bearings.error.required"));
      return Optional.empty();
    }
    try {
      return Optional.of(new SettingValue.Amount(new BigDecimal(text.replace(',', '.'))));
    } catch (NumberFormatException e) {
      errors.put(setting.fileName(), texts.get("bearings.form.notANumber"));
      return Optional.empty();
    }
  }

  private SettingsPage setBack(Person who) {
    Optional<SiteSetting> wanted = SiteSetting.called(setting);
    if (wanted.isEmpty()) {
      return page(who, SettingsPage.Said.failed(texts.get("bearings.error.unknownField")));
    }
    return changed(
        who,
        () -> decisions.setBack(who, wanted.get(), seen()),
        texts.get("bearings.settings.setBack.done", texts.get(wanted.get().label())));
  }

  private SettingsPage undo(Person who) {
    return changed(
        who,
        () -> decisions.apply(who, decisions.read(before), seen()),
        texts.get("bearings.outgoing.undone"));
  }

  private interface Change {
    Decision make();
  }

  private SettingsPage changed(Person who, Change change, String success) {
    try {
      return page(who, SettingsPage.Said.done(success, change.make()));
    } catch (Refusal.Conflict e) {
      return page(who, SettingsPage.Said.failed(overtaken("bearings.settings.overtaken.nothing")));
    } catch (Refusal.Invalid | Refusal.Unavailable e) {
      return page(who, SettingsPage.Said.failed(texts.get(e.text())));
    }
  }

  private SettingsPage reread(Person who) {
    try {
      Reread result = administration.readLinkedIssuesAgain(who);
      return page(
          who,
          SettingsPage.Said.done(
              texts.get(
                  "bearings.settings.reread.done",
                  String.valueOf(result.links()),
                  String.valueOf(result.changed()))));
    } catch (Refusal.Unavailable e) {
      return page(who, SettingsPage.Said.failed(texts.get(e.text())));
    }
  }

  /** Absent where nothing was sent that is a version. */
  private Optional<Long> seen() {
    return VERSION.matcher(seen).matches() ? Optional.of(Long.valueOf(seen)) : Optional.empty();
  }

  /** What the template shows; null when there is only a refusal to show. */
  public SettingsPage getPage() {
    return page;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }

  /** The version that the person saw. */
  public void setSeen(String seen) {
    this.seen = seen;
  }

  /** The name of the setting that is to be set back. */
  public void setSetting(String setting) {
    this.setting = setting;
  }

  /** The file that takes a change back. */
  public void setBefore(String before) {
    this.before = before;
  }

  public void setStoryPointField(String storyPointField) {
    typed.put(SiteSetting.STORY_POINT_FIELD, List.of(storyPointField));
  }

  public void setOutOfScopeResolutions(String[] outOfScopeResolutions) {
    typed.put(SiteSetting.OUT_OF_SCOPE_RESOLUTIONS, List.of(outOfScopeResolutions));
  }

  public void setInProgressCredit(String inProgressCredit) {
    typed.put(SiteSetting.IN_PROGRESS_CREDIT, List.of(inProgressCredit));
  }

  public void setOnTrack(String onTrack) {
    typed.put(SiteSetting.ON_TRACK, List.of(onTrack));
  }

  public void setAtRisk(String atRisk) {
    typed.put(SiteSetting.AT_RISK, List.of(atRisk));
  }

  /** The holidays, one on each line. */
  public void setHolidays(String holidays) {
    typed.put(SiteSetting.HOLIDAYS, holidays.lines().toList());
  }

  public void setIndividualObjectives(boolean individualObjectives) {
    typed.put(SiteSetting.INDIVIDUAL_OBJECTIVES, List.of(String.valueOf(individualObjectives)));
  }

  public void setWeekStart(String weekStart) {
    typed.put(SiteSetting.WEEK_START, List.of(weekStart));
  }

  public void setFunctionLimit(String functionLimit) {
    typed.put(SiteSetting.FUNCTION_LIMIT, List.of(functionLimit));
  }
}
