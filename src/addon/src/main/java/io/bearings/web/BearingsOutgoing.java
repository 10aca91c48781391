package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingDraft;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What leaves the site. Jira lets only administrators here; each use case asks once more, for
 * Jira's check stands in a descriptor that somebody may change.
 */
@WebSudoRequired
public class BearingsOutgoing extends JiraWebActionSupport {
  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final SignedIn signedIn;
  private final SeeingToActs acts;
  private final PageTexts texts;
  private final Moments moments;

  private String allowedHosts = "";
  private boolean plainMail;
  private String callLogDays = "";
  private String setting = "";
  private String instead = "";
  private String before = "";
  private OutgoingPage page;
  private String refusal = "";

  @Inject
  public BearingsOutgoing(SignedIn signedIn, SeeingToActs acts, PageTexts texts, Moments moments) {
    this.signedIn = signedIn;
    this.acts = acts;
    this.texts = texts;
    this.moments = moments;
  }

  /** Shows what is in force, and a part of the log. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return show(who -> page(who, acts.outgoing(who), OutgoingPage.Said.NOTHING));
  }

  /** Puts in force what was sent. */
  @Override
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  protected String doExecute() {
    return show(who -> decided(who, "bearings.outgoing.saved"));
  }

  /** Puts in force again what was before a change, unless something else is by now. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doUndo() {
    return show(this::undone);
  }

  /** Puts in force what a setting says by default. */
  @SupportedMethods(RequestMethod.POST)
  @RequiresXsrfCheck
  public String doSetBack() {
    return show(this::backToUsual);
  }

  private String show(Function<Person, OutgoingPage> useCase) {
    try {
      page = useCase.apply(signedIn.person().orElseThrow(Refusal.Forbidden::new));
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  private OutgoingPage page(Person who, Outgoing outgoing, OutgoingPage.Said said) {
    return OutgoingPage.of(outgoing, said, log(who), texts);
  }

  private OutgoingPage undone(Person who) {
    Outgoing current = acts.outgoing(who);
    return state(current).equals(unixLines(instead))
        ? decided(who, "bearings.outgoing.undone")
        : page(who, current, OutgoingPage.Said.failed(texts.get("bearings.outgoing.overtaken")));
  }

  private OutgoingPage backToUsual(Person who) {
    Map<SiteSetting, SettingValue> values = new EnumMap<>(acts.outgoing(who).values());
    Map<SiteSetting, SettingValue> usual = Outgoing.DEFAULT.values();
    SiteSetting.called(setting).ifPresent(each -> values.replace(each, usual.get(each)));
    return decided(who, OutgoingDraft.of(values), "bearings.outgoing.saved");
  }

  private OutgoingPage decided(Person who, String done) {
    Map<String, String> errors = new LinkedHashMap<>();
    Optional<BigDecimal> days = days(errors);
    OutgoingDraft draft = new OutgoingDraft(hosts(), plainMail, days);
    if (errors.isEmpty()) {
      return decided(who, draft, done);
    }
    draft.problems().forEach((name, problem) -> errors.put(name, texts.get(problem)));
    return refused(who, errors);
  }

  private OutgoingPage decided(Person who, OutgoingDraft draft, String done) {
    Outgoing former = acts.outgoing(who);
    try {
      Outgoing now = acts.decide(who, draft);
      return now.equals(former)
          ? page(who, now, OutgoingPage.Said.done(texts.get("bearings.outgoing.same")))
          : OutgoingPage.changed(
              now, former, OutgoingPage.Said.done(texts.get(done)), log(who), texts);
    } catch (Refusal.Invalid e) {
      Map<String, String> errors = new LinkedHashMap<>();
      e.fields().forEach((name, problem) -> errors.put(name, texts.get(problem)));
      return refused(who, errors);
    }
  }

  private OutgoingPage refused(Person who, Map<String, String> errors) {
    String wrong =
        errors.keySet().stream()
            .flatMap(name -> SiteSetting.called(name).stream())
            .map(each -> texts.get(each.label()))
            .collect(Collectors.joining(", "));
    return OutgoingPage.refused(
        acts.outgoing(who),
        new OutgoingPage.Typed(allowedHosts, plainMail, callLogDays),
        new OutgoingPage.Said("", texts.get("bearings.outgoing.notSaved", wrong), errors),
        log(who),
        texts);
  }

  /** Absent where nothing was typed: then they stay. */
  private Optional<BigDecimal> days(Map<String, String> errors) {
    try {
      return Optional.of(callLogDays.strip()).filter(it -> !it.isEmpty()).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      errors.put(SiteSetting.CALL_LOG_DAYS.fileName(), texts.get("bearings.form.notANumber"));
      return Optional.empty();
    }
  }

  /** One on each line. */
  private List<String> hosts() {
    return allowedHosts.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String state(Outgoing outgoing) {
    return OutgoingPage.Typed.of(outgoing).state();
  }

  /** Browsers send the ends of lines as networks have them. */
  private static String unixLines(String text) {
    return text.replace("\r\n", "\n");
  }

  private OutgoingPage.Log log(Person who) {
    boolean older = ID.matcher(before).matches();
    long from = older ? Long.parseLong(before) : Long.MAX_VALUE;
    return OutgoingPage.Log.of(acts.allDeliveries(who, from), !older, moments, texts);
  }

  /** What the template shows; null when there is only a refusal to show. */
  public OutgoingPage getPage() {
    return page;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }

  /** The hosts, one on each line. */
  public void setAllowedHosts(String allowedHosts) {
    this.allowedHosts = allowedHosts;
  }

  public void setPlainMail(boolean plainMail) {
    this.plainMail = plainMail;
  }

  /** For how many days the log of calls is kept. */
  public void setCallLogDays(String callLogDays) {
    this.callLogDays = callLogDays;
  }

  /** The name of the setting that is to be set back. */
  public void setSetting(String setting) {
    this.setting = setting;
  }

  /** What a change that is to be taken back had put in force. */
  public void setInstead(String instead) {
    this.instead = instead;
  }

  /** The id before which the log is shown; whatever is none shows the newest. */
  public void setBefore(String before) {
    this.before = before;
  }
}
