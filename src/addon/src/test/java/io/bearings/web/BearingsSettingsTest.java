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
import io.bearings.okr.SiteRules;
import io.bearings.okr.Thresholds;
import io.bearings.okr.UnitSettingsDraft;
import io.bearings.progress.Administration;
import io.bearings.progress.Reread;
import io.bearings.progress.Settings;
import io.bearings.progress.SettingsDraft;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings.Choice;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class BearingsSettingsTest {
  private static final Person ADMIN = new Person("admin");
  private static final SettingsForm FORM =
      new SettingsForm(
          new Settings(Optional.empty(), Set.of("10001"), new BigDecimal("0.5")),
          List.of(new Choice("customfield_10002", "Story Points")),
          List.of(new Choice("10000", "Done"), new Choice("10001", "Duplicate")));

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Administration administration = mock(Administration.class);
  private final BearingsSettings action =
      new BearingsSettings(signedIn, administration, TestTexts.english());

  @Before
  public void anAdministratorIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(ADMIN));
    when(administration.settings(ADMIN)).thenReturn(FORM);
    when(administration.save(eq(ADMIN), any())).thenReturn(FORM);
  }

  @Test
  public void showsWhatIsInForce() {
    assertThat(action.doDefault()).isEqualTo("success");

    assertThat(action.getPage().getCredit()).isEqualTo("50");
    assertThat(action.getPage().getResolutions())
        .extracting(ChoiceOption::isChosen)
        .containsExactly(false, true);
    assertThat(action.getPage().getFields()).noneMatch(ChoiceOption::isChosen);
    verify(administration, never()).save(any(), any());
  }

  @Test
  public void savesWhatWasSent() {
    action.setStoryPointField("customfield_10002");
    action.setOutOfScopeResolutions(new String[] {"10000", "10001"});
    action.setInProgressCredit(" 12,5 ");
    action.setOnTrack("0,8");
    action.setAtRisk("0.5");
    action.setHolidays("2026-12-25\r\n\r\n 2026-12-26 ");
    action.setIndividualObjectives(true);
    action.setWeekStart("SUNDAY");
    action.setFunctionLimit(" 500 ");

    assertThat(action.doExecute()).isEqualTo("success");

    verify(administration)
        .save(
            ADMIN,
            new SettingsDraft(
                Optional.of("customfield_10002"),
                List.of("10000", "10001"),
                new BigDecimal("12.5"),
                new SettingsDraft.Rules(
                    Optional.of(
                        new UnitSettingsDraft.Pace(new BigDecimal("0.8"), new BigDecimal("0.5"))),
                    Optional.of(List.of("2026-12-25", "2026-12-26")),
                    Optional.of(true),
                    Optional.of(DayOfWeek.SUNDAY)),
                Optional.of(new BigDecimal("500"))));
    assertThat(action.getPage().getSuccess()).isEqualTo("The settings are saved.");
  }

  @Test
  public void nothingSentIsNoFieldNoResolutionAndNoCredit() {
    action.doExecute();

    verify(administration)
        .save(
            ADMIN,
            new SettingsDraft(
                Optional.empty(),
                List.of(),
                BigDecimal.ZERO,
                new SettingsDraft.Rules(
                    Optional.empty(),
                    Optional.of(List.of()),
                    Optional.of(false),
                    Optional.empty())));
  }

  @Test
  public void aCreditThatIsNoNumberIsKeptAndRefused() {
    action.setInProgressCredit("half");
    action.setOutOfScopeResolutions(new String[] {"10000"});

    assertThat(action.doExecute()).isEqualTo("success");

    assertThat(action.getPage().getCredit()).isEqualTo("half");
    assertThat(action.getPage().getCreditError()).isEqualTo("Type a number, for example 1 or 2.5.");
    assertThat(action.getPage().getProblem()).startsWith("Nothing was saved.");
    assertThat(action.getPage().getResolutions())
        .extracting(ChoiceOption::isChosen)
        .containsExactly(true, false);
    verify(administration, never()).save(any(), any());
  }

  @Test
  public void rulesThatAreWrongAreKeptAndRefused() {
    action.setOnTrack("most");
    action.setAtRisk("some");
    action.setHolidays("Christmas");
    action.setIndividualObjectives(true);
    action.setWeekStart("someday");
    action.setFunctionLimit("many");

    action.doExecute();

    SettingsPage page = action.getPage();
    assertThat(
            List.of(
                page.getOnTrack(), page.getAtRisk(), page.getHolidays(), page.getFunctionLimit()))
        .containsExactly("most", "some", "Christmas", "many");
    assertThat(page.getFunctionLimitError()).isEqualTo("Type a number, for example 1 or 2.5.");
    assertThat(page.getOnTrackError()).isEqualTo("Type a number, for example 1 or 2.5.");
    assertThat(page.getAtRiskError()).isEqualTo("Type a number, for example 1 or 2.5.");
    assertThat(page.getWeekStartError()).isEqualTo("Choose a day of the week.");
    assertThat(page.getHolidaysError()).isEmpty();
    assertThat(page.isIndividualObjectives()).isTrue();
    verify(administration, never()).save(any(), any());
  }

  @Test
  public void showsTheRulesInForce() {
    SiteRules rules =
        new SiteRules(
            new Thresholds(new BigDecimal("0.85"), new BigDecimal("0.7")),
            List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")),
            true,
            DayOfWeek.SATURDAY);
    when(administration.settings(ADMIN))
        .thenReturn(
            new SettingsForm(
                new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO, rules),
                List.of(),
                List.of()));
    action.doDefault();
    SettingsPage page = action.getPage();
    assertThat(List.of(page.getOnTrack(), page.getAtRisk())).containsExactly("0.85", "0.7");
    assertThat(page.getHolidays()).isEqualTo("2026-12-25\n2026-12-26");
    assertThat(page.isIndividualObjectives()).isTrue();
    assertThat(page.getWeekDays()).hasSize(7);
    assertThat(page.getWeekDays().stream().filter(ChoiceOption::isChosen).map(ChoiceOption::getId))
        .containsExactly("SATURDAY");
    assertThat(page.getFunctionLimit()).isEqualTo("10000");
    assertThat(page.getFunctionLimitError()).isEmpty();
  }

  @Test
  public void whatIsRefusedStandsAtItsField() {
    when(administration.save(eq(ADMIN), any()))
        .thenThrow(
            new Refusal.Invalid(
                Map.of(
                    "inProgressCredit", Message.of("bearings.error.percent"),
                    "storyPointField", Message.of("bearings.error.noSuchField", "x"))));
    action.setInProgressCredit("150");

    action.doExecute();

    assertThat(action.getPage().getCreditError()).isEqualTo("From 0 to 100.");
    assertThat(action.getPage().getFieldError()).isEqualTo("There is no number field x.");
    assertThat(action.getPage().getResolutionsError()).isEmpty();
    assertThat(action.getPage().getSuccess()).isEmpty();
  }

  @Test
  public void aDatabaseThatDoesNotAnswerIsSaid() {
    Refusal down = new Refusal.Unavailable(Message.of("bearings.error.database"));
    when(administration.save(eq(ADMIN), any())).thenThrow(down);
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
    when(administration.settings(ADMIN)).thenThrow(new Refusal.Forbidden());
    when(administration.save(eq(ADMIN), any())).thenThrow(new Refusal.Forbidden());
    when(administration.readLinkedIssuesAgain(ADMIN)).thenThrow(new Refusal.Forbidden());

    assertThat(List.of(action.doDefault(), action.doExecute(), action.doReread()))
        .containsOnly("error");
    assertThat(action.getRefusal()).isEqualTo("You may see this, but not change it.");
    assertThat(action.getPage()).isNull();
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(action.doExecute()).isEqualTo("error");
    verifyNoInteractions(administration);
  }

  @Test
  public void whatChangesSomethingIsPostedWithATokenByAnAdministratorWhoProvedIt()
      throws NoSuchMethodException {
    for (String name : List.of("doExecute", "doReread")) {
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
