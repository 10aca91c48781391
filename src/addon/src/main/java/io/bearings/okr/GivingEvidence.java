package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence for key results that count pieces of it, and its confirmation by a second person. */
@Named
public final class GivingEvidence {
  /** How many pieces are read at once. */
  public static final int PAGE = 100;

  private final Plans plans;
  private final EvidenceLog log;
  private final Clock clock;

  @Inject
  public GivingEvidence(Plans plans, EvidenceLog log, Clock clock) {
    this.plans = plans;
    this.log = log;
    this.clock = clock;
  }

  /**
   * The evidence for a key result, newest first.
   *
   * @param before the id of a piece; absent: from the newest on
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public Pieces of(Person who, long keyResultId, Optional<Long> before) {
    plans.readableKeyResult(who, keyResultId);
    List<Evidence> found = log.of(keyResultId, before, PAGE + 1);
    List<Evidence> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Pieces(
        page, found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty());
  }

  /**
   * Gives a piece of evidence.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong, or when the key result counts no
   *     evidence, is not active, or its cycle is closed
   */
  public Evidence give(Person who, long keyResultId, EvidenceDraft draft) {
    Plans.SeenKeyResult found = plans.writableKeyResult(who, keyResultId, Operation.LINK_ISSUES);
    CheckingIn.requireActive(found);
    if (found.keyResult().source() != Source.EVIDENCE) {
      throw new Refusal.Invalid(Message.of("bearings.error.noEvidence", found.keyResult().key()));
    }
    LocalDate today = LocalDate.now(clock);
    Map<String, Message> problems =
        draft.problems(found.seen().placed().cycle().map(Placed.Span::days), today);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    NewEvidence evidence = draft.accepted(keyResultId, today);
    Objectives.Edit by = new Objectives.Edit(who, clock.instant());
    long id = log.add(evidence, by);
    return new Evidence(
        id,
        keyResultId,
        evidence.text(),
        evidence.url(),
        evidence.on(),
        who.key(),
        by.when(),
        Optional.empty());
  }

  /**
   * Confirms a piece of evidence that somebody else gave. One that is confirmed stays so.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is no such piece
   * @throws Refusal.Forbidden when the person may read only, or gave it
   * @throws Refusal.Invalid when the key result is not active or its cycle is closed
   */
  public Evidence confirm(Person who, long evidenceId) {
    Evidence evidence = evidence(evidenceId);
    Plans.SeenKeyResult found = writable(who, evidence);
    CheckingIn.requireActive(found);
    if (evidence.byKey().equals(who.key())) {
      throw new Refusal.Forbidden();
    }
    log.confirm(evidence, new Objectives.Edit(who, clock.instant()));
    return evidence(evidenceId);
  }

  private Plans.SeenKeyResult writable(Person who, Evidence evidence) {
    try {
      return plans.writableKeyResult(who, evidence.keyResultId(), Operation.LINK_ISSUES);
    } catch (Refusal.NotFound e) {
      throw unknown(evidence.id());
    }
  }

  private Evidence evidence(long id) {
    return log.evidence(id).orElseThrow(() -> unknown(id));
  }

  private static Refusal unknown(long id) {
    return new Refusal.NotFound(String.valueOf(id));
  }

  /**
   * A part of the evidence.
   *
   * @param pieces newest first
   * @param earlier what to ask for to read on: those before this id; absent when there are none
   */
  public record Pieces(List<Evidence> pieces, Optional<Long> earlier) {
    public Pieces {
      pieces = List.copyOf(pieces);
    }
  }
}
