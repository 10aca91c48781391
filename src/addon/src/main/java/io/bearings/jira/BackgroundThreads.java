package io.bearings.jira;

import io.bearings.okr.ErrorLog;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Background;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** A few threads of our own, so that long work takes none of those that answer requests. */
@Component
class BackgroundThreads implements Background, DisposableBean {
  /** What runs at the same moment on one node. */
  static final int THREADS = 2;

  /** What may wait for a thread. */
  static final int WAITING = 50;

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundThreads.class);

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          BackgroundThreads::thread);

  private final ErrorLog errors;

  @Inject
  BackgroundThreads(ErrorLog errors) {
    this.errors = errors;
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bearings-background");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void run(Runnable work) {
    try {
      threads.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.busy"), e);
    }
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Work in the background failed", e);
      errors.add("Work in the background", e);
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
