package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.bearings.okr.ErrorLog;
import io.bearings.okr.Refusal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;

public class BackgroundThreadsTest {
  private final ErrorLog errors = mock(ErrorLog.class);
  private final BackgroundThreads threads = new BackgroundThreads(errors);

  @After
  public void stop() {
    threads.destroy();
  }

  @Test
  public void doesWorkAfterWorkThatFailed() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      threads.run(
          () -> {
            done.countDown();
            throw new IllegalStateException("It failed");
          });
    }
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  public void refusesWhenTooMuchWaitsAndWhenItStops() {
    CountDownLatch held = new CountDownLatch(1);
    for (int i = 0; i < BackgroundThreads.THREADS + BackgroundThreads.WAITING; i++) {
      threads.run(() -> await(held));
    }
    assertThatThrownBy(() -> threads.run(() -> {})).isInstanceOf(Refusal.Unavailable.class);
    held.countDown();
    threads.destroy();
    assertThatThrownBy(() -> threads.run(() -> {})).isInstanceOf(Refusal.Unavailable.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
