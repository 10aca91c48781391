package io.bearings.connect.acts;

import static io.bearings.connect.acts.HtmlText.escaped;
import static java.util.stream.Collectors.joining;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the letters that wait: to each person one mail an hour at most, and what comes within the
 * hour goes into the next. Who may no longer see the KPI is sent nothing about it.
 */
@Named
public final class Mailing {
  /** How long a person is left alone after a mail. */
  static final Duration QUIET = Duration.ofHours(1);

  /** How many people one round writes to at most. */
  static final int ROUND = 500;

  /** How many letters one mail joins at most. */
  static final int JOINED = 100;

  /** How often sending is tried. */
  static final int TRIES = 8;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

  private final Outbox outbox;
  private final MailServer server;
  private final Standpoints standpoints;
  private final PersonalTexts texts;
  private final OutgoingSettings settings;
  private final Clock clock;
  private final AtomicBoolean saidThatItIsOff = new AtomicBoolean();

  @Inject
  public Mailing(
      Outbox outbox,
      MailServer server,
      Standpoints standpoints,
      PersonalTexts texts,
      OutgoingSettings settings,
      Clock clock) {
    this.outbox = outbox;
    this.server = server;
    this.standpoints = standpoints;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends what waits now. Where the site sends no mail, what waits is dropped: it is in the inbox.
   *
   * @param stopping whether to begin no more mails
   */
  public void round(BooleanSupplier stopping) {
    Instant now = clock.instant();
    if (!server.isOn()) {
      if (outbox.drop() > 0 && saidThatItIsOff.compareAndSet(false, true)) {
        LOG.info("This Jira sends no mail; news of KPIs are in the inbox of Bearings only");
      }
      return;
    }
    saidThatItIsOff.set(false);
    outbox.forgetSent(now.minus(KEPT));
    Instant quietSince = now.minus(QUIET);
    for (String personKey : outbox.waiting(now, quietSince, ROUND)) {
      if (stopping.getAsBoolean()) {
        return;
      }
      try {
        send(personKey, outbox.take(personKey, now, quietSince, JOINED));
      } catch (RuntimeException e) {
        LOG.error("Mail to {} was not sent", personKey, e);
      }
    }
  }

  private void send(String personKey, List<Letter> taken) {
    Standpoint standpoint = standpoints.of(new Person(personKey));
    List<Letter> letters =
        taken.stream().filter(letter -> standpoint.maySee(letter.unitId())).toList();
    if (letters.isEmpty()) {
      return;
    }
    try {
      server.send(mail(personKey, letters.stream().map(Letter::content).toList()));
    } catch (MailServer.NotSent | RuntimeException | LinkageError e) {
      later(personKey, letters, e);
    }
  }

  private void later(String personKey, List<Letter> letters, Throwable cause) {
    int tries = 1 + letters.stream().mapToInt(Letter::tries).min().orElse(0);
    LOG.warn("Mail to {} was not sent, at try {}", personKey, tries, cause);
    List<Long> again =
        letters.stream().filter(each -> each.tries() + 1 < TRIES).map(Letter::id).toList();
    if (!again.isEmpty()) {
      Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, TRIES));
      outbox.putBack(again, clock.instant().plus(wait));
    }
  }

  private MailServer.Mail mail(String personKey, List<NewLetter> letters) {
    boolean html = !settings.current().plainMail();
    String subject =
        letters.size() == 1
            ? letters.get(0).headline()
            : texts.text(personKey, Message.of("bearings.mail.many", letters.size()));
    String why = texts.text(personKey, Message.of("bearings.mail.why"));
    return new MailServer.Mail(
        personKey, line(subject), html ? html(letters, why) : plain(letters, why), html);
  }

  /** A header has one line, whatever somebody called a KPI. */
  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String plain(List<NewLetter> letters, String why) {
    return letters.stream()
            .map(each -> each.headline() + "\n\n" + each.text() + "\n\n" + each.link())
            .collect(joining("\n\n----\n\n"))
        + "\n\n-- \n"
        + why
        + "\n";
  }

  private static String html(List<NewLetter> letters, String why) {
    return letters.stream()
            .map(
                each ->
                    "<h2 style=\"font-size:16px\"><a href=\""
                        + escaped(each.link())
                        + "\">"
                        + escaped(each.headline())
                        + "</a></h2>\n<p>"
                        + escaped(each.text()).replace("\n", "<br>\n")
                        + "</p>\n")
            .collect(joining("<hr>\n"))
        + "<p style=\"color:#6b778c\">"
        + escaped(why)
        + "</p>\n";
  }
}
