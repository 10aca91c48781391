package io.bearings.talk;

import static io.bearings.talk.Team.ANNA;
import static io.bearings.talk.Team.BERT;
import static io.bearings.talk.Team.BY_ANNA;
import static io.bearings.talk.Team.KEY_RESULT;
import static io.bearings.talk.Team.NOW;
import static io.bearings.talk.Team.SECRET;
import static io.bearings.talk.Team.STAN;
import static io.bearings.talk.Team.UNIT;
import static io.bearings.talk.Team.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueText;
import io.bearings.progress.Issues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class BlockingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final LocalDate SINCE = LocalDate.parse("2026-11-12");
  private static final IssueText ISSUE =
      new IssueText(7, "DEMO-7", "Order servers", "Open", Optional.empty());
  private static final Blocker STORED =
      new Blocker(
          4,
          Team.keyResult(),
          "No servers",
          "anna",
          "Purchasing",
          SINCE,
          Optional.of(7L),
          Optional.empty(),
          2);

  private final Team team = new Team();
  private final Blockers blockers = mock(Blockers.class);
  private final Issues issues = mock(Issues.class);
  private final Blocking blocking =
      new Blocking(team.sight, blockers, issues, team.people, Team.CLOCK);

  @Before
  public void oneBlocker() {
    when(blockers.blocker(4, ANNA)).thenReturn(Optional.of(STORED));
    when(issues.find(ANNA, "DEMO-7")).thenReturn(Optional.of(new IssueRef(7, "DEMO-7", 100)));
    when(issues.texts(ANNA, Set.of(7L))).thenReturn(Map.of(7L, ISSUE));
  }

  @Test
  public void reportsABlockerAndTellsWhoClearsItAndWhoseKeyResultItIs() {
    NewBlocker expected =
        new NewBlocker(Team.keyResult(), "No servers", "lea", "Purchasing", SINCE, Optional.of(7L));
    when(blockers.add(expected, List.of(told("lea"), told("bert")), BY_ANNA)).thenReturn(4L);
    Blocking.Block block =
        blocking.report(
            ANNA,
            KEY_RESULT,
            new BlockerDraft(
                " No servers ",
                Optional.of("lea"),
                " Purchasing ",
                Optional.of(SINCE),
                Optional.of("DEMO-7"),
                false));
    assertThat(block).isEqualTo(new Blocking.Block(STORED, Optional.of(ISSUE), 10));
  }

  @Test
  public void beginsTodayWithItsWriter() {
    when(blockers.add(
            new NewBlocker(Team.keyResult(), "No", "anna", "", TODAY, Optional.empty()),
            List.of(new NewNotice("bert", Notice.Kind.BLOCKER, Team.keyResult(), "No")),
            BY_ANNA))
        .thenReturn(4L);
    assertThat(blocking.report(ANNA, KEY_RESULT, draft("No")).blocker()).isEqualTo(STORED);
  }

  @Test
  public void namesAllFieldsThatAreWrong() {
    BlockerDraft draft =
        new BlockerDraft(
            "",
            Optional.of("stan"),
            "x\ny",
            Optional.of(TODAY.plusDays(1)),
            Optional.of("SEC-1"),
            false);
    assertThat(problems(draft))
        .containsEntry("text", Message.of("bearings.error.required"))
        .containsEntry("neededFrom", Message.of("bearings.error.character"))
        .containsEntry("since", Message.of("bearings.error.inTheFuture", "2026-11-22"))
        .containsEntry("ownerKey", Message.of("bearings.error.mayNotSee", "stan"))
        .containsEntry("issueKey", Message.of("bearings.error.notFound", "SEC-1"));
    BlockerDraft nobodys =
        new BlockerDraft(
            "No", Optional.of("nobody"), "", Optional.empty(), Optional.empty(), false);
    assertThat(problems(nobodys))
        .containsOnly(Map.entry("ownerKey", Message.of("bearings.error.noSuchPerson", "nobody")));
    verify(blockers, never()).add(any(), any(), any());
  }

  private Map<String, Message> problems(BlockerDraft draft) {
    return catchThrowableOfType(
            Refusal.Invalid.class, () -> blocking.report(ANNA, KEY_RESULT, draft))
        .fields();
  }

  @Test
  public void changesABlockerAndTellsANewOwner() {
    Blocker changed =
        new Blocker(
            4,
            Team.keyResult(),
            "Still none",
            "bert",
            "",
            SINCE,
            Optional.empty(),
            Optional.of(new Blocker.Resolved("anna", NOW)),
            2);
    List<NewNotice> told =
        List.of(new NewNotice("bert", Notice.Kind.BLOCKER, Team.keyResult(), "Still none"));
    when(blockers.change(changed, told, BY_ANNA)).thenReturn(true);
    BlockerDraft draft =
        new BlockerDraft(
            "Still none", Optional.of("bert"), "", Optional.empty(), Optional.empty(), true);
    assertThat(blocking.change(ANNA, 4, 2, draft).blocker()).isEqualTo(STORED);
    verify(blockers).change(changed, told, BY_ANNA);
  }

  @Test
  public void anOwnerWhoWasDeletedKeepsNobodyFromResolvingIt() {
    Blocker stored =
        new Blocker(
            4, Team.keyResult(), "No", "nobody", "", SINCE, Optional.empty(), Optional.empty(), 2);
    when(blockers.blocker(4, ANNA)).thenReturn(Optional.of(stored));
    when(blockers.change(any(), any(), any())).thenReturn(true);
    BlockerDraft draft =
        new BlockerDraft("No", Optional.of("nobody"), "", Optional.empty(), Optional.empty(), true);
    assertThat(blocking.change(ANNA, 4, 2, draft).blocker()).isEqualTo(stored);
    verify(blockers).change(any(), any(), any());
  }

  @Test
  public void keepsWhoResolvedItFirst() {
    Optional<Blocker.Resolved> resolved =
        Optional.of(new Blocker.Resolved("lea", Instant.parse("2026-11-20T10:00:00Z")));
    Blocker stored =
        new Blocker(4, Team.keyResult(), "No", "anna", "", SINCE, Optional.empty(), resolved, 3);
    when(blockers.blocker(4, ANNA)).thenReturn(Optional.of(stored));
    when(blockers.change(stored, List.of(), BY_ANNA)).thenReturn(true);
    BlockerDraft draft =
        new BlockerDraft("No", Optional.empty(), "", Optional.empty(), Optional.empty(), true);
    assertThat(blocking.change(ANNA, 4, 3, draft).ageInDays()).isEqualTo(8);
  }

  @Test
  public void saysWhoSavedMeanwhile() {
    when(blockers.lastEditor(4)).thenReturn(Optional.of("bert"));
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class, () -> blocking.change(ANNA, 4, 1, draft("Late")));
    assertThat(conflict.currentVersion()).isEqualTo(2);
    assertThat(conflict.changedBy()).isEqualTo("Name bert");
  }

  @Test
  public void refusesReadersAndStrangers() {
    when(blockers.blocker(anyLong(), any())).thenReturn(Optional.of(STORED));
    assertThatThrownBy(() -> blocking.report(VERA, KEY_RESULT, draft("No")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> blocking.change(VERA, 4, 2, draft("No")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(blocking.one(VERA, 4).issue()).isEmpty();
    assertThatThrownBy(() -> blocking.one(STAN, 4)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> blocking.change(STAN, 4, 2, draft("No")))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> blocking.ofUnit(STAN, UNIT, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> blocking.of(BERT, SECRET, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    when(blockers.blocker(anyLong(), any())).thenReturn(Optional.empty());
    assertThatThrownBy(() -> blocking.one(ANNA, 5)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void listsAUnitWithoutWhatIsPrivateAndAsksJiraOnce() {
    when(blockers.ofUnit(UNIT, BERT, Optional.empty(), 101))
        .thenReturn(List.of(about(Team.secret(false), 6), STORED, about(Team.keyResult(), 3)));
    when(issues.texts(BERT, Set.of(7L))).thenReturn(Map.of());
    Blocking.Blocks blocks = blocking.ofUnit(BERT, UNIT, Optional.empty());
    assertThat(blocks.blocks()).extracting(block -> block.blocker().id()).containsExactly(4L, 3L);
    assertThat(blocks.blocks().get(0).issue()).isEmpty();
    verify(issues).texts(BERT, Set.of(7L));
  }

  @Test
  public void readsOnBehindAFullPageAndAsksJiraNothingWithoutIssues() {
    when(blockers.of(KEY_RESULT, ANNA, Optional.of(900L), 101))
        .thenReturn(
            LongStream.iterate(300, id -> id - 1)
                .limit(101)
                .mapToObj(id -> about(Team.keyResult(), id))
                .toList());
    Blocking.Blocks blocks = blocking.of(ANNA, KEY_RESULT, Optional.of(900L));
    assertThat(blocks.blocks()).hasSize(100);
    assertThat(blocks.earlier()).contains(201L);
    verify(issues, never()).texts(any(), any());
  }

  @Test
  public void agesByCalendarDaysUntilItIsResolved() {
    ZoneId zone = ZoneId.of("Pacific/Auckland");
    assertThat(STORED.ageInDays(TODAY, zone)).isEqualTo(10);
    assertThat(STORED.ageInDays(SINCE.minusDays(1), zone)).isZero();
    Blocker resolved =
        new Blocker(
            4,
            Team.keyResult(),
            "No",
            "anna",
            "",
            SINCE,
            Optional.empty(),
            Optional.of(new Blocker.Resolved("lea", Instant.parse("2026-11-13T12:00:00Z"))),
            3);
    assertThat(resolved.ageInDays(TODAY, zone)).isEqualTo(2);
  }

  private static Blocker about(Item item, long id) {
    return new Blocker(id, item, "No", "anna", "", SINCE, Optional.empty(), Optional.empty(), 1);
  }

  private static NewNotice told(String key) {
    return new NewNotice(key, Notice.Kind.BLOCKER, Team.keyResult(), "No servers");
  }

  private static BlockerDraft draft(String text) {
    return new BlockerDraft(text, Optional.empty(), "", Optional.empty(), Optional.empty(), false);
  }
}
