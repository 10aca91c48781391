package io.bearings.host.velocity;

import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.log.LogChute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Velocity's messages in the host's log. */
final class VelocityLog implements LogChute {
  private static final Logger LOG = LoggerFactory.getLogger("org.apache.velocity");

  @Override
  public void init(RuntimeServices services) {}

  @Override
  public void log(int level, String message) {
    log(level, message, null);
  }

  @Override
  public void log(int level, String message, Throwable cause) {
    switch (level) {
      case ERROR_ID -> LOG.error(message, cause);
      case WARN_ID -> LOG.warn(message, cause);
      default -> LOG.debug(message, cause);
    }
  }

  @Override
  public boolean isLevelEnabled(int level) {
    return level >= WARN_ID || LOG.isDebugEnabled();
  }
}
