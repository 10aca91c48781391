package io.bearings.rest;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Tag;
import io.bearings.okr.Writer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A write as a client sent it.
 *
 * @param target method and path with its query
 * @param json the body; empty where there is none
 * @param key what the client calls this write, to repeat it without harm
 * @param ifMatch the entity tag of what the client saw
 * @param tag by which way it came
 */
record Call(String target, String json, Optional<String> key, Optional<String> ifMatch, Tag tag) {
  /** Names a write, so that it can be repeated without harm. */
  static final String KEY = "Idempotency-Key";

  private static final String CLIENT = "X-Bearings-Client";
  private static final String PAGE = "page";
  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  static Call of(HttpServletRequest request, String json) {
    return new Call(
        request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString(),
        json == null ? "" : json,
        Optional.ofNullable(request.getHeader(KEY)),
        Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)),
        PAGE.equals(request.getHeader(CLIENT)) ? Tag.MANUAL : Tag.API);
  }

  /** Whoever writes, and by which way. */
  Writer writer(Person who) {
    return new Writer(who, tag);
  }

  /**
   * The body of the request; it may leave the version to {@code If-Match}.
   *
   * @throws Refusal.Invalid when it is no JSON object, or the entity tag is none of ours
   */
  Body body() {
    boolean none = json.isBlank() && ifMatch.isPresent();
    return Body.of(none ? "{}" : json).orVersion(ifMatch.map(Call::version));
  }

  private static int version(String entityTag) {
    Matcher tag = ENTITY_TAG.matcher(entityTag.strip());
    if (!tag.matches()) {
      throw new Refusal.Invalid(
          Map.of(HttpHeaders.IF_MATCH, Message.of("bearings.error.noVersion")));
    }
    return Integer.parseInt(tag.group(1));
  }
}
