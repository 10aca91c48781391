package io.bearings.rest;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.WriteKeys;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Answers writes. One that carries an {@code Idempotency-Key} is made once: repeated with the same
 * body it gets the same answer again. The key is reserved before the write and completed after it;
 * a write that was refused gives its key back, and one that was cut off may be made again later.
 */
@Component
public class Writes {
  private static final int KEY_LENGTH = 255;
  private static final int RETRY_SECONDS = 2;
  private static final int FIRST_REFUSAL = 300;

  private final Answers answers;
  private final WriteKeys keys;
  private final Clock clock;

  @Inject
  public Writes(Answers answers, WriteKeys keys, Clock clock) {
    this.answers = answers;
    this.keys = keys;
    this.clock = clock;
  }

  /** Answers 201 with what a use case created from the body. */
  Response created(Call call, BiFunction<Writer, Body, Object> useCase) {
    return once(
        call, writer -> Answers.response(Status.CREATED, useCase.apply(writer, call.body())));
  }

  /** Answers 200 with what a use case has changed, without any body. */
  Response changed(Call call, Function<Writer, Object> useCase) {
    return once(call, writer -> Answers.response(Status.OK, useCase.apply(writer)));
  }

  /** Answers 200 with what a use case has changed as the body says. */
  Response changed(Call call, BiFunction<Writer, Body, Object> useCase) {
    return once(call, writer -> Answers.response(Status.OK, useCase.apply(writer, call.body())));
  }

  /** Answers 204 after a use case that gives nothing. */
  Response done(Call call, Consumer<Writer> useCase) {
    return once(
        call,
        writer -> {
          useCase.accept(writer);
          return Response.noContent().build();
        });
  }

  /**
   * Answers 200 with what was saved, or 409 with what somebody else saved meanwhile.
   *
   * @param current reads what is stored now
   */
  Response saved(
      Call call, BiFunction<Writer, Body, Object> useCase, Function<Person, Object> current) {
    return once(
        call,
        writer -> {
          try {
            return Answers.response(Status.OK, useCase.apply(writer, call.body()));
          } catch (Refusal.Conflict e) {
            return answers.conflict(e, current.apply(writer.who()));
          }
        });
  }

  private Response once(Call call, Function<Writer, Response> useCase) {
    return answers.answerWrite(
        who -> {
          Writer writer = call.writer(who);
          return call.key().isEmpty()
              ? useCase.apply(writer)
              : once(call, call.key().get(), writer, useCase);
        });
  }

  private Response once(Call call, String key, Writer writer, Function<Writer, Response> useCase) {
    if (key.isBlank() || key.length() > KEY_LENGTH) {
      throw new Refusal.Invalid(
          Map.of(Call.KEY, Message.of("bearings.error.tooLong", KEY_LENGTH, key.length())));
    }
    WriteKeys.Reservation reservation =
        keys.reserve(
            Fingerprint.of(writer.who().key() + "\n" + key),
            Fingerprint.of(call.target() + "\n" + call.json()),
            clock.instant());
    if (reservation instanceof WriteKeys.Reservation.Reserved reserved) {
      return reserved(reserved.id(), () -> useCase.apply(writer));
    }
    if (reservation instanceof WriteKeys.Reservation.Answered answered) {
      return again(answered);
    }
    return reservation instanceof WriteKeys.Reservation.UnderWay
        ? Response.fromResponse(refused("bearings.error.keyUnderWay"))
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
            .build()
        : refused("bearings.error.keyUsed");
  }

  private interface Attempt {
    Response make();
  }

  private Response reserved(long id, Attempt attempt) {
    Response answer;
    try {
      answer = attempt.make();
    } catch (RuntimeException e) {
      keys.release(id);
      throw e;
    }
    if (answer.getStatus() >= FIRST_REFUSAL) {
      keys.release(id);
      return answer;
    }
    String text = answer.hasEntity() ? JsonText.of(answer.getEntity()) : "";
    keys.complete(id, answer.getStatus(), text);
    return text.isEmpty() ? answer : Response.fromResponse(answer).entity(text).build();
  }

  private static Response again(WriteKeys.Reservation.Answered answered) {
    if (answered.answer().isEmpty()) {
      return Response.status(answered.status()).build();
    }
    Response.ResponseBuilder again =
        Response.fromResponse(
            Answers.response(Status.fromStatusCode(answered.status()), answered.answer()));
    Optional<Integer> version = Body.of(answered.answer()).optionalWhole("version");
    version.ifPresent(it -> again.tag(String.valueOf(it)));
    return again.build();
  }

  private Response refused(String text) {
    return Answers.response(
        Status.CONFLICT,
        new ErrorView(List.of(answers.text(Message.of(text, Call.KEY))), Map.of()));
  }
}
