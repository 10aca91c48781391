package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Administration;
import io.bearings.progress.Reread;
import io.bearings.progress.SettingsDraft;
import jakarta.inject.Inject;
import java.math.BigDecimal;
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
    try {
      SettingsDraft draft =
          new SettingsDraft(
              Optional.of(storyPointField).filter(id -> !id.isBlank()),
              outOfScopeResolutions,
              credit());
      return SettingsPage.succeeded(
          administration.save(who, draft), texts.get("bearings.settings.saved"));
    } catch (NumberFormatException e) {
      errors.put("inProgressCredit", texts.get("bearings.form.notANumber"));
    } catch (Refusal.Invalid e) {
      e.fields().forEach((field, problem) -> errors.put(field, texts.get(problem)));
    } catch (Refusal.Unavailable e) {
      return SettingsPage.failed(administration.settings(who), texts.get(e.text()));
    }
    return SettingsPage.refused(
        administration.settings(who),
        new SettingsPage.Typed(storyPointField, outOfScopeResolutions, inProgressCredit),
        errors,
        texts.get("bearings.settings.notSaved"));
  }

  /** As people write it: with a point or a comma; nothing is 0. */
  private BigDecimal credit() {
    String typed = inProgressCredit.strip().replace(',', '.');
    return typed.isEmpty() ? BigDecimal.ZERO : new BigDecimal(typed);
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
}
