package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteRules;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Thresholds;
import io.bearings.okr.UnitSettingsDraft;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

public class AdministrationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Person ADMIN = new Person("admin");
  private static final Settings BEFORE =
      new Settings(Optional.of("customfield_1"), Set.of("10001"), BigDecimal.ZERO);

  private final SiteSettings site = mock(SiteSettings.class);
  private final Links links = mock(Links.class);
  private final Issues issues = mock(Issues.class);
  private final Access access = mock(Access.class);
  private final Weeks weeks = mock(Weeks.class);
  private final SettingChanges changes = mock(SettingChanges.class);
  private final Administration administration =
      new Administration(
          site, links, issues, access, weeks, changes, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void aSite() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(site.current()).thenReturn(BEFORE);
    when(site.numericFields())
        .thenReturn(
            List.of(
                new SiteSettings.Choice("customfield_1", "Story Points"),
                new SiteSettings.Choice("customfield_2", "Effort")));
    when(site.resolutions())
        .thenReturn(
            List.of(
                new SiteSettings.Choice("10000", "Done"),
                new SiteSettings.Choice("10001", "Won't Do")));
  }

  @Test
  public void showsTheSettingsAndTheChoices() {
    SettingsForm form = administration.settings(ADMIN);
    assertThat(form.settings()).isEqualTo(BEFORE);
    assertThat(form.fields()).hasSize(2);
    assertThat(form.resolutions()).hasSize(2);
  }

  @Test
  public void refusesEverybodyElse() {
    Person member = new Person("member");
    assertThatThrownBy(() -> administration.settings(member)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> administration.save(member, draft("customfield_1", "0")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> administration.readLinkedIssuesAgain(member))
        .isInstanceOf(Refusal.Forbidden.class);
    verifyNoInteractions(site, links, issues);
  }

  @Test
  public void putsSettingsInForce() {
    administration.save(
        ADMIN,
        new SettingsDraft(
            Optional.of("customfield_1"),
            List.of("10001", "10001"),
            new BigDecimal("12.5"),
            SettingsDraft.Rules.UNCHANGED));
    verify(site)
        .save(new Settings(Optional.of("customfield_1"), Set.of("10001"), new BigDecimal("0.125")));
    verifyNoInteractions(links, issues);
  }

  @Test
  public void namesAllSettingsThatAreWrong() {
    Refusal.Invalid refusal =
        refused(
            new SettingsDraft(
                Optional.of("summary"),
                List.of("10001", "77", "88"),
                new BigDecimal("100.01"),
                SettingsDraft.Rules.UNCHANGED));
    assertThat(refusal.fields())
        .containsExactly(
            Map.entry("storyPointField", Message.of("bearings.error.noSuchField", "summary")),
            Map.entry(
                "outOfScopeResolutions", Message.of("bearings.error.noSuchResolution", "77, 88")),
            Map.entry("inProgressCredit", Message.of("bearings.error.percent")));
  }

  @Test
  public void takesACreditFromNoneToAll() {
    administration.save(ADMIN, draft("customfield_1", "0"));
    administration.save(ADMIN, draft("customfield_1", "100"));
    assertThat(refused(draft("customfield_1", "-1")).fields())
        .containsEntry("inProgressCredit", Message.of("bearings.error.percent"));
    assertThat(refused(draft("customfield_1", "0.001")).fields())
        .containsEntry("inProgressCredit", Message.of("bearings.error.decimals", 2));
  }

  private Refusal.Invalid refused(SettingsDraft draft) {
    clearInvocations(site);
    Refusal.Invalid refusal =
        catchThrowableOfType(Refusal.Invalid.class, () -> administration.save(ADMIN, draft));
    verify(site, never()).save(any());
    return refusal;
  }

  @Test
  public void readsLinkedIssuesAgainForAnotherStoryPointField() {
    administration.save(ADMIN, draft("customfield_2", "0"));
    verify(links).linkedIssuesAfter(eq(0L), anyInt());
  }

  @Test
  public void readsLinkedIssuesAgainWithoutStoryPointField() {
    administration.save(
        ADMIN,
        new SettingsDraft(
            Optional.empty(), List.of("10001"), BigDecimal.ZERO, SettingsDraft.Rules.UNCHANGED));
    verify(links).linkedIssuesAfter(eq(0L), anyInt());
  }

  @Test
  public void readsPageByPageUntilNoneIsLeft() {
    Map<Long, Integer> firstPage = new LinkedHashMap<>();
    firstPage.put(5L, 1);
    firstPage.put(9L, 2);
    when(links.linkedIssuesAfter(eq(0L), anyInt())).thenReturn(firstPage);
    when(links.linkedIssuesAfter(eq(9L), anyInt())).thenReturn(Map.of(12L, 4));
    List<IssueState> first = List.of(state(5), state(9));
    List<IssueState> second = List.of(state(12));
    when(issues.states(firstPage.keySet())).thenReturn(first);
    when(issues.states(Set.of(12L))).thenReturn(second);
    when(links.rewrite(first)).thenReturn(2);
    when(links.rewrite(second)).thenReturn(3);

    assertThat(administration.readLinkedIssuesAgain(ADMIN)).isEqualTo(new Reread(7, 5));
    verify(links, never()).linkedIssuesAfter(eq(5L), anyInt());
    verify(links).linkedIssuesAfter(eq(12L), anyInt());
    verify(links, never()).forgetIssues(any());
  }

  @Test
  public void forgetsTheLinksOfIssuesThatAreGone() {
    Map<Long, Integer> page = Map.of(5L, 1, 9L, 2, 11L, 3);
    List<IssueState> found = List.of(state(9));
    when(links.linkedIssuesAfter(eq(0L), anyInt())).thenReturn(page);
    when(issues.states(page.keySet())).thenReturn(found);
    when(links.rewrite(found)).thenReturn(1);

    assertThat(administration.readLinkedIssuesAgain(ADMIN)).isEqualTo(new Reread(6, 5));
    verify(links).forgetIssues(Set.of(5L, 11L));
  }

  @Test
  public void readsNothingWhenNothingIsLinked() {
    when(links.linkedIssuesAfter(anyLong(), anyInt())).thenReturn(Map.of());
    assertThat(administration.readLinkedIssuesAgain(ADMIN)).isEqualTo(new Reread(0, 0));
  }

  private static IssueState state(long id) {
    return new IssueState(
        id,
        "DEMO-" + id,
        100,
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }

  @Test
  public void savesTheRulesOfAllUnits() {
    administration.save(
        ADMIN,
        rules(
            Optional.of(new UnitSettingsDraft.Pace(new BigDecimal("0.8"), new BigDecimal("0.5"))),
            Optional.of(List.of("2026-12-26", "2026-12-25", "2026-12-25")),
            Optional.of(true)));
    SiteRules rules =
        new SiteRules(
            new Thresholds(new BigDecimal("0.8"), new BigDecimal("0.5")),
            List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")),
            true);
    Settings after =
        new Settings(Optional.of("customfield_1"), Set.of("10001"), BigDecimal.ZERO, rules);
    verify(site).save(after);

    when(site.current()).thenReturn(after);
    administration.save(ADMIN, rules(Optional.empty(), Optional.empty(), Optional.empty()));
    verify(site, times(2)).save(after);
  }

  @Test
  public void namesRulesThatAreWrong() {
    for (String wrong : List.of("25.12.2026", "2026-02-30", "+2026-12-25", "+12026-1-1")) {
      assertThat(
              problems(
                  rules(
                      Optional.of(
                          new UnitSettingsDraft.Pace(BigDecimal.valueOf(2), BigDecimal.ZERO)),
                      Optional.of(List.of("2026-12-25", wrong)),
                      Optional.empty())))
          .isEqualTo(
              Map.of(
                  "thresholds.onTrack", Message.of("bearings.error.thresholds.onTrack"),
                  "thresholds.atRisk", Message.of("bearings.error.thresholds.atRisk"),
                  "holidays", Message.of("bearings.error.holiday", wrong)));
    }
    assertThat(
            problems(
                rules(
                    Optional.empty(),
                    Optional.of(
                        LocalDate.EPOCH
                            .datesUntil(LocalDate.EPOCH.plusDays(1_001))
                            .map(LocalDate::toString)
                            .toList()),
                    Optional.empty())))
        .isEqualTo(Map.of("holidays", Message.of("bearings.error.tooMany", 1_000)));
  }

  @Test
  public void theLimitOfJqlFunctionsIsAWholeNumberOrStaysAsItIs() {
    for (String limit : List.of("1", "100000", "2.50E+2")) {
      administration.save(ADMIN, limit(new BigDecimal(limit)));
    }
    administration.save(ADMIN, rules(Optional.empty(), Optional.empty(), Optional.empty()));
    ArgumentCaptor<Settings> saved = ArgumentCaptor.forClass(Settings.class);
    verify(site, times(4)).save(saved.capture());
    assertThat(saved.getAllValues())
        .extracting(Settings::functionLimit)
        .containsExactly(1, 100_000, 250, 10_000);
    for (String wrong : List.of("0", "-1", "100001", "1.5", "1E+9")) {
      assertThat(problems(limit(new BigDecimal(wrong))))
          .isEqualTo(Map.of("functionLimit", Message.of("bearings.error.wholeNumber", 1, 100_000)));
    }
  }

  private static SettingsDraft limit(BigDecimal limit) {
    return new SettingsDraft(
        Optional.of("customfield_1"),
        List.of("10001"),
        BigDecimal.ZERO,
        SettingsDraft.Rules.UNCHANGED,
        Optional.of(limit));
  }

  private Map<String, Message> problems(SettingsDraft draft) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> administration.save(ADMIN, draft))
        .fields();
  }

  private static SettingsDraft weeksFrom(DayOfWeek day) {
    return new SettingsDraft(
        Optional.of("customfield_1"),
        List.of("10001"),
        BigDecimal.ZERO,
        new SettingsDraft.Rules(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day)));
  }

  @Test
  public void whatIsReckonedByWeeksHearsThatTheyBeginOnAnotherDay() {
    administration.save(ADMIN, weeksFrom(DayOfWeek.MONDAY));
    verify(weeks, never()).changed();

    administration.save(ADMIN, weeksFrom(DayOfWeek.SUNDAY));
    verify(weeks).changed();
  }

  @Test
  public void weeksBeginAsBeforeWhereNothingCanBeReckonedAnew() {
    Settings before = site.current();
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database"))).when(weeks).changed();

    assertThatThrownBy(() -> administration.save(ADMIN, weeksFrom(DayOfWeek.SUNDAY)))
        .isInstanceOf(Refusal.Unavailable.class);

    InOrder saves = inOrder(site);
    saves.verify(site).save(argThat(it -> it.rules().weekStart() == DayOfWeek.SUNDAY));
    saves.verify(site).save(before);
  }

  private static SettingChange change(String name, String before, String after) {
    return new SettingChange(SettingChange.Subject.SITE, Optional.empty(), name, before, after);
  }

  @Test
  public void keepsWhoChangedWhat() {
    administration.save(ADMIN, draft("customfield_2", "12.50"));
    verify(changes)
        .add(
            List.of(
                change("storyPointField", "Story Points", "Effort"),
                change("inProgressCredit", "0", "12.5")),
            new Objectives.Edit(ADMIN, NOW));
  }

  @Test
  public void whatCannotBeKeptIsNotInForce() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .when(changes)
        .add(any(), any());

    assertThatThrownBy(() -> administration.save(ADMIN, draft("customfield_1", "50")))
        .isInstanceOf(Refusal.Unavailable.class);

    InOrder saves = inOrder(site);
    saves.verify(site).save(argThat(it -> it.inProgressCredit().signum() > 0));
    saves.verify(site).save(BEFORE);
  }

  @Test
  public void whatASettingSaysCanBeSavedAsItIs() {
    Map<SiteSetting, SettingValue> values = administration.settings(ADMIN).values();
    assertThat(values)
        .containsEntry(SiteSetting.STORY_POINT_FIELD, SettingValue.name("Story Points"))
        .containsEntry(
            SiteSetting.OUT_OF_SCOPE_RESOLUTIONS, new SettingValue.Names(List.of("Won't Do")));
    SettingsDraft draft = SettingsValues.draft(values, administration.settings(ADMIN));
    assertThat(administration.check(ADMIN, draft)).isEmpty();
    assertThat(administration.meant(ADMIN, draft).values()).isEqualTo(values);
  }

  @Test
  public void aNameThatSeveralThingsHaveIsNone() {
    when(site.numericFields())
        .thenReturn(
            List.of(
                new SiteSettings.Choice("customfield_1", "Points"),
                new SiteSettings.Choice("customfield_2", "Points")));
    SettingsForm form = administration.settings(ADMIN);
    Map<SiteSetting, SettingValue> values = new EnumMap<>(form.values());
    assertThat(values)
        .containsEntry(SiteSetting.STORY_POINT_FIELD, SettingValue.name("customfield_1"));
    values.put(SiteSetting.STORY_POINT_FIELD, SettingValue.name("Points"));
    assertThat(administration.check(ADMIN, SettingsValues.draft(values, form)))
        .containsExactly(
            Map.entry("storyPointField", Message.of("bearings.error.noSuchField", "Points")));
  }

  @Test
  public void theDefaultsAreThoseOfTheCatalogue() {
    when(site.usual()).thenReturn(BEFORE);
    administration
        .usual(ADMIN)
        .values()
        .forEach(
            (setting, value) ->
                setting.usual().ifPresent(usual -> assertThat(value).isEqualTo(usual)));
  }

  private static SettingsDraft rules(
      Optional<UnitSettingsDraft.Pace> thresholds,
      Optional<List<String>> holidays,
      Optional<Boolean> individualObjectives) {
    return new SettingsDraft(
        Optional.of("customfield_1"),
        List.of("10001"),
        BigDecimal.ZERO,
        new SettingsDraft.Rules(thresholds, holidays, individualObjectives, Optional.empty()));
  }

  private static SettingsDraft draft(String field, String credit) {
    return new SettingsDraft(
        Optional.of(field),
        List.of("10001"),
        new BigDecimal(credit),
        SettingsDraft.Rules.UNCHANGED);
  }
}
