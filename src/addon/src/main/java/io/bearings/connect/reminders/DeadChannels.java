package io.bearings.connect.reminders;

import io.bearings.okr.ErrorLog;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import io.bearings.rhythm.Channel;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Preferences;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of channels that take nothing any more: whoever answers for one is told once. */
@Named
public final class DeadChannels {
  private static final Logger LOG = LoggerFactory.getLogger(DeadChannels.class);

  private final ChatChannels channels;
  private final MailChannel mail;
  private final Bulletins bulletins;
  private final Preferences preferences;
  private final Units units;
  private final ErrorLog errors;
  private final Clock clock;

  @Inject
  public DeadChannels(
      ChatChannels channels,
      MailChannel mail,
      Bulletins bulletins,
      Preferences preferences,
      Units units,
      ErrorLog errors,
      Clock clock) {
    this.channels = channels;
    this.mail = mail;
    this.bulletins = bulletins;
    this.preferences = preferences;
    this.units = units;
    this.errors = errors;
    this.clock = clock;
  }

  /** What came of sending by mail what a channel did not take. */
  enum Mailed {
    SENT,
    /** The person gets mail anyway, or the site sends none. */
    NEEDLESS,
    NOT_YET
  }

  /**
   * Says that a channel is dead. The first time, administrators find it among the errors of the
   * health page, and by mail it is told to the person whose channel it is, or to the unit's lead
   * and to whoever set the channel up.
   *
   * @param note the last answer
   */
  void die(ChatChannel channel, String note) {
    if (!channels.die(channel.id(), clock.instant())) {
      return;
    }
    LOG.error("Channel {} of {} is dead: {}", channel.id(), channel.kind(), note);
    errors.add(
        "A channel of a chat service is dead: number " + channel.id(),
        new Channel.NotSent(note, null, Optional.empty()));
    if (mail.isOn()) {
      answering(channel).forEach(key -> tell(key, channel, note));
    }
  }

  private Set<String> answering(ChatChannel channel) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(toKey(channel));
    keys.add(channel.madeBy());
    return keys;
  }

  /** Whom it concerns most: the person, or the lead of the unit. */
  private String toKey(ChatChannel channel) {
    return channel.owner() instanceof ChatOwner.OfUnit unit
        ? units.unit(unit.unitId()).flatMap(Unit::leadKey).orElse(channel.madeBy())
        : ((ChatOwner.OfPerson) channel.owner()).key();
  }

  private void tell(String toKey, ChatChannel channel, String note) {
    try {
      mail.send(toKey, bulletins.dead(toKey, channel.name(), note));
    } catch (Channel.NotSent | RuntimeException e) {
      LOG.warn("That channel {} is dead could not be told to {}", channel.id(), toKey, e);
    }
  }

  /** Sends by mail what a channel did not take. */
  Mailed mail(ChatChannel channel, Digest digest) {
    boolean ofUnit = channel.owner() instanceof ChatOwner.OfUnit;
    if (!mail.isOn()
        || !ofUnit && !preferences.of(digest.personKey()).off().contains(ChannelKind.MAIL)) {
      return Mailed.NEEDLESS;
    }
    try {
      String toKey = toKey(channel);
      mail.send(toKey, ofUnit ? bulletins.ofUnit(digest, toKey) : bulletins.ofPerson(digest));
      return Mailed.SENT;
    } catch (Channel.NotSent | RuntimeException e) {
      LOG.warn("What channel {} did not take was not sent by mail", channel.id(), e);
      return Mailed.NOT_YET;
    }
  }
}
