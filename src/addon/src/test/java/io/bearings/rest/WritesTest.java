package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.Tag;
import io.bearings.okr.WriteKeys.Reservation;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class WritesTest {
  private static final Map<String, String> KEYED = Map.of("Idempotency-Key", "abc");

  private final Site site = new Site();
  private final AtomicInteger made = new AtomicInteger();

  /** What a use case gives. */
  public record Made(int version, List<String> names) implements Versioned {}

  private Response create(Map<String, String> headers) {
    return create(headers, () -> new Made(made.incrementAndGet(), List.of("a", "b")));
  }

  private Response create(Map<String, String> headers, Supplier<Object> useCase) {
    return site.writes.created(
        Call.of(Site.request(headers), "{\"x\":1}"), (writer, body) -> useCase.get());
  }

  @Test
  public void needsNoKey() {
    Response response = create(Map.of());
    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(response.getEntityTag().getValue()).isEqualTo("1");
    verifyNoInteractions(site.writeKeys);
  }

  @Test
  public void keepsTheAnswerToAWriteThatHasAKey() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.Reserved(5));
    Response response = create(KEYED);
    assertThat(response.getEntity()).isEqualTo("{\"version\":1,\"names\":[\"a\",\"b\"]}");
    verify(site.writeKeys).complete(5, 201, "{\"version\":1,\"names\":[\"a\",\"b\"]}");
  }

  @Test
  public void givesTheKeptAnswerAgain() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.Answered(201, "{\"version\":1}"))
        .thenReturn(new Reservation.Answered(204, ""));
    Response again = create(KEYED);
    assertThat(again.getStatus()).isEqualTo(201);
    assertThat(again.getEntity()).isEqualTo("{\"version\":1}");
    assertThat(again.getEntityTag().getValue()).isEqualTo("1");
    assertThat(again.getHeaderString("Cache-Control")).startsWith("no-store");
    assertThat(create(KEYED).hasEntity()).isFalse();
    assertThat(made.get()).isZero();
  }

  @Test
  public void refusesAKeyThatWasUsedForSomethingElse() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.OtherRequest());
    Response response = create(KEYED);
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(json(response))
        .isEqualTo(json("{'errorMessages':['keyUsed[Idempotency-Key]'],'errors':{}}"));
    assertThat(made.get()).isZero();
  }

  @Test
  public void saysWhenToTryAgainWhileTheSameWriteIsUnderWay() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.UnderWay());
    Response response = create(KEYED);
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("2");
    assertThat(made.get()).isZero();
  }

  @Test
  public void givesTheKeyBackWhenNothingWasWritten() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.Reserved(5));
    Response refused =
        create(
            KEYED,
            () -> {
              throw new Refusal.Forbidden();
            });
    assertThat(refused.getStatus()).isEqualTo(403);
    verify(site.writeKeys).release(5);
    Response conflict =
        site.writes.saved(
            Call.of(Site.request(KEYED), "{}"),
            (writer, body) -> {
              throw new Refusal.Conflict("O-1", 2, "Bert");
            },
            who -> new Made(2, List.of()));
    assertThat(conflict.getStatus()).isEqualTo(409);
    verify(site.writeKeys, never()).complete(anyLong(), anyInt(), anyString());
  }

  @Test
  public void bothTheBodyAndThePersonTellWritesApart() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.Answered(204, ""));
    create(KEYED);
    ArgumentCaptor<String> key = ArgumentCaptor.captor();
    ArgumentCaptor<String> request = ArgumentCaptor.captor();
    site.writes.done(Call.of(Site.request(KEYED), "{\"x\":2}"), writer -> {});
    verify(site.writeKeys, times(2)).reserve(key.capture(), request.capture(), any());
    assertThat(key.getAllValues()).hasSize(2).allMatch(it -> it.length() == 64);
    assertThat(key.getAllValues().get(0)).isEqualTo(key.getAllValues().get(1));
    assertThat(request.getAllValues()).doesNotHaveDuplicates();
  }

  @Test
  public void refusesAKeyWithoutEnd() {
    assertThat(create(Map.of("Idempotency-Key", "x".repeat(256))).getStatus()).isEqualTo(400);
    assertThat(json(create(Map.of("Idempotency-Key", " "))).get("errors").has("Idempotency-Key"))
        .isTrue();
    verifyNoInteractions(site.writeKeys);
  }

  @Test
  public void knowsAPageFromAScript() {
    assertThat(Call.of(Site.request(), null).tag()).isEqualTo(Tag.API);
    assertThat(Call.of(Site.request(Map.of("X-Bearings-Client", "page")), "").tag())
        .isEqualTo(Tag.MANUAL);
    site.writes.changed(
        Call.of(Site.request(), ""),
        writer -> {
          assertThat(writer.who()).isEqualTo(ANNA);
          assertThat(writer.tag()).isEqualTo(Tag.API);
          return new Made(1, List.of());
        });
  }

  @Test
  public void takesTheVersionFromIfMatch() {
    Map<String, String> header = Map.of("If-Match", "\"7\"");
    assertThat(Call.of(Site.request(header), "").body().version()).isEqualTo(7);
    assertThat(Call.of(Site.request(header), "{\"version\":3}").body().version()).isEqualTo(3);
    assertThat(Call.of(Site.request(Map.of("If-Match", "W/\"8\"")), "{}").body().version())
        .isEqualTo(8);
    for (String wrong : List.of("*", "7", "\"x\"")) {
      assertThatThrownBy(() -> Call.of(Site.request(Map.of("If-Match", wrong)), "{}").body())
          .isInstanceOfSatisfying(
              Refusal.Invalid.class,
              e ->
                  assertThat(e.fields())
                      .containsEntry("If-Match", Message.of("bearings.error.noVersion")));
    }
  }

  @Test
  public void writesTheSameJsonAsTheAnswer() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put("b", new BigDecimal("1E+3"));
    map.put("c", 0.5);
    map.put("d", true);
    map.put("e", List.of(1L, "\"\u00fc\n"));
    assertThat(JsonText.of(map))
        .isEqualTo("{\"a\":null,\"b\":1000,\"c\":0.5,\"d\":true,\"e\":[1,\"\\\"\u00fc\\n\"]}");
  }
}
