package io.bearings.connect.reminders;

import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.Seal;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people see and decide about channels: each about their own, and whoever manages a unit about
 * the unit's. Nobody is told the address of any.
 */
@Named
public final class OwnChats {
  /** How many entries of the log are read at once. */
  public static final int PAGE = 100;

  private final ChatChannels channels;
  private final Posts posts;
  private final ChatCalls calls;
  private final Bulletins bulletins;
  private final Seal seal;
  private final OutgoingSettings settings;
  private final Standpoints standpoints;
  private final People people;

  @Inject
  public OwnChats(
      ChatChannels channels,
      Posts posts,
      ChatCalls calls,
      Bulletins bulletins,
      Seal seal,
      OutgoingSettings settings,
      Standpoints standpoints,
      People people) {
    this.channels = channels;
    this.posts = posts;
    this.calls = calls;
    this.bulletins = bulletins;
    this.seal = seal;
    this.settings = settings;
    this.standpoints = standpoints;
    this.people = people;
  }

  /**
   * The channels of the person who asks, or of a unit, oldest first.
   *
   * @throws Refusal.NotFound when there is no such unit or the person may not see it
   * @throws Refusal.Forbidden when the person does not manage the unit
   */
  public List<ChatChannel> list(Person who, Optional<Long> unitId) {
    return channels.of(owner(who, unitId));
  }

  private ChatOwner owner(Person who, Optional<Long> unitId) {
    unitId.ifPresent(id -> requireUnit(who, id));
    return unitId
        .<ChatOwner>map(ChatOwner.OfUnit::new)
        .orElseGet(() -> new ChatOwner.OfPerson(who.key()));
  }

  private void requireUnit(Person who, long unitId) {
    Standpoint standpoint = standpoints.of(who);
    if (!standpoint.maySee(unitId)) {
      throw new Refusal.NotFound(String.valueOf(unitId));
    }
    if (!standpoint.may(Operation.MANAGE_UNIT, unitId)) {
      throw new Refusal.Forbidden();
    }
  }

  /**
   * One channel.
   *
   * @throws Refusal.NotFound when there is none, or it is another person's, or its unit may not be
   *     seen
   * @throws Refusal.Forbidden when the person does not manage its unit
   */
  public ChatChannel one(Person who, long id) {
    ChatChannel channel =
        channels.channel(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
    if (channel.owner() instanceof ChatOwner.OfUnit unit) {
      requireUnit(who, unit.unitId());
    } else if (!channel.owner().equals(new ChatOwner.OfPerson(who.key()))) {
      throw new Refusal.NotFound(String.valueOf(id));
    }
    return channel;
  }

  /**
   * Adds a channel to those of the person who asks, or of a unit.
   *
   * @throws Refusal.NotFound when there is no such unit or the person may not see it
   * @throws Refusal.Forbidden when the person does not manage the unit
   * @throws Refusal.Invalid naming all fields that are wrong, or when there are {@value
   *     ChatChannel#MOST} channels
   */
  public ChatChannel add(Person who, Optional<Long> unitId, ChatKind kind, ChatDraft draft) {
    ChatOwner owner = owner(who, unitId);
    Map<String, Message> problems = problems(draft);
    if (draft.address().isEmpty()) {
      problems.put("address", Message.of("bearings.error.required"));
    }
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    if (channels.of(owner).size() >= ChatChannel.MOST) {
      throw new Refusal.Invalid(Message.of("bearings.error.channels.tooMany", ChatChannel.MOST));
    }
    long id =
        channels.add(
            new ChatChannels.NewChannel(
                owner,
                kind,
                draft.name().strip(),
                draft.on(),
                sealed(draft).orElseThrow(),
                who.key()));
    return one(who, id);
  }

  /**
   * Changes a channel.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound as {@link #one}
   * @throws Refusal.Forbidden as {@link #one}
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else changed it meanwhile
   */
  public ChatChannel change(Person who, long id, int version, ChatDraft draft) {
    ChatChannel known = one(who, id);
    Map<String, Message> problems = problems(draft);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    ChatChannel changed =
        new ChatChannel(
            id,
            known.owner(),
            known.kind(),
            draft.name().strip(),
            draft.on(),
            known.deadSince(),
            who.key(),
            version);
    if (!channels.change(changed, sealed(draft))) {
      throw conflict(who, id);
    }
    return one(who, id);
  }

  private Map<String, Message> problems(ChatDraft draft) {
    return new LinkedHashMap<>(draft.problems(settings.current().allowedHosts()));
  }

  private Optional<String> sealed(ChatDraft draft) {
    return draft.address().map(String::strip).map(seal::seal);
  }

  private Refusal conflict(Person who, long id) {
    ChatChannel now = one(who, id);
    return new Refusal.Conflict(now.name(), now.version(), people.nameOrKey(now.madeBy()));
  }

  /**
   * Removes a channel.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound as {@link #one}
   * @throws Refusal.Forbidden as {@link #one}
   * @throws Refusal.Conflict when somebody else changed it meanwhile
   */
  public void remove(Person who, long id, int version) {
    one(who, id);
    if (!channels.remove(id, version)) {
      throw conflict(who, id);
    }
  }

  /**
   * Posts a message that says that the channel works; a dead one that takes it lives again.
   *
   * @throws Refusal.NotFound as {@link #one}
   * @throws Refusal.Forbidden as {@link #one}
   */
  public ChatCalls.Answer test(Person who, long id) {
    ChatChannel channel = one(who, id);
    String sealed =
        channels.sealedAddress(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
    ChatCalls.Answer answer =
        calls.post(channel.kind(), sealed, bulletins.trial(who.key(), channel.name()));
    if (answer.verdict() == ChatCalls.Verdict.TAKEN) {
      channels.took(id);
    }
    return answer;
  }

  /**
   * What was posted to a channel, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @throws Refusal.NotFound as {@link #one}
   * @throws Refusal.Forbidden as {@link #one}
   */
  public List<Posts.Post> log(Person who, long id, long before) {
    one(who, id);
    return posts.log(id, before, PAGE);
  }
}
