package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Threads about objectives, key results and check-ins. What is said is seen by those who may see
 * what it is about, and only they are told.
 */
@Named
public final class Talking {
  /** The longest remark, in UTF-16 units. */
  public static final int LENGTH = 5_000;

  /** How many remarks are read at once. */
  public static final int PAGE = 200;

  private final Sight sight;
  private final Threads threads;
  private final Followers followers;
  private final People people;
  private final Clock clock;

  @Inject
  public Talking(Sight sight, Threads threads, Followers followers, People people, Clock clock) {
    this.sight = sight;
    this.threads = threads;
    this.followers = followers;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The newest remarks of a thread, or those before one.
   *
   * @param before the id of a remark; absent: from the newest on
   * @throws Refusal.NotFound when the person may not see what it is about, or there is none
   */
  public Conversation thread(Person who, Subject subject, Optional<Long> before) {
    sight.item(who, subject);
    return Conversation.of(threads.of(subject, before, PAGE + 1), PAGE);
  }

  /**
   * Says something.
   *
   * @throws Refusal.NotFound when the person may not see what it is about, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid when there is no text, or too much, or too many are mentioned
   */
  public Said say(Person who, Subject subject, String text) {
    Item item = sight.item(who, subject).require(Operation.COMMENT).item();
    check(text);
    String kept = text.strip();
    Set<String> following = item.objectiveId().map(followers::of).orElse(Set.of());
    Addressed addressed = addressed(item, Mentions.in(kept), following);
    Remark remark =
        threads.add(
            new NewRemark(item, kept),
            notices(who, item, kept, addressed.told(), following),
            new Objectives.Edit(who, clock.instant()));
    return new Said(remark, addressed.notTold());
  }

  private static void check(String text) {
    Optional<Message> problem = Texts.requiredProblem(text, LENGTH);
    if (problem.isPresent()) {
      throw new Refusal.Invalid(Map.of("text", problem.get()));
    }
    if (Mentions.in(text).size() > Mentions.MOST) {
      throw new Refusal.Invalid(
          Map.of("text", Message.of("bearings.error.tooManyMentions", Mentions.MOST)));
    }
  }

  private record Addressed(Set<String> told, List<String> notTold) {}

  /** Whether somebody may see the item depends on where that person stands, not on the writer. */
  private Addressed addressed(Item item, List<String> mentioned, Set<String> following) {
    Set<String> told = new LinkedHashSet<>();
    List<String> notTold = new ArrayList<>();
    for (String key : mentioned) {
      boolean sees =
          people.nameOf(key).isPresent()
              && item.audience()
                  .followed(following.contains(key))
                  .includes(sight.of(new Person(key)));
      if (sees) {
        told.add(key);
      } else {
        notTold.add(key);
      }
    }
    return new Addressed(told, notTold);
  }

  private List<NewNotice> notices(
      Person who, Item item, String text, Set<String> mentioned, Set<String> following) {
    Set<String> others = new HashSet<>(following);
    others.addAll(threads.speakers(item.subject()));
    item.concerned().forEach(others::add);
    Map<String, Notice.Kind> told = new LinkedHashMap<>();
    mentioned.forEach(key -> told.put(key, Notice.Kind.MENTION));
    others.forEach(key -> told.putIfAbsent(key, Notice.Kind.REPLY));
    told.remove(who.key());
    String excerpt = Notice.excerpt(text);
    return told.entrySet().stream()
        .map(each -> new NewNotice(each.getKey(), each.getValue(), item, excerpt))
        .toList();
  }

  /**
   * What was said.
   *
   * @param notTold the user keys of those who are mentioned and were not told, because they may not
   *     see what it is about or do not exist
   */
  public record Said(Remark remark, List<String> notTold) {}

  /**
   * A part of a thread.
   *
   * @param remarks oldest first
   * @param earlier what to ask for to read on: those before this id; absent when there are none
   */
  public record Conversation(List<Remark> remarks, Optional<Long> earlier) {

    static Conversation of(List<Remark> newestFirst, int limit) {
      boolean more = newestFirst.size() > limit;
      List<Remark> page =
          new ArrayList<>(newestFirst.subList(0, Math.min(limit, newestFirst.size())));
      Optional<Long> earlier =
          more ? Optional.of(page.get(page.size() - 1).id()) : Optional.empty();
      Collections.reverse(page);
      return new Conversation(List.copyOf(page), earlier);
    }
  }
}
