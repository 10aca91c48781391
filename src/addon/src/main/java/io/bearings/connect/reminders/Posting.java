package io.bearings.connect.reminders;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.People;
import io.bearings.rhythm.Backoff;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.ReminderRules;
import io.bearings.rhythm.ReminderSettings;
import io.bearings.rhythm.Waiting;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts reminders to channels. Several are posted at once, by threads of a round's own, so that a
 * service that does not answer holds up neither the others nor, for longer than {@link
 * #BATCH_TIME}, whoever runs the round. What is said is found out when it is posted, so that nobody
 * is told of what was done meanwhile.
 */
@Named
public final class Posting {
  /** How long one round waits for a batch; what was not begun by then is left to the next. */
  static final Duration BATCH_TIME = Duration.ofSeconds(20);

  /** After how long a round begins no further batch. */
  static final Duration ROUND_TIME = Duration.ofSeconds(40);

  /** How long a node may take for a post; later it counts as ended. */
  static final Duration POST_LIFE = Duration.ofMinutes(10);

  /** How long it is kept what was posted. */
  static final Duration KEPT = Duration.ofDays(400);

  /** How many posts of a channel are given up in a row until it is dead. */
  static final int MOST_GIVEN_UP = 3;

  /** How many are posted at the same moment. */
  static final int THREADS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

  private final Posts posts;
  private final ChatChannels channels;
  private final ChatCalls calls;
  private final Bulletins bulletins;
  private final DeadChannels dead;
  private final Waiting waiting;
  private final ReminderSettings settings;
  private final People people;
  private final Clock clock;
  private final Duration batchTime;
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());

  @Inject
  public Posting(
      Posts posts,
      ChatChannels channels,
      ChatCalls calls,
      Bulletins bulletins,
      DeadChannels dead,
      Waiting waiting,
      ReminderSettings settings,
      People people,
      Clock clock) {
    this(posts, channels, calls, bulletins, dead, waiting, settings, people, clock, BATCH_TIME);
  }

  Posting(
      Posts posts,
      ChatChannels channels,
      ChatCalls calls,
      Bulletins bulletins,
      DeadChannels dead,
      Waiting waiting,
      ReminderSettings settings,
      People people,
      Clock clock,
      Duration batchTime) {
    this.posts = posts;
    this.channels = channels;
    this.calls = calls;
    this.bulletins = bulletins;
    this.dead = dead;
    this.waiting = waiting;
    this.settings = settings;
    this.people = people;
    this.clock = clock;
    this.batchTime = batchTime;
  }

  /**
   * Posts what waits now. Nothing is done while reminders are off.
   *
   * @param stopping whether to begin no more batches
   * @return how many posts were taken in hand
   */
  public int round(BooleanSupplier stopping) {
    ReminderRules rules = settings.current();
    if (!rules.on()) {
      return 0;
    }
    Instant begun = clock.instant();
    lose(begun);
    addForUnits(rules, begun);
    int all = 0;
    boolean more = true;
    while (more && !stopping.getAsBoolean() && clock.instant().isBefore(begun.plus(ROUND_TIME))) {
      Instant now = clock.instant();
      List<Posts.Waiting> batch = posts.take(now, now.plus(POST_LIFE), Posts.BATCH);
      all += batch.size();
      more = !batch.isEmpty() && post(rules, now, batch);
    }
    return all;
  }

  private void lose(Instant now) {
    for (Posts.Waiting each : posts.lose(now)) {
      LOG.error(
          "The post of {} to channel {} was lost with the node that sent it; the next digest says"
              + " it again",
          each.slot(),
          each.channel().id());
    }
  }

  private void addForUnits(ReminderRules rules, Instant now) {
    Map<Long, Long> units =
        channels.ofUnits().stream()
            .filter(each -> each.owner() instanceof ChatOwner.OfUnit)
            .collect(toMap(ChatChannel::id, each -> ((ChatOwner.OfUnit) each.owner()).unitId()));
    if (units.isEmpty()) {
      return;
    }
    LocalDate from = LocalDate.ofInstant(now, clock.getZone()).minusDays(Waiting.REMEMBERED_DAYS);
    Map<Long, Digest> due =
        waiting.dueIn(rules, now, Set.copyOf(units.values()), posts.lastOfUnits(from));
    Map<Long, LocalDate> slots =
        units.entrySet().stream()
            .filter(each -> due.containsKey(each.getValue()))
            .collect(toMap(Map.Entry::getKey, each -> due.get(each.getValue()).slot()));
    if (!slots.isEmpty()) {
      posts.add(slots, now);
    }
  }

  /** Whether all of a batch was done in time. */
  private boolean post(ReminderRules rules, Instant now, List<Posts.Waiting> batch) {
    Set<String> personKeys =
        batch.stream().flatMap(each -> personKey(each).stream()).collect(toSet());
    Set<Long> unitIds = batch.stream().flatMap(each -> unitId(each).stream()).collect(toSet());
    Map<String, Digest> ofPeople =
        personKeys.isEmpty() ? Map.of() : waiting.of(rules, now, personKeys);
    Map<Long, Digest> ofUnits = unitIds.isEmpty() ? Map.of() : waiting.in(rules, now, unitIds);
    AtomicBoolean late = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, Posting::thread);
    for (Posts.Waiting each : batch) {
      Optional<Digest> digest =
          personKey(each).map(ofPeople::get).or(() -> unitId(each).map(ofUnits::get));
      threads.execute(
          () -> {
            if (!late.get()) {
              posted(each, digest);
            }
          });
    }
    threads.shutdown();
    return isOver(threads, late);
  }

  /** Whoever still calls is left to end that: an interrupted thread could harm the database. */
  private boolean isOver(ExecutorService threads, AtomicBoolean late) {
    try {
      return threads.awaitTermination(batchTime.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      late.set(true);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bearings-chats");
    thread.setDaemon(true);
    return thread;
  }

  private static Optional<String> personKey(Posts.Waiting post) {
    return Optional.of(post.channel().owner())
        .filter(ChatOwner.OfPerson.class::isInstance)
        .map(owner -> ((ChatOwner.OfPerson) owner).key());
  }

  private static Optional<Long> unitId(Posts.Waiting post) {
    return Optional.of(post.channel().owner())
        .filter(ChatOwner.OfUnit.class::isInstance)
        .map(owner -> ((ChatOwner.OfUnit) owner).unitId());
  }

  private void posted(Posts.Waiting post, Optional<Digest> digest) {
    try {
      if (posts.begin(post.id())) {
        send(post, digest);
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The post {} to channel {} failed", post.id(), post.channel().id(), e);
    }
  }

  private void send(Posts.Waiting post, Optional<Digest> digest) {
    ChatChannel channel = post.channel();
    if (digest.isEmpty() || !channel.on() || personKey(post).filter(this::isGone).isPresent()) {
      posts.end(post.id(), Posts.State.NEEDLESS, "", clock.instant());
      return;
    }
    if (channel.deadSince().isPresent() || post.tries() >= Backoff.TRIES) {
      mail(post, digest.get(), "the channel is dead");
      return;
    }
    ChatCalls.Answer answer =
        calls.post(channel.kind(), post.sealed(), bulletin(channel, digest.get()));
    switch (answer.verdict()) {
      case TAKEN -> {
        posts.end(post.id(), Posts.State.TAKEN, answer.note(), clock.instant());
        channels.took(channel.id());
      }
      case VOID -> {
        dead.die(channel, answer.note());
        mail(post, digest.get(), answer.note());
      }
      case REFUSED -> giveUp(post, digest.get(), answer.note());
      default -> later(post, digest.get(), answer);
    }
  }

  private boolean isGone(String personKey) {
    return !people.isActive(personKey);
  }

  private Bulletin bulletin(ChatChannel channel, Digest digest) {
    return channel.owner() instanceof ChatOwner.OfUnit
        ? bulletins.ofUnit(digest, channel.madeBy())
        : bulletins.ofPerson(digest);
  }

  private void later(Posts.Waiting post, Digest digest, ChatCalls.Answer answer) {
    Optional<Duration> wait = backoff.after(post.tries() + 1, answer.after());
    if (wait.isEmpty()) {
      giveUp(post, digest, answer.note());
      return;
    }
    Instant at = clock.instant();
    posts.failed(post.id(), answer.note(), at, at.plus(wait.get()));
  }

  private void giveUp(Posts.Waiting post, Digest digest, String note) {
    if (channels.gaveUp(post.channel().id()) >= MOST_GIVEN_UP) {
      dead.die(post.channel(), note);
    }
    mail(post, digest, note);
  }

  /** Whoever is told by mail anyway is told nothing twice. */
  private void mail(Posts.Waiting post, Digest digest, String note) {
    Instant at = clock.instant();
    switch (dead.mail(post.channel(), digest)) {
      case SENT -> posts.end(post.id(), Posts.State.MAILED, note, at);
      case NEEDLESS -> posts.end(post.id(), Posts.State.GIVEN_UP, note, at);
      default -> mailLater(post, note, at);
    }
  }

  private void mailLater(Posts.Waiting post, String note, Instant at) {
    int tries = post.tries() + 1;
    Optional<Duration> wait =
        tries < 2 * Backoff.TRIES
            ? backoff.after(Math.max(1, tries % Backoff.TRIES), Optional.empty())
            : Optional.empty();
    if (wait.isPresent()) {
      posts.failed(post.id(), note, at, at.plus(wait.get()));
    } else {
      LOG.error("The post {} could not be sent by mail either", post.id());
      posts.end(post.id(), Posts.State.GIVEN_UP, note, at);
    }
  }

  /** Forgets what is long past. */
  public void forget() {
    posts.forget(LocalDate.ofInstant(clock.instant().minus(KEPT), clock.getZone()));
  }
}
