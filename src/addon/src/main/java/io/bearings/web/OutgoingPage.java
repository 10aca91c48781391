package io.bearings.web;

import io.bearings.connect.acts.Calling;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What leaves the site: the form of what an administrator decides, and the log of calls. */
public final class OutgoingPage {
  private final Typed form;
  private final Said said;
  private final Optional<Outgoing> before;
  private final List<CallRow> calls;
  private final boolean newest;
  private final String older;
  private final Map<String, SettingFact> facts;

  private OutgoingPage(
      Typed form, Said said, Optional<Outgoing> before, Log log, Map<String, SettingFact> facts) {
    this.facts = Map.copyOf(facts);
    this.form = form;
    this.said = said;
    this.before = before;
    this.calls = log.rows();
    this.newest = log.newest();
    this.older = log.older();
  }

  /**
   * The form's values.
   *
   * @param hosts one on each line
   */
  record Typed(String hosts, boolean plainMail, String callLogDays) {

    static Typed of(Outgoing outgoing) {
      return new Typed(
          String.join("\n", outgoing.allowedHosts().stream().sorted().toList()),
          outgoing.plainMail(),
          String.valueOf(outgoing.callLogDays()));
    }

    /** The same for the same values, and for no others. */
    String state() {
      return plainMail + "\n" + callLogDays + "\n" + hosts;
    }
  }

  /**
   * What the page says of what was just done; each is empty when there is nothing to say.
   *
   * @param problem why something was not done
   * @param errors what is wrong, by the settings' names in files
   */
  record Said(String success, String problem, Map<String, String> errors) {
    static final Said NOTHING = new Said("", "", Map.of());

    static Said done(String success) {
      return new Said(success, "", Map.of());
    }

    static Said failed(String problem) {
      return new Said("", problem, Map.of());
    }
  }

  /**
   * A part of the log of calls.
   *
   * @param newest whether it is its beginning
   * @param older the id before which it goes on; empty at its end
   */
  record Log(List<CallRow> rows, boolean newest, String older) {

    static Log of(
        List<Deliveries.Entry> entries, boolean newest, Moments moments, PageTexts texts) {
      return new Log(
          entries.stream().map(each -> row(each.delivery(), moments, texts)).toList(),
          newest,
          entries.size() < SeeingToActs.PAGE
              ? ""
              : String.valueOf(entries.get(entries.size() - 1).id()));
    }

    private static CallRow row(Deliveries.Delivery call, Moments moments, PageTexts texts) {
      String why = call.answer().note();
      return new CallRow(
          moments.text(call.begun()),
          "KPI-" + call.kpiId(),
          texts.get("bearings.outgoing.happening." + call.happening()),
          call.url(),
          Calling.isTaken(call.answer()),
          call.answer()
              .status()
              .map(String::valueOf)
              .orElseGet(() -> why.isEmpty() ? texts.get("bearings.outgoing.log.silent") : why),
          texts.get("bearings.outgoing.log.milliseconds", String.valueOf(call.millis())));
    }
  }

  /** What is in force, and what was just done or why it was not. */
  static OutgoingPage of(Outgoing outgoing, Said said, Log log, PageTexts texts) {
    return new OutgoingPage(
        Typed.of(outgoing), said, Optional.empty(), log, facts(outgoing, texts));
  }

  /** What was just put in force, and what was before, which can be put in force again. */
  static OutgoingPage changed(
      Outgoing outgoing, Outgoing before, Said said, Log log, PageTexts texts) {
    return new OutgoingPage(
        Typed.of(outgoing), said, Optional.of(before), log, facts(outgoing, texts));
  }

  /** What was typed, and what is wrong with it. */
  static OutgoingPage refused(Outgoing inForce, Typed typed, Said said, Log log, PageTexts texts) {
    return new OutgoingPage(typed, said, Optional.empty(), log, facts(inForce, texts));
  }

  private static Map<String, SettingFact> facts(Outgoing outgoing, PageTexts texts) {
    Map<String, SettingFact> facts = new LinkedHashMap<>();
    Map<SiteSetting, SettingValue> usual = Outgoing.DEFAULT.values();
    outgoing
        .values()
        .forEach(
            (setting, now) ->
                facts.put(
                    setting.fileName(), SettingFact.of(setting, now, usual.get(setting), texts)));
    return facts;
  }

  /** What is said beside the allowed hosts. */
  public SettingFact getHostsFact() {
    return facts.get(SiteSetting.ALLOWED_HOSTS.fileName());
  }

  /** What is said beside mail as plain text. */
  public SettingFact getPlainMailFact() {
    return facts.get(SiteSetting.PLAIN_MAIL.fileName());
  }

  /** What is said beside the days that the log of calls is kept. */
  public SettingFact getCallLogDaysFact() {
    return facts.get(SiteSetting.CALL_LOG_DAYS.fileName());
  }

  /** For how many days the log of calls is kept. */
  public String getCallLogDays() {
    return form.callLogDays();
  }

  /** For how many days it was kept before the change. */
  public String getCallLogDaysBefore() {
    return before.map(it -> String.valueOf(it.callLogDays())).orElse("");
  }

  /** What is wrong with these days; empty when nothing is. */
  public String getCallLogDaysError() {
    return said.errors().getOrDefault(SiteSetting.CALL_LOG_DAYS.fileName(), "");
  }

  /** The allowed hosts, one on each line. */
  public String getHosts() {
    return form.hosts();
  }

  /** Whether no host is allowed, or typed. */
  public boolean isWithoutHosts() {
    return form.hosts().isBlank();
  }

  /** What is wrong with the hosts; empty when nothing is. */
  public String getHostsError() {
    return said.errors().getOrDefault(SiteSetting.ALLOWED_HOSTS.fileName(), "");
  }

  /** Whether mail is plain text. */
  public boolean isPlainMail() {
    return form.plainMail();
  }

  /** Why something was not done; empty when all is well. */
  public String getProblem() {
    return said.problem();
  }

  /** What was just done; empty when nothing was. */
  public String getSuccess() {
    return said.success();
  }

  /** Whether what was just done can be taken back. */
  public boolean isUndoable() {
    return before.isPresent();
  }

  /** The allowed hosts before the change, one on each line. */
  public String getHostsBefore() {
    return before.map(it -> Typed.of(it).hosts()).orElse("");
  }

  /** Whether mail was plain text before the change. */
  public boolean isPlainMailBefore() {
    return before.map(Outgoing::plainMail).orElse(false);
  }

  /** What has to be in force still for the change to be taken back. */
  public String getSavedState() {
    return form.state();
  }

  /** The calls, newest first. */
  public List<CallRow> getCalls() {
    return calls;
  }

  /** Whether there are no calls in this part of the log. */
  public boolean isWithoutCalls() {
    return calls.isEmpty();
  }

  /** Whether the log is shown from its beginning. */
  public boolean isNewest() {
    return newest;
  }

  /** The id before which the log goes on; empty at its end. */
  public String getOlder() {
    return older;
  }
}
