package io.bearings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.connect.acts.Acts;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.HookSecrets;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.kpi.BreachLog;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import io.bearings.okr.Access;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Message;
import io.bearings.okr.OrganisationInMemory;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Standpoints;
import io.bearings.okr.UserNames;
import io.bearings.progress.Administration;
import io.bearings.progress.Issues;
import io.bearings.progress.Links;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.Weeks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class SiteDecisionsTest {
  private static final Person ADMIN = new Person("admin");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Settings USUAL =
      new Settings(Optional.of("customfield_1"), Set.of("10001"), BigDecimal.ZERO);

  private final SiteSettings site = mock(SiteSettings.class);
  private final OutgoingSettings outgoing = mock(OutgoingSettings.class);
  private final SettingChanges changes = mock(SettingChanges.class);
  private final Access access = mock(Access.class);
  private final SettingsText text = mock(SettingsText.class);
  private final OrganisationInMemory organisation = new OrganisationInMemory(access);
  private final BoardNames boards = mock(BoardNames.class);
  private final UserNames users = mock(UserNames.class);
  private final People people = key -> Optional.of("Name " + key);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final SiteDecisions decisions =
      new SiteDecisions(
          new Administration(
              site,
              mock(Links.class),
              mock(Issues.class),
              access,
              mock(Weeks.class),
              changes,
              clock),
          new SeeingToActs(
              mock(Acts.class),
              mock(BreachLog.class),
              new KpiSight(mock(KpiSheets.class), mock(Standpoints.class)),
              mock(Deliveries.class),
              mock(HookSecrets.class),
              outgoing,
              access,
              changes,
              clock),
          new SiteUnits(organisation, access, boards, users, people, changes, clock),
          changes,
          text,
          people);

  private final List<SettingChange> kept = new ArrayList<>();
  private Settings settings = USUAL;
  private Outgoing leaving = Outgoing.DEFAULT;

  @Before
  public void aSite() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(site.usual()).thenReturn(USUAL);
    when(site.current()).thenAnswer(call -> settings);
    doAnswer(call -> settings = call.getArgument(0)).when(site).save(any());
    when(outgoing.current()).thenAnswer(call -> leaving);
    doAnswer(call -> leaving = call.getArgument(0)).when(outgoing).save(any());
    doAnswer(call -> kept.addAll(call.getArgument(0))).when(changes).add(any(), any());
    when(changes.newest()).thenAnswer(call -> (long) kept.size());
    when(site.numericFields())
        .thenReturn(List.of(new SiteSettings.Choice("customfield_1", "Story Points")));
    when(site.resolutions()).thenReturn(List.of(new SiteSettings.Choice("10001", "Duplicate")));
    when(text.written(any())).thenReturn("before");
  }

  private static Map<SiteSetting, SettingValue> wanted(String credit, boolean plainMail) {
    return Map.of(
        SiteSetting.IN_PROGRESS_CREDIT,
        SettingValue.amount(credit),
        SiteSetting.PLAIN_MAIL,
        new SettingValue.Truth(plainMail));
  }

  @Test
  public void saysOfEverySettingWhatIsInForceAndWhatWouldBeByDefault() {
    settings = new Settings(Optional.empty(), Set.of("10001"), BigDecimal.ZERO);
    List<Standing> standings = decisions.standings(ADMIN);
    assertThat(standings).extracting(Standing::setting).containsExactly(SiteSetting.values());
    assertThat(standings.stream().filter(Standing::changed).map(Standing::setting))
        .containsExactly(SiteSetting.STORY_POINT_FIELD);
    assertThat(standings.get(0).usual()).isEqualTo(SettingValue.name("Story Points"));
    standings.forEach(
        each ->
            each.setting().usual().ifPresent(usual -> assertThat(each.usual()).isEqualTo(usual)));
  }

  @Test
  public void showsWhatWouldBeDifferentAndChangesNothing() {
    assertThat(decisions.preview(ADMIN, wanted("25.0", false)))
        .containsExactly(
            new Difference(
                SiteSetting.IN_PROGRESS_CREDIT,
                SettingValue.amount("0"),
                SettingValue.amount("25")));
    verify(site, never()).save(any());
    verify(outgoing, never()).save(any());
    assertThat(kept).isEmpty();
  }

  @Test
  public void putsAllInForceKeepsItAndTellsHowToTakeItBack() {
    Decision decided = decisions.decide(ADMIN, wanted("25", true), Optional.of(0L));
    assertThat(settings.inProgressCredit()).isEqualByComparingTo("0.25");
    assertThat(leaving.plainMail()).isTrue();
    assertThat(kept)
        .containsExactly(
            new SettingChange(
                SettingChange.Subject.SITE, Optional.empty(), "inProgressCredit", "0", "25"),
            new SettingChange(
                SettingChange.Subject.OUTGOING, Optional.empty(), "plainMail", "false", "true"));
    assertThat(decided.before()).isEqualTo("before");
    assertThat(decided.version()).isEqualTo(2);
    assertThat(decided.differences()).hasSize(2);
  }

  @Test
  public void whatIsInForceAlreadyIsNotSaved() {
    assertThat(decisions.decide(ADMIN, wanted("0", false), Optional.empty()).differences())
        .isEmpty();
    verify(site, never()).save(any());
    verify(outgoing, never()).save(any());
  }

  @Test
  public void namesOfJiraAreTakenByNameOrId() {
    assertThat(
            decisions.preview(
                ADMIN,
                Map.of(
                    SiteSetting.STORY_POINT_FIELD,
                    SettingValue.name("customfield_1"),
                    SiteSetting.OUT_OF_SCOPE_RESOLUTIONS,
                    new SettingValue.Names(List.of("Duplicate")))))
        .isEmpty();
  }

  @Test
  public void namesAllThatIsWrongAndChangesNothing() {
    Map<SiteSetting, SettingValue> wrong =
        Map.of(
            SiteSetting.STORY_POINT_FIELD, SettingValue.name("Nonsense"),
            SiteSetting.IN_PROGRESS_CREDIT, SettingValue.amount("101"),
            SiteSetting.ON_TRACK, SettingValue.amount("0.6"),
            SiteSetting.WEEK_START, SettingValue.name("FREYDAY"),
            SiteSetting.ALLOWED_HOSTS, new SettingValue.Names(List.of("http://a")),
            SiteSetting.CALL_LOG_DAYS, SettingValue.amount("0"));
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> decisions.decide(ADMIN, wrong, Optional.empty()));
    assertThat(refusal.fields())
        .containsOnlyKeys(
            "storyPointField",
            "inProgressCredit",
            "thresholds.atRisk",
            "weekStart",
            "allowedHosts",
            "callLogDays");
    verify(site, never()).save(any());
    verify(outgoing, never()).save(any());
  }

  @Test
  public void whoSavesSecondIsToldOfTheFirst() {
    SettingChange theirs =
        new SettingChange(
            SettingChange.Subject.SITE, Optional.empty(), "weekStart", "MONDAY", "SUNDAY");
    when(changes.ofSiteSince(4))
        .thenReturn(List.of(new SettingChanges.Entry(5, theirs, "bert", NOW)));
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class,
            () -> decisions.decide(ADMIN, wanted("25", false), Optional.of(4L)));
    assertThat(conflict.changedBy()).isEqualTo("Name bert");
    assertThat(conflict.currentVersion()).isEqualTo(5);
    assertThat(conflict.changedFields()).containsExactly("weekStart");
    verify(site, never()).save(any());
  }

  @Test
  public void tellsWhatWasSentAlongUntouchedFromWhatWasTyped() {
    settings = new Settings(Optional.empty(), Set.of("10001"), new BigDecimal("0.3"));
    when(changes.ofSiteSince(4))
        .thenReturn(
            List.of(
                theirs(5, "inProgressCredit", "0", "20"),
                theirs(6, "inProgressCredit", "20", "30"),
                theirs(7, "storyPointField", "Story Points", ""),
                theirs(8, "weekStart", "MONDAY", "SUNDAY")));
    assertThat(
            decisions.untouched(
                ADMIN,
                Map.of(
                    SiteSetting.IN_PROGRESS_CREDIT, SettingValue.amount("0.0"),
                    SiteSetting.STORY_POINT_FIELD, SettingValue.name("customfield_1"),
                    SiteSetting.WEEK_START, SettingValue.name("TUESDAY"),
                    SiteSetting.FUNCTION_LIMIT, SettingValue.amount("500")),
                4))
        .containsExactlyInAnyOrder(SiteSetting.IN_PROGRESS_CREDIT, SiteSetting.STORY_POINT_FIELD);
  }

  private static SettingChanges.Entry theirs(long id, String name, String before, String after) {
    return new SettingChanges.Entry(
        id,
        new SettingChange(SettingChange.Subject.SITE, Optional.empty(), name, before, after),
        "bert",
        NOW);
  }

  @Test
  public void whereTheSecondHalfFailsTheFirstIsTakenBack() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .when(outgoing)
        .save(any());
    assertThatThrownBy(() -> decisions.decide(ADMIN, wanted("25", true), Optional.empty()))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(settings.inProgressCredit()).isZero();
    assertThat(kept).extracting(SettingChange::after).containsExactly("25", "0");
  }

  @Test
  public void setsASettingBackToItsDefault() {
    decisions.decide(ADMIN, wanted("25", true), Optional.empty());
    decisions.setBack(ADMIN, SiteSetting.IN_PROGRESS_CREDIT, Optional.empty());
    decisions.setBack(ADMIN, SiteSetting.PLAIN_MAIL, Optional.empty());
    assertThat(decisions.standings(ADMIN)).noneMatch(Standing::changed);
  }

  @Test
  public void refusesEverybodyElse() {
    Person member = new Person("member");
    assertThatThrownBy(() -> decisions.standings(member)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> decisions.file(member)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> decisions.preview(member, Map.of()))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> decisions.decide(member, Map.of(), Optional.empty()))
        .isInstanceOf(Refusal.Forbidden.class);
    verify(site, never()).save(any());
  }
}
