package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteRules;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Thresholds;
import io.bearings.progress.Administration;
import io.bearings.progress.Reread;
import io.bearings.progress.Settings;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings.Choice;
import io.bearings.site.Decision;
import io.bearings.site.Difference;
import io.bearings.site.FileContents;
import io.bearings.site.SiteDecisions;
import io.bearings.site.Standing;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class BearingsSettingsTest {
  private static final Person ADMIN = new Person("admin");
  private static final SettingsForm FORM =
      form(new Settings(Optional.empty(), Set.of("10001"), new BigDecimal("0.5")));
  private static final Decision CHANGED =
      new Decision(
          List.of(
              new Difference(
                  SiteSetting.IN_PROGRESS_CREDIT,
                  SettingValue.amount("50"),
                  SettingValue.amount("12.5"))),
          List.of(),
          List.of(),
          "{}",
          8);

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Administration administration = mock(Administration.class);
  private final SiteDecisions decisions = mock(SiteDecisions.class);
  private final BearingsSettings action =
      new BearingsSettings(
          signedIn,
          administration,
          decisions,
          key -> Optional.of("Name " + key),
          TestTexts.english());

  private static SettingsForm form(Settings settings) {
    return new SettingsForm(
        settings,
        List.of(new Choice("customfield_10002", "Story Points")),
        List.of(new Choice("10000", "Done"), new Choice("10001", "Duplicate")));
  }

  @Before
  public void anAdministratorIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(ADMIN));
    inForce(FORM);
    when(decisions.decide(eq(ADMIN), any(), any())).thenReturn(CHANGED);
    when(decisions.version()).thenReturn(7L);
  }

  private void inForce(SettingsForm form) {
    when(administration.settings(ADMIN)).thenReturn(form);
    when(decisions.standings(ADMIN))
        .thenReturn(
            form.values().entrySet().stream()
                .map(each -> new Standing(each.getKey(), each.getValue(), each.getValue()))
                .toList());
  }

  private SettingRow row(SiteSetting setting) {
    return action.getPage().row(setting).orElseThrow();
  }

  /** What a browser sends where nothing was typed over. */
  private void send() {
    action.setSeen("7");
    action.setStoryPointField("customfield_10002");
    action.setOutOfScopeResolutions(new String[] {"10000", "10001"});
    action.setInProgressCredit(" 12,5 ");
    action.setOnTrack("0,8");
    action.setAtRisk("0.5");
    action.setHolidays("2026-12-25\r\n\r\n 2026-12-26 ");
    action.setIndividualObjectives(true);
    action.setWeekStart("SUNDAY");
    action.setFunctionLimit(" 500 ");
  }

  @Test
  public void showsWhatIsInForce() {
    assertThat(action.doDefault()).isEqualTo("success");

    assertThat(row(SiteSetting.IN_PROGRESS_CREDIT).getTyped()).isEqualTo("50");
    assertThat(row(SiteSetting.OUT_OF_SCOPE_RESOLUTIONS).getOptions())
        .extracting(ChoiceOption::isChosen)
        .containsExactly(false, true);
    assertThat(row(SiteSetting.STORY_POINT_FIELD).getOptions()).noneMatch(ChoiceOption::isChosen);
    assertThat(action.getPage().getVersion()).isEqualTo("7");
    assertThat(action.getPage().row(SiteSetting.ALLOWED_HOSTS)).isEmpty();
    verify(decisions, never()).decide(any(), any(), any());
  }

  @Test
  public void showsTheRulesInForce() {
    inForce(
        form(
            new Settings(
                Optional.empty(),
                Set.of(),
                BigDecimal.ZERO,
                new SiteRules(
                    new Thresholds(new BigDecimal("0.85"), new BigDecimal("0.7")),
                    List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")),
                    true,
                    DayOfWeek.SATURDAY))));
    action.doDefault();
    assertThat(row(SiteSetting.ON_TRACK).getTyped()).isEqualTo("0.85");
    assertThat(row(SiteSetting.AT_RISK).getTyped()).isEqualTo("0.7");
    assertThat(row(SiteSetting.HOLIDAYS).getTyped()).isEqualTo("2026-12-25\n2026-12-26");
    assertThat(row(SiteSetting.INDIVIDUAL_OBJECTIVES).isHeld()).isTrue();
    assertThat(
            row(SiteSetting.WEEK_START).getOptions().stream()
                .filter(ChoiceOption::isChosen)
                .map(ChoiceOption::getId))
        .containsExactly("SATURDAY");
    assertThat(row(SiteSetting.FUNCTION_LIMIT).getTyped()).isEqualTo("10000");
  }

  @Test
  public void savesWhatWasSentAndOffersToTakeItBack() {
    send();

    assertThat(action.doExecute()).isEqualTo("success");

    @SuppressWarnings("unchecked")
    ArgumentCaptor<Map<SiteSetting, SettingValue>> wanted = ArgumentCaptor.forClass(Map.class);
    verify(decisions).decide(eq(ADMIN), wanted.capture(), eq(Optional.of(7L)));
    assertThat(wanted.getValue())
        .containsExactly(
            Map.entry(SiteSetting.STORY_POINT_FIELD, SettingValue.name("customfield_10002")),
            Map.entry(
                SiteSetting.OUT_OF_SCOPE_RESOLUTIONS,
                new SettingValue.Names(List.of("10000", "10001"))),
            Map.entry(SiteSetting.IN_PROGRESS_CREDIT, SettingValue.amount("12.5")),
            Map.entry(SiteSetting.ON_TRACK, SettingValue.amount("0.8")),
            Map.entry(SiteSetting.AT_RISK, SettingValue.amount("0.5")),
            Map.entry(
                SiteSetting.HOLIDAYS, new SettingValue.Names(List.of("2026-12-25", "2026-12-26"))),
            Map.entry(SiteSetting.INDIVIDUAL_OBJECTIVES, new SettingValue.Truth(true)),
            Map.entry(SiteSetting.WEEK_START, SettingValue.name("SUNDAY")),
            Map.entry(SiteSetting.FUNCTION_LIMIT, SettingValue.amount("500")));
    assertThat(action.getPage().getSuccess()).isEqualTo("The settings are saved.");
    assertThat(action.getPage().isUndoable()).isTrue();
  }

  @Test
  public void whatIsTheSameIsNotTakenBack() {
    send();
    when(decisions.decide(any(), any(), any()))
        .thenReturn(new Decision(List.of(), List.of(), List.of(), "{}", 7));
    action.doExecute();
    assertThat(action.getPage().getSuccess()).startsWith("Nothing was different");
    assertThat(action.getPage().isUndoable()).isFalse();
  }

  @Test
  public void whatIsNoNumberIsKeptAndRefusedBesideAllElseThatIsWrong() {
    send();
    action.setInProgressCredit("half");
    action.setFunctionLimit(" ");
    action.setHolidays("Christmas");
    when(decisions.preview(eq(ADMIN), any()))
        .thenThrow(
            new Refusal.Invalid(
                Map.of("holidays", Message.of("bearings.error.holiday", "Christmas"))));

    assertThat(action.doExecute()).isEqualTo("success");

    assertThat(row(SiteSetting.IN_PROGRESS_CREDIT).getTyped()).isEqualTo("half");
    assertThat(row(SiteSetting.IN_PROGRESS_CREDIT).getError())
        .isEqualTo("Type a number, for example 1 or 2.5.");
    assertThat(row(SiteSetting.FUNCTION_LIMIT).getError()).isEqualTo("This is required.");
    assertThat(row(SiteSetting.HOLIDAYS).getError()).startsWith("Christmas is no day.");
    assertThat(action.getPage().getProblem()).startsWith("Nothing was saved.");
    verify(decisions, never()).decide(any(), any(), any());
  }

  @Test
  public void whatIsRefusedStandsAtItsField() {
    send();
    when(decisions.decide(eq(ADMIN), any(), any()))
        .thenThrow(
            new Refusal.Invalid(
                Map.of(
                    "inProgressCredit", Message.of("bearings.error.percent"),
                    "storyPointField", Message.of("bearings.error.noSuchField", "x"))));

    action.doExecute();

    assertThat(row(SiteSetting.IN_PROGRESS_CREDIT).getError()).isEqualTo("From 0 to 100.");
    assertThat(row(SiteSetting.STORY_POINT_FIELD).getError())
        .isEqualTo("There is no number field x.");
    assertThat(row(SiteSetting.OUT_OF_SCOPE_RESOLUTIONS).getError()).isEmpty();
    assertThat(action.getPage().getSuccess()).isEmpty();
  }

  @Test
  public void whoSavesSecondSeesWhatTheOtherChangedAndKeepsWhatTheyTyped() {
    send();
    when(decisions.decide(eq(ADMIN), any(), any()))
        .thenThrow(new Refusal.Conflict("inProgressCredit", 9, "Name bert"));
    when(decisions.since(7))
        .thenReturn(
            List.of(
                new SettingChanges.Entry(
                    9,
                    new SettingChange(
                        SettingChange.Subject.SITE,
                        Optional.empty(),
                        "inProgressCredit",
                        "0",
                        "40"),
                    "bert",
                    Instant.EPOCH)));
    when(decisions.version()).thenReturn(9L);
    when(decisions.untouched(eq(ADMIN), any(), eq(7L))).thenReturn(Set.of(SiteSetting.WEEK_START));

    action.doExecute();

    assertThat(action.getPage().getProblem())
        .contains("Name bert", "Credit for work in progress: 0 \u2192 40", "Nothing was saved.");
    assertThat(row(SiteSetting.IN_PROGRESS_CREDIT).getTyped()).isEqualTo(" 12,5 ");
    assertThat(row(SiteSetting.WEEK_START).getTyped())
        .as("what this person did not touch")
        .isEqualTo("MONDAY");
    assertThat(action.getPage().getVersion()).isEqualTo("9");
  }

  @Test
  public void aSettingIsSetBackToItsDefault() {
    action.setSeen("7");
    action.setSetting("inProgressCredit");
    when(decisions.setBack(ADMIN, SiteSetting.IN_PROGRESS_CREDIT, Optional.of(7L)))
        .thenReturn(CHANGED);

    assertThat(action.doSetBack()).isEqualTo("success");

    assertThat(action.getPage().getSuccess()).contains("Credit for work in progress");
    assertThat(action.getPage().isUndoable()).isTrue();
    action.setSetting("nonsense");
    action.doSetBack();
    assertThat(action.getPage().getProblem()).isNotEmpty();
  }

  @Test
  public void aChangeIsTakenBackUnlessSomebodyElseChangedSomething() {
    FileContents before =
        new FileContents(Map.of(SiteSetting.IN_PROGRESS_CREDIT, SettingValue.amount("50")));
    when(decisions.read("{}")).thenReturn(before);
    action.setSeen("7");
    action.setBefore("{}");
    when(decisions.apply(eq(ADMIN), any(), any())).thenReturn(CHANGED);

    action.doUndo();
    verify(decisions).apply(ADMIN, before, Optional.of(7L));
    assertThat(action.getPage().getSuccess()).isEqualTo("The change is taken back.");

    when(decisions.apply(any(), any(), any())).thenThrow(new Refusal.Conflict("x", 9, "bert"));
    action.doUndo();
    assertThat(action.getPage().getProblem()).contains("Nothing else was changed.");
    when(decisions.read("{}")).thenThrow(new Refusal.Invalid(Message.of("bearings.error.noBody")));
    action.doUndo();
    assertThat(action.getPage().getProblem()).isNotEmpty();
  }

  @Test
  public void aDatabaseThatDoesNotAnswerIsSaid() {
    send();
    Refusal down = new Refusal.Unavailable(Message.of("bearings.error.database"));
    when(decisions.decide(eq(ADMIN), any(), any())).thenThrow(down);
    when(administration.readLinkedIssuesAgain(ADMIN)).thenThrow(down);

    action.doExecute();
    assertThat(action.getPage().getProblem()).startsWith("The database does not answer.");

    action.doReread();
    assertThat(action.getPage().getProblem()).startsWith("The database does not answer.");
  }

  @Test
  public void readsLinkedIssuesAgainAndSaysWhatItDid() {
    when(administration.readLinkedIssuesAgain(ADMIN)).thenReturn(new Reread(1_200, 3));

    assertThat(action.doReread()).isEqualTo("success");

    assertThat(action.getPage().getSuccess())
        .isEqualTo("1200 links were read again; 3 of them had changed.");
  }

  @Test
  public void whoIsNoAdministratorIsRefusedEverywhere() {
    send();
    action.setSetting("inProgressCredit");
    Refusal forbidden = new Refusal.Forbidden();
    when(administration.settings(ADMIN)).thenThrow(forbidden);
    when(decisions.decide(eq(ADMIN), any(), any())).thenThrow(forbidden);
    when(decisions.apply(eq(ADMIN), any(), any())).thenThrow(forbidden);
    when(decisions.setBack(any(), any(), any())).thenThrow(forbidden);
    when(administration.readLinkedIssuesAgain(ADMIN)).thenThrow(forbidden);

    assertThat(
            List.of(
                action.doDefault(),
                action.doExecute(),
                action.doSetBack(),
                action.doUndo(),
                action.doReread()))
        .containsOnly("error");
    assertThat(action.getRefusal()).isEqualTo("You may see this, but not change it.");
    assertThat(action.getPage()).isNull();
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(action.doExecute()).isEqualTo("error");
    verifyNoInteractions(administration, decisions);
  }

  @Test
  public void whatChangesSomethingIsPostedWithATokenByAnAdministratorWhoProvedIt()
      throws NoSuchMethodException {
    for (String name : List.of("doExecute", "doSetBack", "doUndo", "doReread")) {
      Method command = BearingsSettings.class.getDeclaredMethod(name);
      assertThat(command.getAnnotation(SupportedMethods.class).value())
          .containsExactly(RequestMethod.POST);
      assertThat(command.isAnnotationPresent(RequiresXsrfCheck.class)).isTrue();
    }
    assertThat(
            BearingsSettings.class
                .getDeclaredMethod("doDefault")
                .getAnnotation(SupportedMethods.class)
                .value())
        .containsExactly(RequestMethod.GET);
    assertThat(BearingsSettings.class.isAnnotationPresent(WebSudoRequired.class)).isTrue();
  }
}
