package io.bearings.review;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Texts;
import io.bearings.review.Meeting.Turn;
import io.bearings.review.Places.Place;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a unit through its retrospective: step by step, with notes and votes. Every use case checks
 * who asks, and throws a {@link Refusal} when it does nothing.
 */
@Named
public final class Facilitating {
  private final Places places;
  private final Objectives objectives;
  private final Meetings meetings;
  private final Verdicts verdicts;
  private final Kickoffs kickoffs;
  private final People people;
  private final Clock clock;

  @Inject
  Facilitating(
      Places places,
      Objectives objectives,
      Meetings meetings,
      Verdicts verdicts,
      Kickoffs kickoffs,
      People people,
      Clock clock) {
    this.places = places;
    this.objectives = objectives;
    this.meetings = meetings;
    this.verdicts = verdicts;
    this.kickoffs = kickoffs;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The meeting as one person sees it.
   *
   * @throws Refusal.NotFound when there is no such unit or cycle, the person may not see it, or the
   *     cycle does not serve the unit
   */
  public MeetingState of(Person who, long unitId, long cycleId) {
    return state(places.of(who, unitId, cycleId));
  }

  private MeetingState state(Place place) {
    long unitId = place.unit().id();
    long cycleId = place.cycle().id();
    String me = place.who().key();
    Set<Long> readable = readable(place);
    Meeting meeting = meetings.meeting(unitId, cycleId).orElse(Meeting.NONE);
    boolean run = place.may(Operation.RUN_RETROSPECTIVE);
    List<MeetingNote> notes =
        meetings.notes(unitId, cycleId).stream()
            .filter(each -> each.objectiveId().map(readable::contains).orElse(true))
            .toList();
    List<MeetingNote> shown =
        notes.stream().filter(each -> !meeting.isSilent() || each.byKey().equals(me)).toList();
    List<Meetings.Vote> votes = meetings.votes(unitId, cycleId);
    int given = (int) votes.stream().filter(each -> each.byKey().equals(me)).count();
    return new MeetingState(
        meeting,
        clock.instant(),
        new MeetingState.May(run, place.may(Operation.COMMENT)),
        shown.stream()
            .map(
                each -> {
                  boolean mine = each.byKey().equals(me);
                  return new MeetingState.Shown(each, mine, mine || run);
                })
            .toList(),
        notes.size() - shown.size(),
        counted(
            votes.stream().filter(each -> isShown(each.topic(), shown, readable)).toList(),
            me,
            meeting.showsVotes()),
        Math.max(Meeting.VOTES - given, 0),
        (int) votes.stream().map(Meetings.Vote::byKey).distinct().count(),
        verdicts.verdicts(unitId, cycleId).stream()
            .filter(each -> readable.contains(each.objectiveId()))
            .toList(),
        kickoffs
            .litmus(unitId, cycleId)
            .map(it -> it.answers().stillLose())
            .filter(it -> !it.isEmpty()));
  }

  private static boolean isShown(VoteTopic topic, List<MeetingNote> notes, Set<Long> readable) {
    return topic instanceof VoteTopic.OfNote note
        ? notes.stream().anyMatch(each -> each.id() == note.noteId())
        : topic.objectiveId().filter(readable::contains).isPresent();
  }

  private static List<MeetingState.Counted> counted(
      List<Meetings.Vote> votes, String me, boolean told) {
    Map<VoteTopic, MeetingState.Counted> counted = new LinkedHashMap<>();
    for (Meetings.Vote vote : votes) {
      boolean mine = vote.byKey().equals(me);
      if (told || mine) {
        counted.merge(
            vote.topic(),
            new MeetingState.Counted(
                vote.topic(), told ? Optional.of(1) : Optional.empty(), mine ? 1 : 0),
            Facilitating::sum);
      }
    }
    return List.copyOf(counted.values());
  }

  private static MeetingState.Counted sum(MeetingState.Counted one, MeetingState.Counted other) {
    return new MeetingState.Counted(
        one.topic(),
        one.count().map(it -> it + other.count().orElse(0)),
        one.mine() + other.mine());
  }

  /** The objectives of the unit in the cycle whose content the person may read. */
  private Set<Long> readable(Place place) {
    return objectives
        .find(
            Objectives.Wanted.ofUnits(
                List.of(place.unit().id()),
                Optional.of(new Objectives.InCycle.One(place.cycle().id()))),
            place.who())
        .stream()
        .filter(place.standpoint()::mayRead)
        .map(each -> each.objective().id())
        .collect(toSet());
  }

  /**
   * Goes to a step, whose time begins to run; or gives the step that goes on another length.
   *
   * @param version the version that the person saw; 0 when nobody had started it
   * @param minutes how long it may take, 1 to {@link Meeting#LONGEST}; absent: as the agenda says
   * @throws Refusal.NotFound as in {@link #of}
   * @throws Refusal.Forbidden when the person does not run retrospectives in this unit
   * @throws Refusal.Invalid when the cycle is closed or has not begun, or for {@code minutes}
   * @throws Refusal.Conflict when somebody else went on meanwhile
   */
  public MeetingState turn(
      Person who,
      long unitId,
      long cycleId,
      int version,
      MeetingStep step,
      Optional<Integer> minutes) {
    Place place = open(who, unitId, cycleId, Operation.RUN_RETROSPECTIVE);
    if (minutes.filter(it -> it < 1 || it > Meeting.LONGEST).isPresent()) {
      throw new Refusal.Invalid(
          Map.of("minutes", Message.of("bearings.error.range", 1, Meeting.LONGEST)));
    }
    Instant now = clock.instant();
    Optional<Turn> going =
        meetings
            .meeting(unitId, cycleId)
            .flatMap(Meeting::turn)
            .filter(it -> it.step() == step && minutes.isPresent());
    Turn turn =
        new Turn(
            step,
            going.map(Turn::startedAt).orElse(now),
            step == MeetingStep.OVER ? 0 : minutes.orElse(step.minutes()),
            who.key());
    if (meetings.turn(unitId, cycleId, version, turn).isEmpty()) {
      throw conflict(place);
    }
    return state(place);
  }

  private Refusal conflict(Place place) {
    Meeting now = meetings.meeting(place.unit().id(), place.cycle().id()).orElse(Meeting.NONE);
    return new Refusal.Conflict(
        place.unit().name() + ", " + place.cycle().name(),
        now.version(),
        now.turn().map(it -> people.nameOrKey(it.byKey())).orElse(""));
  }

  /**
   * Writes a note.
   *
   * @param objectiveId the objective that it is about; absent where it is about the whole
   * @throws Refusal.NotFound as in {@link #of}
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong, when no notes are taken now, or when
   *     there are as many as a meeting keeps
   */
  public MeetingState write(
      Person who, long unitId, long cycleId, Optional<Long> objectiveId, String text) {
    Place place = open(who, unitId, cycleId, Operation.COMMENT);
    Map<String, Message> problems = new LinkedHashMap<>();
    Texts.requiredProblem(text, Meeting.NOTE_LENGTH)
        .ifPresent(problem -> problems.put("text", problem));
    if (objectiveId.filter(it -> !readable(place).contains(it)).isPresent()) {
      problems.put("objectiveId", Message.of("bearings.meeting.error.objective"));
    }
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    if (!meeting(place).takesNotes()) {
      throw new Refusal.Invalid(Message.of("bearings.meeting.error.noNotes"));
    }
    if (meetings.notes(unitId, cycleId).size() >= Meeting.NOTES) {
      throw new Refusal.Invalid(Message.of("bearings.meeting.error.manyNotes", Meeting.NOTES));
    }
    meetings.write(unitId, cycleId, objectiveId, text.strip(), edit(who));
    return state(place);
  }

  /**
   * Removes a note, and the votes for it for good.
   *
   * @throws Refusal.NotFound as in {@link #of}, or when there is no such note for the person
   * @throws Refusal.Forbidden when somebody else wrote it and the person does not run
   *     retrospectives in this unit
   * @throws Refusal.Invalid when the cycle is closed
   */
  public MeetingState remove(Person who, long unitId, long cycleId, long noteId) {
    Place place = open(who, unitId, cycleId, Operation.COMMENT);
    requireOwn(place, shown(place, noteId, false));
    meetings.remove(noteId, edit(who));
    return state(place);
  }

  /**
   * Brings back a note that was removed, without the votes for it.
   *
   * @throws Refusal.NotFound as in {@link #of}, or when there is no such note for the person
   * @throws Refusal.Forbidden when somebody else wrote it and the person does not run
   *     retrospectives in this unit
   * @throws Refusal.Invalid when the cycle is closed
   */
  public MeetingState restore(Person who, long unitId, long cycleId, long noteId) {
    Place place = open(who, unitId, cycleId, Operation.COMMENT);
    requireOwn(place, shown(place, noteId, true));
    meetings.restore(noteId);
    return state(place);
  }

  private static void requireOwn(Place place, MeetingNote note) {
    if (!note.byKey().equals(place.who().key()) && !place.may(Operation.RUN_RETROSPECTIVE)) {
      throw new Refusal.Forbidden();
    }
  }

  private MeetingNote shown(Place place, long noteId, boolean removed) {
    boolean silent = meeting(place).isSilent();
    return meetings
        .note(noteId)
        .filter(it -> it.removed() == removed)
        .filter(it -> it.unitId() == place.unit().id() && it.cycleId() == place.cycle().id())
        .filter(it -> !silent || it.byKey().equals(place.who().key()))
        .filter(it -> it.objectiveId().map(readable(place)::contains).orElse(true))
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(noteId)));
  }

  /**
   * Votes for something, perhaps once more.
   *
   * @throws Refusal.NotFound as in {@link #of}, or when the person does not see what is voted for
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid when votes are not given now, or the person has none left
   */
  public MeetingState vote(Person who, long unitId, long cycleId, VoteTopic topic) {
    Place place = voting(who, unitId, cycleId, topic);
    if (!meetings.vote(unitId, cycleId, topic, Meeting.VOTES, edit(who))) {
      throw new Refusal.Invalid(Message.of("bearings.meeting.error.noVoteLeft", Meeting.VOTES));
    }
    return state(place);
  }

  /**
   * Takes a vote back; does nothing where there is none.
   *
   * @throws Refusal.NotFound as in {@link #of}, or when the person does not see what is voted for
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid when votes are not given now
   */
  public MeetingState takeBack(Person who, long unitId, long cycleId, VoteTopic topic) {
    Place place = voting(who, unitId, cycleId, topic);
    meetings.takeBack(unitId, cycleId, topic, edit(who));
    return state(place);
  }

  private Place voting(Person who, long unitId, long cycleId, VoteTopic topic) {
    Place place = open(who, unitId, cycleId, Operation.COMMENT);
    if (!meeting(place).takesVotes()) {
      throw new Refusal.Invalid(Message.of("bearings.meeting.error.noVotes"));
    }
    if (topic instanceof VoteTopic.OfNote note) {
      shown(place, note.noteId(), false);
    } else if (topic.objectiveId().filter(it -> !readable(place).contains(it)).isPresent()) {
      throw new Refusal.NotFound(topic.objectiveId().map(String::valueOf).orElse(""));
    }
    return place;
  }

  private Meeting meeting(Place place) {
    return meetings.meeting(place.unit().id(), place.cycle().id()).orElse(Meeting.NONE);
  }

  private Place open(Person who, long unitId, long cycleId, Operation operation) {
    Place place = places.of(who, unitId, cycleId);
    place.requireLookingBack(operation, clock);
    return place;
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
