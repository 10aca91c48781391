package io.bearings.host.pages;

import io.bearings.host.jira.JiraRefusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** Turns refusals and failures of pages, actions and REST into answers that say what happened. */
final class ErrorFilter implements Filter {
  private final ErrorPages errors;
  private final Visits visits;

  ErrorFilter(ErrorPages errors, Visits visits) {
    this.errors = errors;
    this.visits = visits;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    BufferedResponse answer = (BufferedResponse) response;
    Visit visit = visits.of((HttpServletRequest) request, answer);
    try {
      chain.doFilter(request, response);
    } catch (LogInNeeded e) {
      answer.startAgain();
      errors.logInNeeded(visit);
      return;
    } catch (JiraRefusal e) {
      answer.startAgain();
      errors.refused(visit, e);
      return;
    } catch (IOException | ServletException | RuntimeException e) {
      answer.startAgain();
      errors.broken(visit, e);
      return;
    }
    Optional<BufferedResponse.Refused> refused = answer.refused();
    if (refused.isPresent()) {
      answer.startAgain();
      errors.refused(visit, refused.get().status(), refused.get().message());
    }
  }
}
