package io.bearings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.junit.Before;
import org.junit.Test;

public class WriteLimitTest {
  private static final Person ANNA = new Person("anna");
  private static final long START = 1_800_000_000_000L;

  private final Clock clock = mock(Clock.class);
  private final WriteLimit limit = new WriteLimit(clock);

  @Before
  public void start() {
    at(0);
  }

  @Test
  public void refusesWhatComesBeyondTheLimitAndSaysWhenToTryAgain() {
    write(600);
    assertThat(refusal().seconds()).isEqualTo(1);
    at(99);
    assertThat(refusal().seconds()).isEqualTo(1);
    at(100);
    write(1);
    assertThat(refusal().seconds()).isEqualTo(1);
  }

  @Test
  public void acceptsAsManyAgainAMinuteLater() {
    write(600);
    at(60_000);
    write(600);
    assertThat(refusal()).isNotNull();
  }

  @Test
  public void doesNotSaveUpWhatWasNotUsed() {
    at(600_000);
    write(600);
    assertThat(refusal()).isNotNull();
  }

  @Test
  public void countsEachPersonAlone() {
    write(600);
    assertThatCode(() -> limit.count(new Person("bert"))).doesNotThrowAnyException();
  }

  @Test
  public void forgetsThoseWhoWroteLongAgo() {
    for (int i = 0; i < 10_001; i++) {
      limit.count(new Person("p" + i));
    }
    write(600);
    at(100);
    write(1);
    assertThat(refusal()).isNotNull();
  }

  @Test
  public void answers429WithTheSecondsToWait() {
    Site site = new Site();
    for (int i = 0; i < 600; i++) {
      assertThat(site.answers.done(who -> {}).getStatus()).isEqualTo(204);
    }
    Response response = site.answers.changed(who -> "never");
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(Site.json(response))
        .isEqualTo(Site.json("{'errorMessages':['tooOften[1]'],'errors':{}}"));
    assertThat(site.answers.ok(who -> "read").getStatus()).isEqualTo(200);
  }

  private void at(long millis) {
    when(clock.millis()).thenReturn(START + millis);
  }

  private void write(int times) {
    for (int i = 0; i < times; i++) {
      limit.count(ANNA);
    }
  }

  private Refusal.TooOften refusal() {
    return catchThrowableOfType(Refusal.TooOften.class, () -> limit.count(ANNA));
  }
}
