package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Refusal;
import io.bearings.okr.SeeingSettingChanges;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who changed which setting. What an address narrows it to and is none, narrows nothing. */
@WebSudoRequired
public class BearingsChanges extends JiraWebActionSupport {
  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final SignedIn signedIn;
  private final SeeingSettingChanges seeing;
  private final PageTexts texts;
  private final Moments moments;

  private String subject = "";
  private String unit = "";
  private String by = "";
  private String before = "";
  private ChangesPage page;
  private String refusal = "";

  @Inject
  public BearingsChanges(
      SignedIn signedIn, SeeingSettingChanges seeing, PageTexts texts, Moments moments) {
    this.signedIn = signedIn;
    this.seeing = seeing;
    this.texts = texts;
    this.moments = moments;
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return doExecute();
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  protected String doExecute() {
    try {
      SettingChanges.Filter filter =
          new SettingChanges.Filter(
              Arrays.stream(SettingChange.Subject.values())
                  .filter(each -> each.name().equals(subject))
                  .findFirst(),
              id(unit),
              Optional.of(by).filter(key -> !key.isBlank()));
      page =
          ChangesPage.of(
              seeing.changes(
                  signedIn.person().orElseThrow(Refusal.Forbidden::new),
                  filter,
                  id(before).orElse(Long.MAX_VALUE)),
              filter,
              id(before).isEmpty(),
              moments,
              texts);
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  private static Optional<Long> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** What the template shows; null when there is only a refusal to show. */
  public ChangesPage getPage() {
    return page;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }

  /** What the settings belong to. */
  public void setSubject(String subject) {
    this.subject = subject;
  }

  /** The id of a unit. */
  public void setUnit(String unit) {
    this.unit = unit;
  }

  /** The key of a user. */
  public void setBy(String by) {
    this.by = by;
  }

  /** The id before which the log is shown. */
  public void setBefore(String before) {
    this.before = before;
  }
}
