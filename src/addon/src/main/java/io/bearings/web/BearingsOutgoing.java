package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.security.xsrf.RequiresXsrfCheck;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What leaves the site. Jira lets only administrators here; each use case asks once more, for
 * Jira's check stands in a descriptor that somebody may change.
 */
@WebSudoRequired
public class BearingsOutgoing extends JiraWebActionSupport {
  private static final String HOSTS = "allowedHosts";

  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final SignedIn signedIn;
  private final SeeingToActs acts;
  private final PageTexts texts;
  private final Clock clock;

  private String allowedHosts = "";
  private boolean plainMail;
  private String instead = "";
  private String before = "";
  private OutgoingPage page;
  private String refusal = "";

  @Inject
  public BearingsOutgoing(SignedIn signedIn, SeeingToActs acts, PageTexts texts, Clock clock) {
    this.signedIn = signedIn;
    this.acts = acts;
    this.texts = texts;
    this.clock = clock;
  }

  /** Shows what is in force, and a part of the log. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return show(who -> OutgoingPage.of(acts.outgoing(who), OutgoingPage.Said.NOTHING, log(who)));
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

  private String show(Function<Person, OutgoingPage> useCase) {
    try {
      page = useCase.apply(signedIn.person().orElseThrow(Refusal.Forbidden::new));
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  private OutgoingPage undone(Person who) {
    Outgoing current = acts.outgoing(who);
    return state(current).equals(unixLines(instead))
        ? decided(who, "bearings.outgoing.undone")
        : OutgoingPage.of(
            current, OutgoingPage.Said.failed(texts.get("bearings.outgoing.overtaken")), log(who));
  }

  private OutgoingPage decided(Person who, String done) {
    Outgoing former = acts.outgoing(who);
    try {
      Outgoing now = acts.decide(who, hosts(), plainMail);
      return now.equals(former)
          ? OutgoingPage.of(
              now, OutgoingPage.Said.done(texts.get("bearings.outgoing.same")), log(who))
          : OutgoingPage.changed(now, former, OutgoingPage.Said.done(texts.get(done)), log(who));
    } catch (Refusal.Invalid e) {
      return OutgoingPage.refused(
          new OutgoingPage.Typed(allowedHosts, plainMail), wrong(e), log(who));
    }
  }

  private OutgoingPage.Said wrong(Refusal.Invalid refused) {
    return new OutgoingPage.Said(
        "",
        texts.get("bearings.outgoing.notSaved", texts.get("bearings.outgoing.hosts")),
        texts.get(refused.fields().getOrDefault(HOSTS, refused.text())));
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
    return OutgoingPage.Log.of(acts.allDeliveries(who, from), !older, clock.getZone(), texts);
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

  /** What a change that is to be taken back had put in force. */
  public void setInstead(String instead) {
    this.instead = instead;
  }

  /** The id before which the log is shown; whatever is none shows the newest. */
  public void setBefore(String before) {
    this.before = before;
  }
}
