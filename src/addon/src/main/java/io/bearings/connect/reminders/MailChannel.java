package io.bearings.connect.reminders;

import static io.bearings.connect.acts.HtmlText.escaped;
import static java.util.stream.Collectors.joining;

import io.bearings.connect.acts.MailServer;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.PersonalTexts;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.rhythm.Channel;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Entry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;

/**
 * Reminds people by Jira's mail server, in their own language. The HTML is one table with styles of
 * its own, which every mail program shows.
 */
@Named
public final class MailChannel implements Channel {
  private static final String CELL = "<td style=\"padding:4px 12px 4px 0;text-align:left\">";

  private final MailServer server;
  private final PersonalTexts texts;
  private final OutgoingSettings settings;
  private final CheckInAddress address;
  private final People people;

  @Inject
  public MailChannel(
      MailServer server,
      PersonalTexts texts,
      OutgoingSettings settings,
      CheckInAddress address,
      People people) {
    this.server = server;
    this.texts = texts;
    this.settings = settings;
    this.address = address;
    this.people = people;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.MAIL;
  }

  @Override
  public boolean isOn() {
    return server.isOn();
  }

  @Override
  public void send(Digest digest) throws NotSent {
    boolean html = !settings.current().plainMail();
    try {
      server.send(
          new MailServer.Mail(
              digest.personKey(),
              counted(digest, "bearings.reminder.subject", digest.total()),
              html ? html(digest) : plain(digest),
              html));
    } catch (MailServer.NotSent e) {
      throw new NotSent(e.getMessage(), e, Optional.empty());
    }
  }

  private String plain(Digest digest) {
    return digest.entries().stream()
            .map(
                each ->
                    state(digest, each)
                        + ": "
                        + name(each)
                        + "\n"
                        + address.of(each.unitId(), each.keyResultId()))
            .collect(joining("\n\n"))
        + more(digest).map(text -> "\n\n" + text).orElse("")
        + "\n\n-- \n"
        + text(digest, "bearings.reminder.why")
        + "\n";
  }

  private String html(Digest digest) {
    return "<table role=\"presentation\" style=\"border-collapse:collapse;font-size:14px\">\n"
        + digest.entries().stream().map(each -> row(digest, each)).collect(joining())
        + "</table>\n"
        + more(digest).map(text -> "<p>" + escaped(text) + "</p>\n").orElse("")
        + "<p style=\"color:#6b778c\">"
        + escaped(text(digest, "bearings.reminder.why"))
        + "</p>\n";
  }

  private String row(Digest digest, Entry entry) {
    return "<tr>"
        + CELL
        + "<strong>"
        + escaped(state(digest, entry))
        + "</strong></td>"
        + CELL
        + "<a href=\""
        + escaped(address.of(entry.unitId(), entry.keyResultId()))
        + "\">"
        + escaped(name(entry))
        + "</a></td></tr>\n";
  }

  private static String name(Entry entry) {
    return KeyResult.keyOf(entry.keyResultId()) + " " + entry.title();
  }

  private String state(Digest digest, Entry entry) {
    String day = entry.slot().toString();
    return entry.kind() == Entry.Kind.ESCALATED
        ? text(digest, "bearings.reminder.ESCALATED", day, people.nameOrKey(entry.ownerKey()))
        : text(digest, "bearings.reminder." + entry.kind(), day);
  }

  private Optional<String> more(Digest digest) {
    int left = digest.total() - digest.entries().size();
    return left > 0
        ? Optional.of(counted(digest, "bearings.reminder.more", left))
        : Optional.empty();
  }

  private String counted(Digest digest, String key, int count) {
    return count == 1 ? text(digest, key + ".one") : text(digest, key, count);
  }

  private String text(Digest digest, String key, Serializable... args) {
    return texts.text(digest.personKey(), Message.of(key, args));
  }
}
