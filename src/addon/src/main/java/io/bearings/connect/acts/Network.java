package io.bearings.connect.acts;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The network, through which other systems are called. */
public interface Network {

  /**
   * Posts JSON to a system, without following a redirect and without waiting for long. A name is
   * looked up once, and only what was looked up is connected to.
   *
   * @return without a status when there is no such host, when it is in a private network and not
   *     allowed, or when it does not answer in time
   */
  Answer post(Request request);

  /**
   * What to post.
   *
   * @param allowedHosts names and addresses that may be called although they are in a private
   *     network
   */
  record Request(URI to, Map<String, String> headers, String json, Set<String> allowedHosts) {
    public Request {
      headers = Map.copyOf(headers);
      allowedHosts = Set.copyOf(allowedHosts);
    }
  }

  /**
   * What came of it.
   *
   * @param status of HTTP
   * @param note why there is no status; else empty
   * @param after how long whoever answered wants to be left alone
   */
  record Answer(Optional<Integer> status, String note, Optional<Duration> after) {
    /** An answer of somebody who says nothing about when to call again. */
    public Answer(Optional<Integer> status, String note) {
      this(status, note, Optional.empty());
    }
  }
}
