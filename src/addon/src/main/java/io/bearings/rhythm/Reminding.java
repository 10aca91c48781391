package io.bearings.rhythm;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds people of their check-ins. A run reads what waits by a few statements however many people
 * there are, then claims and reminds {@link Reminders#BATCH} people after the other, by one
 * statement each as long as all channels take what they are sent.
 */
@Named
public final class Reminding {
  /** How long a batch may take; later its node counts as ended. */
  static final Duration BATCH_LIFE = Duration.ofHours(1);

  /** How long it is kept who was reminded, and what was not taken. */
  static final Duration KEPT = Duration.ofDays(400);

  /** Time zones are no further from that of Greenwich than a day. */
  private static final int ANY_ZONE = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

  private final Waiting waiting;
  private final Reminders reminders;
  private final Attempts attempts;
  private final Preferences preferences;
  private final ReminderSettings settings;
  private final List<Channel> channels;
  private final Chats chats;
  private final Clock clock;
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());

  @Inject
  public Reminding(
      Waiting waiting,
      Reminders reminders,
      Attempts attempts,
      Preferences preferences,
      ReminderSettings settings,
      Channel channel,
      Chats chats,
      Clock clock) {
    this.waiting = waiting;
    this.reminders = reminders;
    this.attempts = attempts;
    this.preferences = preferences;
    this.settings = settings;
    this.channels = List.of(channel);
    this.chats = chats;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param reminded how many people were reminded
   * @param lost how many were to be reminded by a node that was ended
   */
  public record Round(int reminded, int lost) {}

  /**
   * Reminds whoever is to be reminded now. Nothing is done while reminders are off.
   *
   * @param stopping whether to begin no more batches
   */
  public Round round(BooleanSupplier stopping) {
    ReminderRules rules = settings.current();
    if (!rules.on()) {
      return new Round(0, 0);
    }
    Instant now = clock.instant();
    int lost = lose(now);
    Map<String, Preference> wishes = preferences.all();
    Set<String> withChats = chats.people();
    List<Digest> due = due(rules, now, wishes, withChats);
    return new Round(remind(due, wishes, withChats, stopping), lost);
  }

  private int lose(Instant now) {
    List<Reminders.Claimed> lost = reminders.lose(now.minus(BATCH_LIFE));
    for (Reminders.Claimed each : lost) {
      LOG.error(
          "The reminder to {} of {} was lost with the node that was to send it; the next digest"
              + " says it again",
          each.personKey(),
          each.slot());
    }
    return lost.size();
  }

  private List<Digest> due(
      ReminderRules rules, Instant now, Map<String, Preference> wishes, Set<String> withChats) {
    LocalDate earliest =
        now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DueDigests.LATE_DAYS + ANY_ZONE);
    return waiting.due(rules, now, wishes, reminders.since(earliest), withChats);
  }

  /** A batch is begun only when the one before is over, which is what its claim says. */
  private int remind(
      List<Digest> due,
      Map<String, Preference> wishes,
      Set<String> withChats,
      BooleanSupplier stopping) {
    String run = UUID.randomUUID().toString();
    int number = 0;
    int told = 0;
    for (int from = 0; from < due.size() && !stopping.getAsBoolean(); from += Reminders.BATCH) {
      List<Digest> batch = due.subList(from, Math.min(from + Reminders.BATCH, due.size()));
      number++;
      Set<String> ours = claimed(new Reminders.Batch(run, number, clock.instant(), batch));
      post(batch.stream().filter(each -> ours.contains(each.personKey())).toList(), withChats);
      for (Digest each : batch) {
        if (ours.contains(each.personKey())) {
          tell(each, wishes.getOrDefault(each.personKey(), Preference.DEFAULT));
          told++;
        }
      }
    }
    if (number > 0) {
      reminders.end(run);
    }
    return told;
  }

  private void post(List<Digest> ours, Set<String> withChats) {
    List<Digest> posted =
        ours.stream().filter(each -> withChats.contains(each.personKey())).toList();
    if (!posted.isEmpty()) {
      chats.post(posted);
    }
  }

  private Set<String> claimed(Reminders.Batch batch) {
    try {
      return reminders.claim(batch);
    } catch (RuntimeException e) {
      if (batch.number() > 1) {
        // The batches before were told, whatever comes of this one.
        reminders.end(batch.run());
      }
      throw e;
    }
  }

  private void tell(Digest digest, Preference wish) {
    for (Channel each : channels) {
      if (!wish.off().contains(each.kind()) && each.isOn()) {
        failure(each, digest).ifPresent(failure -> keep(each, digest, failure));
      }
    }
  }

  /** What came in the way, and how long the channel wants to be left alone. */
  private record Failure(String note, Optional<Duration> after) {}

  private static Optional<Failure> failure(Channel channel, Digest digest) {
    try {
      channel.send(digest);
      return Optional.empty();
    } catch (Channel.NotSent e) {
      return Optional.of(new Failure(String.valueOf(e.getMessage()), e.after()));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("A reminder to {} by {} failed", digest.personKey(), channel.kind(), e);
      return Optional.of(new Failure(e.getClass().getSimpleName(), Optional.empty()));
    }
  }

  private void keep(Channel channel, Digest digest, Failure failure) {
    Instant at = clock.instant();
    attempts.add(
        new Attempts.NewAttempt(
            digest.personKey(),
            digest.slot(),
            channel.kind(),
            failure.note(),
            at,
            backoff.after(1, failure.after()).map(at::plus)));
  }

  /**
   * Tries again what channels did not take, a batch at a time: each person is sent what waits by
   * now, and nothing where nothing waits any more.
   *
   * @param stopping whether to begin no more
   * @return how many were taken this time
   */
  public int retry(BooleanSupplier stopping) {
    ReminderRules rules = settings.current();
    if (!rules.on() || stopping.getAsBoolean()) {
      return 0;
    }
    Instant now = clock.instant();
    List<Attempts.Attempt> again = attempts.take(now, now.plus(BATCH_LIFE), Reminders.BATCH);
    if (again.isEmpty()) {
      return 0;
    }
    Set<String> keys = again.stream().map(Attempts.Attempt::personKey).collect(toSet());
    Map<String, Preference> wishes = preferences.all();
    Map<String, Digest> byPerson = waiting.of(rules, now, keys);
    int taken = 0;
    for (Attempts.Attempt each : again) {
      Preference wish = wishes.getOrDefault(each.personKey(), Preference.DEFAULT);
      Optional<Digest> digest = Optional.ofNullable(byPerson.get(each.personKey()));
      taken += retried(each, digest.filter(it -> !wish.off().contains(each.channel()))) ? 1 : 0;
    }
    return taken;
  }

  private boolean retried(Attempts.Attempt attempt, Optional<Digest> digest) {
    Optional<Channel> channel =
        channels.stream().filter(each -> each.kind() == attempt.channel()).findFirst();
    if (digest.isEmpty() || channel.isEmpty()) {
      attempts.settled(attempt.id(), clock.instant());
      return false;
    }
    Optional<Failure> failure = failure(channel.get(), digest.get());
    Instant at = clock.instant();
    if (failure.isEmpty()) {
      attempts.settled(attempt.id(), at);
      return true;
    }
    attempts.failed(
        attempt.id(),
        failure.get().note(),
        at,
        backoff.after(attempt.tries() + 1, failure.get().after()).map(at::plus));
    return false;
  }

  /** Forgets what is long past. */
  public void forget() {
    Instant before = clock.instant().minus(KEPT);
    reminders.forget(before);
    attempts.forget(before);
  }
}
