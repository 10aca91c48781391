package io.bearings.host.jira;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.I18nHelper;
import java.util.Locale;
import java.util.function.Function;

/** Who is logged in on this thread; set at the start of a request and cleared at its end. */
final class Authentication implements JiraAuthenticationContext {
  private final ThreadLocal<ApplicationUser> loggedIn = new ThreadLocal<>();
  private final HostPerson people;
  private final Locale siteLocale;
  private final Function<Locale, I18nHelper> texts;

  Authentication(HostPerson people, Locale siteLocale, Function<Locale, I18nHelper> texts) {
    this.people = people;
    this.siteLocale = siteLocale;
    this.texts = texts;
  }

  @Override
  public ApplicationUser getLoggedInUser() {
    return loggedIn.get();
  }

  @Override
  public boolean isLoggedInUser() {
    return loggedIn.get() != null;
  }

  @Override
  public Locale getLocale() {
    ApplicationUser user = loggedIn.get();
    return user == null ? siteLocale : people.localeOf(user);
  }

  @Override
  public I18nHelper getI18nHelper() {
    return texts.apply(getLocale());
  }

  @Override
  public void setLoggedInUser(ApplicationUser user) {
    if (user == null) {
      loggedIn.remove();
    } else {
      loggedIn.set(user);
    }
  }

  @Override
  public void clearLoggedInUser() {
    loggedIn.remove();
  }
}
