package io.bearings.connect.reminders;

import static java.util.stream.Collectors.toMap;

import io.bearings.rhythm.Chats;
import io.bearings.rhythm.Digest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Puts what is to be posted to people's own channels where {@link Posting} takes it from. */
@Named
public final class ChatQueue implements Chats {
  private final ChatChannels channels;
  private final Posts posts;
  private final Clock clock;

  @Inject
  public ChatQueue(ChatChannels channels, Posts posts, Clock clock) {
    this.channels = channels;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public Set<String> people() {
    return channels.people();
  }

  @Override
  public void post(List<Digest> digests) {
    posts.addForPeople(
        digests.stream().collect(toMap(Digest::personKey, Digest::slot)), clock.instant());
  }
}
