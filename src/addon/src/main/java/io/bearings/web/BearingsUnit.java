package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Operation;
import io.bearings.okr.Organisation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;

/** One unit with its cycles, settings and roles, for those who may manage some of it. */
public class BearingsUnit extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private final Organisation organisation;
  private final PageTexts texts;

  private String unit = "";
  private String refusal = "";

  @Inject
  public BearingsUnit(SignedIn signedIn, Organisation organisation, PageTexts texts) {
    this.signedIn = signedIn;
    this.organisation = organisation;
    this.texts = texts;
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return doExecute();
  }

  /** Shows the frame of the page, which its script fills. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  protected String doExecute() {
    try {
      Person who = signedIn.person().orElseThrow(Refusal.Forbidden::new);
      requireManager(organisation.standpoint(who), id());
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  private long id() {
    try {
      return Long.parseLong(unit);
    } catch (NumberFormatException e) {
      throw new Refusal.NotFound(unit);
    }
  }

  private void requireManager(Standpoint standpoint, long unitId) {
    if (!standpoint.maySee(unitId)) {
      throw new Refusal.NotFound(unit);
    }
    if (!standpoint.may(Operation.MANAGE_UNIT, unitId)) {
      throw new Refusal.Forbidden();
    }
  }

  /** The id of the unit, as the address names it. */
  public String getUnit() {
    return unit;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }
}
