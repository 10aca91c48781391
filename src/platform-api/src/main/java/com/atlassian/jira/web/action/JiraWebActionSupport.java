package com.atlassian.jira.web.action;

import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base of actions below {@code /secure}. The URL {@code Alias.jspa} validates and executes;
 * {@code Alias!name.jspa} calls {@code doName()}. What the action returns selects its view.
 *
 * <p>Source and confidence: SP: H for doExecute, doDefault, doValidation, getHttpRequest, the
 * errors, the redirect and the constants; L for the order within execute. The constants are
 * initialised by calls, so that nothing of them is copied into callers.
 */
public class JiraWebActionSupport implements ErrorCollection {
  public static final String SUCCESS = String.valueOf("success");
  public static final String INPUT = String.valueOf("input");
  public static final String ERROR = String.valueOf("error");
  public static final String LOGIN = String.valueOf("login");
  public static final String NONE = String.valueOf("none");
  public static final String RETURN_URL_PARAMETER = String.valueOf("returnUrl");
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final List<String> errorMessages = new ArrayList<>();
  private String returnUrl;

  /** Validates and executes; {@link #INPUT} when the validation found errors. */
  public String execute() throws Exception {
    doValidation();
    return invalidInput() ? INPUT : doExecute();
  }

  /** What the action does; by default it shows its success view. */
  protected String doExecute() throws Exception {
    return SUCCESS;
  }

  /** What {@code Alias!default.jspa} does; by default it shows the input view. */
  public String doDefault() throws Exception {
    return INPUT;
  }

  /** Adds an error for each thing that is wrong with what was sent; by default nothing is. */
  protected void doValidation() {}

  /** Whether the validation found errors. */
  public boolean invalidInput() {
    return hasAnyErrors();
  }

  /** The request that this thread answers. */
  protected HttpServletRequest getHttpRequest() {
    return ExecutingHttpRequest.get();
  }

  /** The response that belongs to {@link #getHttpRequest()}. */
  protected HttpServletResponse getHttpResponse() {
    return ExecutingHttpRequest.getResponse();
  }

  public String getReturnUrl() {
    return returnUrl;
  }

  public void setReturnUrl(String returnUrl) {
    this.returnUrl = returnUrl;
  }

  /**
   * Sends the browser to the return address if there is one within this Jira, otherwise to the
   * default one.
   */
  public String getRedirect(String defaultUrl) {
    return forceRedirect(staysHere(returnUrl) ? returnUrl : defaultUrl);
  }

  /**
   * Sends the browser to an address, which follows the context path when it starts with a slash.
   */
  protected String forceRedirect(String url) {
    String target = url.startsWith("/") ? getHttpRequest().getContextPath() + url : url;
    try {
      getHttpResponse().sendRedirect(target);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot redirect to " + target, e);
    }
    return NONE;
  }

  private static boolean staysHere(String url) {
    return url != null
        && !url.isBlank()
        && url.startsWith("/")
        && !url.startsWith("//")
        && url.indexOf('\\') < 0
        && url.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public void addError(String field, String message) {
    errors.put(field, message);
  }

  @Override
  public void addErrorMessage(String message) {
    errorMessages.add(message);
  }

  @Override
  public void addErrorMessages(Collection<String> messages) {
    errorMessages.addAll(messages);
  }

  @Override
  public void addErrorCollection(ErrorCollection other) {
    addErrors(other.getErrors());
    addErrorMessages(other.getErrorMessages());
  }

  @Override
  public void addErrors(Map<String, String> other) {
    errors.putAll(other);
  }

  @Override
  public Map<String, String> getErrors() {
    return errors;
  }

  @Override
  public Collection<String> getErrorMessages() {
    return errorMessages;
  }

  @Override
  public boolean hasAnyErrors() {
    return !errors.isEmpty() || !errorMessages.isEmpty();
  }
}
