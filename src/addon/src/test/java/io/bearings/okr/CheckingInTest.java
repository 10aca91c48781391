package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

/** Check-ins and evidence: who may enter what, and when. */
public class CheckingInTest {
  private static final Person ANNA = new Person("anna");
  private static final Person BERT = new Person("bert");
  private static final Person CARL = new Person("carl");
  private static final Person LEA = new Person("lea");
  private static final Person STAN = new Person("stan");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Window DAYS =
      new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31"));
  private static final CheckInDraft DRAFT =
      new CheckInDraft(
          Optional.of(BigDecimal.TEN),
          Optional.of(BigDecimal.valueOf(6)),
          Optional.empty(),
          Words.NONE,
          Optional.empty());
  private static final EvidenceDraft QUOTE =
      new EvidenceDraft(" It helped ", Optional.empty(), Optional.empty());

  private final Objectives objectives = mock(Objectives.class);
  private final CheckIns checkIns = mock(CheckIns.class);
  private final EvidenceLog log = mock(EvidenceLog.class);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Plans plans = new Plans(objectives, CheckingInTest::standpoint, mock(Cycles.class));
  private final CheckingIn checkingIn = new CheckingIn(plans, checkIns, clock);
  private final GivingEvidence giving = new GivingEvidence(plans, log, clock);

  /** Key result 34 is Bert's, in an objective of Anna's; Carl contributes and Lea leads. */
  @Before
  public void anActiveKeyResult() {
    keyResult(CheckInDraftTest.keyResult(Source.MANUAL, Measure.NUMBER));
    objective(ObjectiveState.ACTIVE, CycleState.ACTIVE);
    when(checkIns.add(any(), any())).thenReturn(new CheckIns.Entered(7, NOW));
  }

  private void keyResult(KeyResult keyResult) {
    when(objectives.keyResult(34)).thenReturn(Optional.of(keyResult));
  }

  private void objective(ObjectiveState state, CycleState cycle) {
    Life life =
        new Life(
            state,
            Optional.empty(),
            Optional.of(5),
            Optional.of(NOW),
            Optional.of(TODAY),
            Optional.empty());
    Objective objective =
        new Objective(
            12,
            2,
            Optional.of(5L),
            ObjectiveContent.of("Calm nights", "why", "anna"),
            life,
            false,
            1);
    Placed placed =
        new Placed(objective, Optional.of(new Placed.Span(5, "Q4", DAYS, cycle)), false);
    when(objectives.placed(anyLong(), any())).thenReturn(Optional.of(placed));
  }

  private static Standpoint standpoint(Person who) {
    Role role = who.equals(LEA) ? Role.LEAD : Role.CONTRIBUTOR;
    return new Standpoint(
        who,
        List.of(
            new Unit(
                2,
                "Team",
                UnitLevel.TEAM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Openness.MEMBERS,
                UnitSettings.DEFAULT,
                false,
                1)),
        new Reach(
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            who.equals(STAN) ? List.of() : List.of(new Reach.Grant(2, role))));
  }

  @Test
  public void ownersAndTheLeadCheckIn() {
    for (Person who : List.of(ANNA, BERT, LEA)) {
      CheckIn entered = checkingIn.checkIn(new Writer(who, Tag.MANUAL), 34, DRAFT);
      assertThat(entered)
          .isEqualTo(
              new CheckIn(
                  7,
                  34,
                  Optional.of(BigDecimal.TEN),
                  6,
                  TODAY,
                  NOW,
                  who.key(),
                  Words.NONE,
                  Optional.empty(),
                  Optional.empty(),
                  Tag.MANUAL));
      verify(checkIns).add(DRAFT.accepted(34, TODAY, Tag.MANUAL), new Objectives.Edit(who, NOW));
    }
  }

  @Test
  public void othersReadOnlyAndStrangersKnowNothing() {
    assertThatThrownBy(() -> checkIn(CARL)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> checkIn(STAN))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-34");
    assertThat(checkingIn.of(CARL, 34, Optional.empty()).checkIns()).isEmpty();
    assertThatThrownBy(() -> checkingIn.of(STAN, 34, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> checkingIn.of(ANNA, 99, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    verify(checkIns, never()).add(any(), any());
  }

  @Test
  public void aCycleThatIsLookedBackAtStillTakesValuesAndAClosedOneDoesNot() {
    objective(ObjectiveState.ACTIVE, CycleState.REVIEW);
    assertThat(checkIn(BERT).id()).isEqualTo(7);
    objective(ObjectiveState.ACTIVE, CycleState.CLOSED);
    assertThat(catchThrowableOfType(() -> checkIn(BERT), Refusal.Invalid.class).fields())
        .containsEntry("on", Message.of("bearings.error.cycleClosed"));
  }

  @Test
  public void onlyWhatIsActiveTakesValues() {
    for (ObjectiveState state :
        List.of(ObjectiveState.DRAFT, ObjectiveState.CLOSED, ObjectiveState.ABANDONED)) {
      objective(state, CycleState.ACTIVE);
      assertThat(refusal().text()).isEqualTo(Message.of("bearings.error.notActive", "KR-34"));
    }
    objective(ObjectiveState.ACTIVE, CycleState.ACTIVE);
    KeyResult active = CheckInDraftTest.keyResult(Source.MANUAL, Measure.NUMBER);
    keyResult(active.with(active.life().abandoned("why")));
    assertThat(refusal().text()).isEqualTo(Message.of("bearings.error.notActive", "KR-34"));
    keyResult(active.archived(true));
    assertThat(refusal().text()).isEqualTo(Message.of("bearings.error.notActive", "KR-34"));
  }

  @Test
  public void namesTheFieldsThatAreWrong() {
    CheckInDraft draft =
        new CheckInDraft(
            Optional.of(new BigDecimal("1e308")),
            Optional.empty(),
            Optional.of(TODAY.plusDays(1)),
            Words.NONE,
            Optional.empty());
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> checkingIn.checkIn(new Writer(BERT, Tag.API), 34, draft));
    assertThat(refusal.fields()).containsOnlyKeys("value", "confidence", "on");
    verify(checkIns, never()).add(any(), any());
  }

  @Test
  public void readsOnBehindAFullPage() {
    when(checkIns.of(anyLong(), any(), anyInt()))
        .thenReturn(
            LongStream.iterate(100, id -> id - 1)
                .limit(51)
                .mapToObj(CheckingInTest::stored)
                .toList());
    CheckingIn.Entries entries = checkingIn.of(CARL, 34, Optional.empty());
    assertThat(entries.checkIns()).hasSize(50);
    assertThat(entries.earlier()).contains(new CheckIns.Mark(TODAY, 51));
    verify(checkIns).of(34, Optional.empty(), 51);
  }

  /** One entered today about last week comes first by its day, and is still the last word. */
  @Test
  public void theLastWordIsWhatWasEnteredLast() {
    CheckIn aboutToday = stored(1, TODAY, NOW.minusSeconds(500));
    CheckIn aboutLastWeek = stored(2, TODAY.minusDays(7), NOW.minusSeconds(100));
    when(checkIns.of(eq(34L), any(), anyInt())).thenReturn(List.of(aboutToday, aboutLastWeek));

    assertThat(checkingIn.lastSaid(BERT, 34).entered()).contains(NOW.minusSeconds(100));
    assertThatThrownBy(() -> checkingIn.lastSaid(STAN, 34)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void beforeTheFirstCheckInPublishingIsTheLastWord() {
    KeyResult active = CheckInDraftTest.keyResult(Source.MANUAL, Measure.NUMBER);

    assertThat(checkingIn.lastSaid(BERT, 34))
        .isEqualTo(new CheckingIn.Said(Optional.empty(), active.life().publishedAt()));
  }

  private static CheckIn stored(long id, LocalDate on, Instant at) {
    return new CheckIn(
        id,
        34,
        Optional.empty(),
        5,
        on,
        at,
        "anna",
        Words.NONE,
        Optional.empty(),
        Optional.empty(),
        Tag.MANUAL);
  }

  private static CheckIn stored(long id) {
    return new CheckIn(
        id,
        34,
        Optional.empty(),
        5,
        TODAY,
        NOW,
        "anna",
        Words.NONE,
        Optional.empty(),
        Optional.empty(),
        Tag.API);
  }

  private CheckIn checkIn(Person who) {
    return checkingIn.checkIn(new Writer(who, Tag.API), 34, DRAFT);
  }

  private Refusal.Invalid refusal() {
    return catchThrowableOfType(Refusal.Invalid.class, () -> checkIn(BERT));
  }

  @Test
  public void whoeverContributesGivesEvidence() {
    keyResult(CheckInDraftTest.keyResult(Source.EVIDENCE, Measure.NUMBER));
    when(log.add(
            new NewEvidence(34, "It helped", Optional.empty(), TODAY),
            new Objectives.Edit(CARL, NOW)))
        .thenReturn(9L);
    assertThat(giving.give(CARL, 34, QUOTE)).isEqualTo(evidence("carl", Optional.empty()));
    assertThatThrownBy(() -> giving.give(STAN, 34, QUOTE)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void evidenceNeedsAQuoteOrALinkAndADayOfTheCycle() {
    keyResult(CheckInDraftTest.keyResult(Source.EVIDENCE, Measure.NUMBER));
    EvidenceDraft nothing =
        new EvidenceDraft(" ", Optional.empty(), Optional.of(LocalDate.parse("2026-09-30")));
    assertThat(evidenceProblems(nothing)).containsOnlyKeys("text", "on");
    for (String url :
        List.of("javascript:alert(1)", "ftp://example.org/", "//example.org", "a b", "https:x")) {
      EvidenceDraft draft = new EvidenceDraft("", Optional.of(url), Optional.empty());
      assertThat(evidenceProblems(draft))
          .as(url)
          .containsOnly(Map.entry("url", Message.of("bearings.error.noAddress")));
    }
    EvidenceDraft endless =
        new EvidenceDraft("", Optional.of("https://x/" + "a".repeat(2_000)), Optional.empty());
    assertThat(evidenceProblems(endless)).containsOnlyKeys("url");
    verify(log, never()).add(any(), any());
    giving.give(
        CARL,
        34,
        new EvidenceDraft("", Optional.of(" HTTPS://example.org/?q=%20 "), Optional.empty()));
    verify(log)
        .add(
            new NewEvidence(34, "", Optional.of("HTTPS://example.org/?q=%20"), TODAY),
            new Objectives.Edit(CARL, NOW));
  }

  private Map<String, Message> evidenceProblems(EvidenceDraft draft) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> giving.give(CARL, 34, draft)).fields();
  }

  @Test
  public void onlyAKeyResultThatCountsEvidenceTakesIt() {
    Refusal refusal =
        catchThrowableOfType(Refusal.Invalid.class, () -> giving.give(CARL, 34, QUOTE));
    assertThat(refusal.text()).isEqualTo(Message.of("bearings.error.noEvidence", "KR-34"));
  }

  @Test
  public void aSecondPersonConfirms() {
    Evidence given = evidence("carl", Optional.empty());
    Evidence confirmed = evidence("carl", Optional.of(new Evidence.Confirmed("anna", NOW)));
    when(log.evidence(9)).thenReturn(Optional.of(given), Optional.of(confirmed));
    assertThat(giving.confirm(ANNA, 9)).isEqualTo(confirmed);
    verify(log).confirm(given, new Objectives.Edit(ANNA, NOW));
  }

  @Test
  public void nobodyConfirmsTheirOwnAndStrangersConfirmNothing() {
    when(log.evidence(9)).thenReturn(Optional.of(evidence("carl", Optional.empty())));
    assertThatThrownBy(() -> giving.confirm(CARL, 9)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> giving.confirm(STAN, 9))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("[9]");
    assertThatThrownBy(() -> giving.confirm(ANNA, 10)).isInstanceOf(Refusal.NotFound.class);
    objective(ObjectiveState.ACTIVE, CycleState.CLOSED);
    assertThatThrownBy(() -> giving.confirm(ANNA, 9)).isInstanceOf(Refusal.Invalid.class);
    verify(log, never()).confirm(any(), any());
  }

  @Test
  public void listsEvidenceInPages() {
    when(log.of(34, Optional.of(500L), 101))
        .thenReturn(
            LongStream.iterate(300, id -> id - 1)
                .limit(101)
                .mapToObj(
                    id ->
                        new Evidence(
                            id, 34, "", Optional.empty(), TODAY, "carl", NOW, Optional.empty()))
                .toList());
    GivingEvidence.Pieces pieces = giving.of(CARL, 34, Optional.of(500L));
    assertThat(pieces.pieces()).hasSize(100);
    assertThat(pieces.earlier()).contains(201L);
    assertThatThrownBy(() -> giving.of(STAN, 34, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
  }

  private static Evidence evidence(String by, Optional<Evidence.Confirmed> confirmed) {
    return new Evidence(9, 34, "It helped", Optional.empty(), TODAY, by, NOW, confirmed);
  }
}
