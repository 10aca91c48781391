package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueText;
import io.bearings.progress.Issues;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps objectives and key results from moving, and who clears it. */
@Named
public final class Blocking {
  /** How many blockers are read at once. */
  public static final int PAGE = 100;

  private final Sight sight;
  private final Blockers blockers;
  private final Issues issues;
  private final People people;
  private final Clock clock;

  @Inject
  public Blocking(Sight sight, Blockers blockers, Issues issues, People people, Clock clock) {
    this.sight = sight;
    this.blockers = blockers;
    this.issues = issues;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The blockers of a unit, newest first, as far as the person may see what they are about.
   *
   * @param before the id of a blocker; absent: from the newest on
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Blocks ofUnit(Person who, long unitId, Optional<Long> before) {
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    List<Blocker> found = blockers.ofUnit(unitId, who, before, PAGE + 1);
    return blocks(who, standpoint, found);
  }

  /**
   * The blockers of an objective with its key results, or of one key result, newest first.
   *
   * @param before the id of a blocker; absent: from the newest on
   * @throws Refusal.NotFound when the person may not see it, or there is none
   */
  public Blocks of(Person who, Subject subject, Optional<Long> before) {
    Standpoint standpoint = sight.item(who, subject).standpoint();
    return blocks(who, standpoint, blockers.of(subject, who, before, PAGE + 1));
  }

  private Blocks blocks(Person who, Standpoint standpoint, List<Blocker> found) {
    List<Blocker> page = found.subList(0, Math.min(PAGE, found.size()));
    Optional<Long> earlier =
        found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty();
    List<Blocker> seen =
        page.stream().filter(each -> each.about().audience().includes(standpoint)).toList();
    Set<Long> issueIds =
        seen.stream().flatMap(each -> each.issueId().stream()).collect(Collectors.toSet());
    Map<Long, IssueText> texts = issueIds.isEmpty() ? Map.of() : issues.texts(who, issueIds);
    return new Blocks(seen.stream().map(each -> block(each, texts)).toList(), earlier);
  }

  private Block block(Blocker blocker, Map<Long, IssueText> texts) {
    return new Block(
        blocker,
        blocker.issueId().flatMap(id -> Optional.ofNullable(texts.get(id))),
        blocker.ageInDays(LocalDate.now(clock), clock.getZone()));
  }

  /**
   * One blocker.
   *
   * @throws Refusal.NotFound when the person may not see what it is about, or there is none
   */
  public Block one(Person who, long blockerId) {
    Blocker blocker = stored(who, blockerId);
    sight.item(who, blocker.about().subject());
    return withIssue(who, blocker);
  }

  private Block withIssue(Person who, Blocker blocker) {
    Map<Long, IssueText> texts =
        blocker.issueId().map(id -> issues.texts(who, Set.of(id))).orElse(Map.of());
    return block(blocker, texts);
  }

  /**
   * Reports a blocker of an objective or a key result, and tells those who have to know.
   *
   * @throws Refusal.NotFound when the person may not see what it is about, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Block report(Person who, Subject subject, BlockerDraft draft) {
    Item item = sight.item(who, subject).require(Operation.LINK_ISSUES).item();
    Optional<IssueRef> issue = draft.issueKey().flatMap(key -> issues.find(who, key));
    check(draft, draft.ownerKey(), item, issue);
    NewBlocker blocker =
        new NewBlocker(
            item,
            draft.text().strip(),
            draft.ownerKey().orElse(who.key()),
            draft.neededFrom().strip(),
            draft.since().orElse(LocalDate.now(clock)),
            issue.map(IssueRef::id));
    Stream<String> told = Stream.concat(Stream.of(blocker.ownerKey()), item.concerned());
    long id = blockers.add(blocker, notices(who, item, blocker.text(), told), edit(who));
    return withIssue(who, stored(who, id));
  }

  /**
   * Changes a blocker, or says that it blocks no longer.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see what it is about, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Block change(Person who, long blockerId, int version, BlockerDraft draft) {
    Blocker stored = stored(who, blockerId);
    Item item = sight.item(who, stored.about().subject()).require(Operation.LINK_ISSUES).item();
    Optional<IssueRef> issue = draft.issueKey().flatMap(key -> issues.find(who, key));
    // An owner who was deleted or lost sight of it meanwhile keeps nobody from resolving it.
    check(draft, draft.ownerKey().filter(key -> !key.equals(stored.ownerKey())), item, issue);
    Blocker changed =
        new Blocker(
            stored.id(),
            item,
            draft.text().strip(),
            draft.ownerKey().orElse(stored.ownerKey()),
            draft.neededFrom().strip(),
            draft.since().orElse(stored.since()),
            issue.map(IssueRef::id),
            draft.resolved() ? Optional.of(resolved(who, stored)) : Optional.empty(),
            version);
    Stream<String> told =
        Stream.of(changed.ownerKey()).filter(owner -> !owner.equals(stored.ownerKey()));
    if (!blockers.change(changed, notices(who, item, changed.text(), told), edit(who))) {
      throw conflict(who, blockerId);
    }
    return withIssue(who, stored(who, blockerId));
  }

  private Blocker.Resolved resolved(Person who, Blocker stored) {
    return stored.resolved().orElseGet(() -> new Blocker.Resolved(who.key(), clock.instant()));
  }

  private Blocker stored(Person who, long id) {
    return blockers.blocker(id, who).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
  }

  private void check(
      BlockerDraft draft, Optional<String> newOwner, Item item, Optional<IssueRef> issue) {
    Map<String, Message> problems = new LinkedHashMap<>(draft.problems(LocalDate.now(clock)));
    newOwner
        .flatMap(key -> ownerProblem(key, item))
        .ifPresent(problem -> problems.put("ownerKey", problem));
    if (draft.issueKey().isPresent() && issue.isEmpty()) {
      problems.put("issueKey", Message.of("bearings.error.notFound", draft.issueKey().get()));
    }
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private Optional<Message> ownerProblem(String key, Item item) {
    if (people.nameOf(key).isEmpty()) {
      return Optional.of(Message.of("bearings.error.noSuchPerson", key));
    }
    return sight.reaches(new Person(key), item.subject())
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.mayNotSee", key));
  }

  private static List<NewNotice> notices(Person who, Item item, String text, Stream<String> told) {
    String excerpt = Notice.excerpt(text);
    return told.distinct()
        .filter(key -> !key.equals(who.key()))
        .map(key -> new NewNotice(key, Notice.Kind.BLOCKER, item, excerpt))
        .toList();
  }

  private Refusal conflict(Person who, long id) {
    int now = stored(who, id).version();
    String editor = blockers.lastEditor(id).map(people::nameOrKey).orElse("");
    return new Refusal.Conflict(String.valueOf(id), now, editor);
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }

  /**
   * A blocker as a person sees it.
   *
   * @param issue its issue, if it has one that the person may browse
   * @param ageInDays how many calendar days it has blocked, or did
   */
  public record Block(Blocker blocker, Optional<IssueText> issue, long ageInDays) {}

  /**
   * A part of the blockers.
   *
   * @param earlier what to ask for to read on: those before this id; absent when there are none
   */
  public record Blocks(List<Block> blocks, Optional<Long> earlier) {
    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }
}
