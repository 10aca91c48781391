package io.bearings.rest;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers requests: finds out who asks, and turns refusals into statuses and texts in that person's
 * language.
 */
@Component
public class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final SignedIn signedIn;
  private final WriteLimit writeLimit;
  private final I18nResolver i18n;

  @Inject
  public Answers(SignedIn signedIn, WriteLimit writeLimit, @ComponentImport I18nResolver i18n) {
    this.signedIn = signedIn;
    this.writeLimit = writeLimit;
    this.i18n = i18n;
  }

  /** Answers 200 with what a use case reads for the person who asks. */
  Response ok(Function<Person, Object> useCase) {
    return answer(who -> response(Status.OK, useCase.apply(who)));
  }

  /**
   * Answers 200 with what a use case reads, or 304 while the client has just that. Nothing but the
   * answer itself says whether it is another one, so no cause of a change can be forgotten.
   *
   * @param request says by {@code If-None-Match} what the client has
   */
  Response unlessSeen(Request request, Function<Person, Object> useCase) {
    return answer(
        who -> {
          Object entity = useCase.apply(who);
          EntityTag tag = new EntityTag(Fingerprint.of(JsonText.of(entity)), true);
          Response.ResponseBuilder seen = request.evaluatePreconditions(tag);
          return seen == null
              ? Response.fromResponse(response(Status.OK, entity)).tag(tag).build()
              : seen.cacheControl(never()).build();
        });
  }

  /** Answers a read in whatever way it says. */
  Response read(Function<Person, Response> useCase) {
    return answer(useCase);
  }

  /** Answers 200 with what a use case has changed. */
  Response changed(Function<Person, Object> useCase) {
    return answerWrite(who -> response(Status.OK, useCase.apply(who)));
  }

  /** Answers 201 with what a use case created. */
  Response created(Function<Person, Object> useCase) {
    return answerWrite(who -> response(Status.CREATED, useCase.apply(who)));
  }

  /** Answers 204 after a use case that gives nothing. */
  Response done(Consumer<Person> useCase) {
    return answerWrite(
        who -> {
          useCase.accept(who);
          return Response.noContent().build();
        });
  }

  /**
   * Answers 200 with what was saved, or 409 with what somebody else saved meanwhile.
   *
   * @param current reads what is stored now
   */
  Response saved(Function<Person, Object> useCase, Function<Person, Object> current) {
    return answerWrite(
        who -> {
          try {
            return response(Status.OK, useCase.apply(who));
          } catch (Refusal.Conflict e) {
            return conflict(e, current.apply(who));
          }
        });
  }

  /** A text in the language of the person who asks. */
  String text(Message message) {
    return message.in(i18n::getText);
  }

  /** Answers a write in whatever way it says. */
  Response answerWrite(Function<Person, Response> useCase) {
    return answer(
        who -> {
          writeLimit.count(who);
          return useCase.apply(who);
        });
  }

  /**
   * Answers 200 to a write of somebody who need not be logged in, as what they show says who they
   * are.
   *
   * @param from whom to count the write for, such as an address
   */
  Response withoutPerson(String from, Supplier<Object> useCase) {
    try {
      // No key of a user begins so.
      writeLimit.count(new Person("\n" + from));
      return response(Status.OK, useCase.get());
    } catch (Refusal e) {
      return refused(e);
    }
  }

  /** Says that somebody else saved meanwhile. */
  Response conflict(Refusal.Conflict refusal, Object current) {
    return response(
        Status.CONFLICT,
        new ConflictView<>(
            List.of(text(refusal.text())),
            Map.of(),
            List.copyOf(refusal.changedFields()),
            current));
  }

  private Response answer(Function<Person, Response> useCase) {
    Optional<Person> who = signedIn.person();
    if (who.isEmpty()) {
      return response(Status.UNAUTHORIZED, error(Message.of("bearings.error.logIn")));
    }
    try {
      return useCase.apply(who.get());
    } catch (Refusal e) {
      return refused(e);
    }
  }

  private Response refused(Refusal refusal) {
    if (refusal instanceof Refusal.Invalid invalid && !invalid.fields().isEmpty()) {
      Map<String, String> errors = new LinkedHashMap<>();
      invalid.fields().forEach((field, problem) -> errors.put(field, text(problem)));
      return response(Status.BAD_REQUEST, new ErrorView(List.of(), errors));
    }
    if (refusal instanceof Refusal.Unavailable && refusal.getCause() != null) {
      LOG.error("{}", text(refusal.text()), refusal);
    }
    if (refusal instanceof Refusal.TooOften tooOften) {
      return Response.fromResponse(response(Status.TOO_MANY_REQUESTS, error(refusal.text())))
          .header(HttpHeaders.RETRY_AFTER, tooOften.seconds())
          .build();
    }
    return response(status(refusal), error(refusal.text()));
  }

  private static Status status(Refusal refusal) {
    if (refusal instanceof Refusal.Invalid) {
      return Status.BAD_REQUEST;
    }
    if (refusal instanceof Refusal.NotFound) {
      return Status.NOT_FOUND;
    }
    if (refusal instanceof Refusal.Forbidden) {
      return Status.FORBIDDEN;
    }
    if (refusal instanceof Refusal.Conflict) {
      return Status.CONFLICT;
    }
    return Status.SERVICE_UNAVAILABLE;
  }

  private ErrorView error(Message message) {
    return new ErrorView(List.of(text(message)), Map.of());
  }

  /** An answer that nobody keeps; the version of what it holds is its entity tag. */
  static Response response(Status status, Object entity) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .cacheControl(never())
            .entity(entity);
    return entity instanceof Versioned versioned
        ? answer.tag(String.valueOf(versioned.version())).build()
        : answer.build();
  }

  private static CacheControl never() {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return never;
  }
}
