package io.bearings.host;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.scheduler.SchedulerService;
import io.bearings.host.db.Database;
import io.bearings.host.db.DatabaseUnavailable;
import io.bearings.host.db.PooledDatabase;
import io.bearings.host.i18n.Translations;
import io.bearings.host.jira.ImportFailure;
import io.bearings.host.jira.ImportReport;
import io.bearings.host.jira.JiraData;
import io.bearings.host.jobs.DatabaseScheduler;
import io.bearings.host.mail.SiteMail;
import io.bearings.host.pages.FrameOfActions;
import io.bearings.host.pages.SessionTokens;
import io.bearings.host.pages.WebServer;
import io.bearings.host.pages.lab.LogTap;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.AddOnLauncher;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.HostEvents;
import io.bearings.host.runtime.HostServices;
import io.bearings.host.runtime.HostSite;
import io.bearings.host.software.JiraSoftware;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running host: database, Jira's data, the add-on and the web server, in this order. */
final class Host implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Host.class);

  /** The language of people who chose none. */
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private final Options options;
  private final Optional<LogTap> lab;
  private WebServer web;

  private Host(Options options, Optional<LogTap> lab) {
    this.options = options;
    this.lab = lab;
  }

  /**
   * Starts everything.
   *
   * @param lab the log that tests may read; empty when they may not
   * @throws CannotStart with the cause; nothing keeps running then
   */
  static Host start(Options options, Optional<LogTap> lab) throws CannotStart {
    Host host = new Host(options, lab);
    try {
      host.start();
      return host;
    } catch (DatabaseUnavailable | AddOnFailure | ImportFailure e) {
      throw host.stopped(e.getMessage(), e);
    } catch (CannotStart e) {
      throw host.stopped(e.getMessage(), e);
    } catch (Exception e) {
      LOG.error("The start failed", e);
      throw host.stopped(e.toString(), e);
    }
  }

  private CannotStart stopped(String cause, Exception e) {
    close();
    return new CannotStart(cause.replaceAll("\\s*\\R\\s*", " "), e);
  }

  private void start() throws Exception {
    Path home = home();
    web = bind();
    opened.push(web);
    Database database = PooledDatabase.open(options.database());
    opened.push(database);
    HostEvents events = new HostEvents(options.temper());
    Translations translations = new Translations();
    Duration shift = shift();
    Clock time = Clock.offset(Clock.systemUTC(), shift);
    MovableClock clock = new MovableClock(time);
    JiraData jira =
        JiraData.open(
            database, events, translations::in, options.language(), options.temper(), clock);
    opened.push(jira);
    DemoOkrs demo = new DemoOkrs(home, time);
    load(jira, demo);

    DatabaseScheduler scheduler = new DatabaseScheduler(database, time);
    HostServices services =
        new HostServices()
            .publish(EventPublisher.class, events)
            .publish(SchedulerService.class, scheduler)
            .publish(XsrfTokenGenerator.class, new SessionTokens())
            .publish(MailServerManager.class, new SiteMail(options.smtp(), clock));
    jira.publish(services);
    FrameOfActions frame = new FrameOfActions();
    HostSite site = new HostSite(home, options.contextPath(), web::baseUrl, false);
    JiraSoftware software =
        new JiraSoftware(
            options.jiraSoftware(),
            options.temper().harsh(),
            jira.boards(),
            jira::softwareArrived,
            home);
    AddOnRuntime addOn =
        new AddOnLauncher(services, database, options.temper(), frame, site, translations)
            .beside(software)
            .shiftedBy(shift)
            .start(options.addOn());
    opened.push(addOn);
    // Ended before the add-on, whose jobs it runs.
    opened.push(scheduler);
    scheduler.start();
    jira.offerFunctions(addOn::jqlFunctions);
    jira.offerPostFunctions(addOn::postFunctions);
    web.serve(
        new WebServer.Parts(
            services,
            jira.people(),
            jira.workflow(),
            jira.postFunctions(),
            jira.operations(),
            jira.bulk(),
            jira.comments(),
            jira.workLogs(),
            jira.siteOperations(),
            jira.boards(),
            jira.sprints(),
            jira.dashboards(),
            addOn,
            database,
            options.temper(),
            software::arrive,
            events::endBeforeNextIssueEvent,
            clock::move,
            jira.searches(),
            lab),
        frame);
    if (options.demo()) {
      demo.postPending(web.baseUrl());
    }
  }

  /** Where it answers, with context path. */
  String baseUrl() {
    return web.baseUrl();
  }

  /**
   * How far the site's time is from the true one; the site then is in the zone that was asked for.
   */
  private Duration shift() {
    options
        .clock()
        .map(ZonedDateTime::getZone)
        .map(TimeZone::getTimeZone)
        .ifPresent(TimeZone::setDefault);
    return options
        .clock()
        .map(start -> Duration.between(Clock.systemUTC().instant(), start.toInstant()))
        .orElse(Duration.ZERO);
  }

  private Path home() throws CannotStart {
    try {
      return Files.createDirectories(options.home());
    } catch (IOException e) {
      throw new CannotStart("The data directory " + options.home() + " cannot be made: " + e, e);
    }
  }

  private WebServer bind() throws CannotStart {
    InetSocketAddress address = new InetSocketAddress(options.bind(), options.port());
    try {
      return WebServer.bind(new WebServer.Place(address, options.contextPath()));
    } catch (IOException e) {
      throw new CannotStart(
          "Port "
              + options.port()
              + " of "
              + options.bind().getHostAddress()
              + " cannot be used: "
              + e.getMessage()
              + ". Another program may have it; choose another one with --port",
          e);
    }
  }

  private void load(JiraData jira, DemoOkrs demo) throws IOException {
    options.importFile().ifPresent(file -> tell(file.toString(), jira.importFile(file)));
    options.importTables().ifPresent(dir -> tell(dir.toString(), jira.importTables(dir)));
    if (options.demo()) {
      demo.expect();
      ImportReport report = jira.importDemo();
      tell("the demonstration", report);
      if (!report.imported()) {
        demo.wasThereBefore();
      }
    }
  }

  private static void tell(String what, ImportReport report) {
    if (report.imported()) {
      LOG.info(
          "Loaded {}: {} projects, {} issues, {} users",
          what,
          report.projects(),
          report.issues(),
          report.users());
    }
    report.notices().forEach(LOG::info);
  }

  /** Stops everything, newest first; what cannot be stopped is logged. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.error("A part of the host could not be stopped", e);
      }
    }
  }
}
