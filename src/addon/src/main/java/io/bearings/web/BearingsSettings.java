package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.UnitSettingsDraft;
import io.bearings.progress.Administration;
import io.bearings.progress.Reread;
import io.bearings.progress.SettingsDraft;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of the site. Jira lets only administrators here; each use case asks once more, for
 * Jira's check stands in a descriptor that somebody may change.
 */
@WebSudoRequired
public class BearingsSettings extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private final Administration administration;
  private final PageTexts texts;

  private String storyPointField = "";
  private List<String> outOfScopeResolutions = List.of();
  private String inProgressCredit = "";
  private String onTrack = "";
  private String atRisk = "";
  private String holidays = "";
  private boolean individualObjectives;
  private String weekStart = "";
  private String functionLimit = "";
  private SettingsPage page;
  private String refusal = "";

  @Inject
  public BearingsSettings(SignedIn signedIn, Administration administration, PageTexts texts) {
    this.signedIn = signedIn;
    this.administration = administration;
    this.texts = texts;
  }

  /** Shows the settings in force. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return show(who -> SettingsPage.of(administration.settings(who)));
  }

  /** Puts the settings in force that were sent. */
  @Override
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  protected String doExecute() {
    return show(this::save);
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

  private SettingsPage save(Person who) {
    Map<String, String> errors = new LinkedHashMap<>();
    SettingsDraft draft =
        new SettingsDraft(
            Optional.of(storyPointField).filter(id -> !id.isBlank()),
            outOfScopeResolutions,
            number("inProgressCredit", inProgressCredit, errors),
            new SettingsDraft.Rules(
                thresholds(errors),
                Optional.of(days()),
                Optional.of(individualObjectives),
                weekStart(errors)),
            Optional.of(functionLimit)
                .filter(typed -> !typed.isBlank())
                .map(typed -> number("functionLimit", typed, errors)));
    try {
      if (errors.isEmpty()) {
        return SettingsPage.succeeded(
            administration.save(who, draft), texts.get("bearings.settings.saved"));
      }
    } catch (Refusal.Invalid e) {
      e.fields().forEach((field, problem) -> errors.put(field, texts.get(problem)));
    } catch (Refusal.Unavailable e) {
      return SettingsPage.failed(administration.settings(who), texts.get(e.text()));
    }
    return SettingsPage.refused(
        administration.settings(who),
        new SettingsPage.Typed(
            storyPointField,
            outOfScopeResolutions,
            inProgressCredit,
            onTrack,
            atRisk,
            holidays,
            individualObjectives,
            weekStart,
            functionLimit),
        errors,
        texts.get("bearings.settings.notSaved"));
  }

  /** Thresholds as they were typed; absent when nothing was. */
  private Optional<UnitSettingsDraft.Pace> thresholds(Map<String, String> errors) {
    if (onTrack.isBlank() && atRisk.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new UnitSettingsDraft.Pace(
            number("thresholds.onTrack", onTrack, errors),
            number("thresholds.atRisk", atRisk, errors)));
  }

  /** As people write it: with a point or a comma; nothing is 0. */
  private BigDecimal number(String field, String text, Map<String, String> errors) {
    String typed = text.strip().replace(',', '.');
    try {
      return typed.isEmpty() ? BigDecimal.ZERO : new BigDecimal(typed);
    } catch (NumberFormatException e) {
      errors.put(field, texts.get("bearings.form.notANumber"));
      return BigDecimal.ZERO;
    }
  }

  /** Absent when none was sent. */
  private Optional<DayOfWeek> weekStart(Map<String, String> errors) {
    Optional<DayOfWeek> day =
        Arrays.stream(DayOfWeek.values()).filter(it -> it.name().equals(weekStart)).findFirst();
    if (day.isEmpty() && !weekStart.isEmpty()) {
      errors.put("weekStart", texts.get("bearings.settings.weekStart.none"));
    }
    return day;
  }

  /** One day on each line. */
  private List<String> days() {
    return holidays.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private SettingsPage reread(Person who) {
    try {
      Reread result = administration.readLinkedIssuesAgain(who);
      return SettingsPage.succeeded(
          administration.settings(who),
          texts.get(
              "bearings.settings.reread.done",
              String.valueOf(result.links()),
              String.valueOf(result.changed())));
    } catch (Refusal.Unavailable e) {
      return SettingsPage.failed(administration.settings(who), texts.get(e.text()));
    }
  }

  /** What the template shows; null when there is only a refusal to show. */
  public SettingsPage getPage() {
    return page;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }

  public void setStoryPointField(String storyPointField) {
    this.storyPointField = storyPointField;
  }

  public void setOutOfScopeResolutions(String[] outOfScopeResolutions) {
    this.outOfScopeResolutions = List.of(outOfScopeResolutions);
  }

  public void setInProgressCredit(String inProgressCredit) {
    this.inProgressCredit = inProgressCredit;
  }

  public void setOnTrack(String onTrack) {
    this.onTrack = onTrack;
  }

  public void setAtRisk(String atRisk) {
    this.atRisk = atRisk;
  }

  public void setHolidays(String holidays) {
    this.holidays = holidays;
  }

  public void setIndividualObjectives(boolean individualObjectives) {
    this.individualObjectives = individualObjectives;
  }

  public void setWeekStart(String weekStart) {
    this.weekStart = weekStart;
  }

  public void setFunctionLimit(String functionLimit) {
    this.functionLimit = functionLimit;
  }
}
