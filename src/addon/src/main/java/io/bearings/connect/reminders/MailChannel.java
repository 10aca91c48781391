package io.bearings.connect.reminders;

import static io.bearings.connect.acts.HtmlText.escaped;
import static java.util.stream.Collectors.joining;

import io.bearings.connect.acts.MailServer;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.rhythm.Channel;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Digest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Reminds people by Jira's mail server, in their own language. The HTML is one table with styles of
 * its own, which every mail program shows.
 */
@Named
public final class MailChannel implements Channel {
  private static final String CELL = "<td style=\"padding:4px 12px 4px 0;text-align:left\">";

  private final MailServer server;
  private final OutgoingSettings settings;
  private final Bulletins bulletins;

  @Inject
  public MailChannel(MailServer server, OutgoingSettings settings, Bulletins bulletins) {
    this.server = server;
    this.settings = settings;
    this.bulletins = bulletins;
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
    send(digest.personKey(), bulletins.ofPerson(digest));
  }

  /** Sends a person what a bulletin says. */
  void send(String toKey, Bulletin bulletin) throws NotSent {
    boolean html = !settings.current().plainMail();
    try {
      server.send(
          new MailServer.Mail(
              toKey, bulletin.heading(), html ? html(bulletin) : plain(bulletin), html));
    } catch (MailServer.NotSent e) {
      throw new NotSent(e.getMessage(), e, Optional.empty());
    }
  }

  private static String plain(Bulletin bulletin) {
    return bulletin.lines().stream()
            .map(each -> each.state() + ": " + each.name() + "\n" + each.address())
            .collect(joining("\n\n"))
        + rest(bulletin).map(text -> "\n\n" + text).orElse("")
        + "\n\n-- \n"
        + bulletin.why()
        + "\n";
  }

  private static String html(Bulletin bulletin) {
    return "<table role=\"presentation\" style=\"border-collapse:collapse;font-size:14px\">\n"
        + bulletin.lines().stream().map(MailChannel::row).collect(joining())
        + "</table>\n"
        + rest(bulletin).map(text -> "<p>" + escaped(text) + "</p>\n").orElse("")
        + "<p style=\"color:#6b778c\">"
        + escaped(bulletin.why())
        + "</p>\n";
  }

  private static Optional<String> rest(Bulletin bulletin) {
    return bulletin.rest(bulletin.lines().size());
  }

  private static String row(Bulletin.Line line) {
    return "<tr>"
        + CELL
        + "<strong>"
        + escaped(line.state())
        + "</strong></td>"
        + CELL
        + "<a href=\""
        + escaped(line.address())
        + "\">"
        + escaped(line.name())
        + "</a></td></tr>\n";
  }
}
