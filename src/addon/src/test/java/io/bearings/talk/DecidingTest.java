package io.bearings.talk;

import static io.bearings.talk.Team.ANNA;
import static io.bearings.talk.Team.BERT;
import static io.bearings.talk.Team.BY_ANNA;
import static io.bearings.talk.Team.NOW;
import static io.bearings.talk.Team.STAN;
import static io.bearings.talk.Team.UNIT;
import static io.bearings.talk.Team.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

public class DecidingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final DecisionDraft DRAFT =
      new DecisionDraft(" Stop ", " Too dear ", Optional.empty());

  private final Team team = new Team();
  private final Decisions decisions = mock(Decisions.class);
  private final Deciding deciding = new Deciding(team.sight, decisions, Team.CLOCK);

  @Test
  public void writesDownWhatAUnitDecided() {
    when(decisions.add(new NewDecision(UNIT, Optional.empty(), "Stop", "Too dear", TODAY), BY_ANNA))
        .thenReturn(9L);
    assertThat(deciding.decideInUnit(ANNA, UNIT, DRAFT))
        .isEqualTo(decision(9, Optional.empty(), TODAY));
  }

  @Test
  public void writesDownADecisionAboutAnObjective() {
    LocalDate day = LocalDate.parse("2026-11-01");
    when(decisions.add(new NewDecision(UNIT, Optional.of(12L), "Stop", "Too dear", day), BY_ANNA))
        .thenReturn(9L);
    Optional<Item> about = team.items.item(Team.OBJECTIVE, ANNA);
    assertThat(
            deciding.decideAbout(ANNA, 12, new DecisionDraft("Stop", "Too dear", Optional.of(day))))
        .isEqualTo(decision(9, about, day));
  }

  @Test
  public void namesAllFieldsThatAreWrong() {
    DecisionDraft draft = new DecisionDraft("", "x".repeat(2_001), Optional.of(TODAY.plusDays(1)));
    Refusal.Invalid refusal =
        catchThrowableOfType(Refusal.Invalid.class, () -> deciding.decideInUnit(ANNA, UNIT, draft));
    assertThat(refusal.fields())
        .containsEntry("text", Message.of("bearings.error.required"))
        .containsEntry("reason", Message.of("bearings.error.tooLong", 2_000, 2_001))
        .containsEntry("on", Message.of("bearings.error.inTheFuture", "2026-11-22"));
    verifyNoInteractions(decisions);
  }

  @Test
  public void refusesReadersAndStrangers() {
    assertThatThrownBy(() -> deciding.decideInUnit(VERA, UNIT, DRAFT))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> deciding.decideAbout(VERA, 12, DRAFT))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> deciding.decideInUnit(STAN, UNIT, DRAFT))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> deciding.decideAbout(BERT, 13, DRAFT))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> deciding.ofUnit(STAN, UNIT, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> deciding.ofObjective(BERT, 13, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    verifyNoInteractions(decisions);
  }

  @Test
  public void leavesOutWhatIsAboutAPrivateObjective() {
    Decision open = decision(3, Optional.of(Team.keyResult()), TODAY);
    Decision ofUnit = decision(2, Optional.empty(), TODAY);
    when(decisions.ofUnit(UNIT, BERT, Optional.of(8L), 101))
        .thenReturn(List.of(decision(4, Optional.of(Team.secret(false)), TODAY), open, ofUnit));
    Deciding.Log log = deciding.ofUnit(BERT, UNIT, Optional.of(8L));
    assertThat(log.decisions()).containsExactly(open, ofUnit);
    assertThat(log.earlier()).isEmpty();
  }

  @Test
  public void readsOnBehindAFullPage() {
    when(decisions.ofObjective(12, ANNA, Optional.empty(), 101))
        .thenReturn(
            LongStream.iterate(300, id -> id - 1)
                .limit(101)
                .mapToObj(id -> decision(id, Optional.empty(), TODAY))
                .toList());
    Deciding.Log log = deciding.ofObjective(ANNA, 12, Optional.empty());
    assertThat(log.decisions()).hasSize(100);
    assertThat(log.earlier()).contains(201L);
  }

  private static Decision decision(long id, Optional<Item> about, LocalDate on) {
    return new Decision(id, UNIT, about, "Stop", "Too dear", on, "anna", NOW);
  }
}
