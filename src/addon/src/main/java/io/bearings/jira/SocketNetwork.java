package io.bearings.jira;

import io.bearings.connect.acts.Network;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * Posts over a connection of its own. Java's HTTP client looks a name up by itself, after whoever
 * checked what it stands for; a name that stands for a public address at the first look and for a
 * private one at the second would get through. Here the addresses that were checked are connected
 * to. Of the answer only the status is read, and of one that asks to call later when that is.
 */
@Component
class SocketNetwork implements Network {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_LINE = 1_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final Set<Integer> LATER = Set.of(429, 503);
  private static final int MOST_HEADERS = 100;
  private static final Pattern RETRY_AFTER =
      Pattern.compile("Retry-After:\\s*(\\S.*?)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern HEADER_TEXT = Pattern.compile("[\\x20-\\x7e]*");

  private final Lookup lookup;
  private final SSLSocketFactory secure;
  private final Clock clock;

  @Inject
  SocketNetwork(Clock clock) {
    this(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
  }

  SocketNetwork(Lookup lookup, SSLSocketFactory secure, Clock clock) {
    this.lookup = lookup;
    this.secure = secure;
    this.clock = clock;
  }

  /** Finds the addresses of a name. */
  interface Lookup {
    InetAddress[] of(String name) throws UnknownHostException;
  }

  @Override
  public Answer post(Request request) {
    try {
      return posted(request);
    } catch (UnknownHostException e) {
      return silent("no such host: " + request.to().getHost());
    } catch (SocketTimeoutException e) {
      return silent("no answer within " + TIMEOUT.toSeconds() + " seconds");
    } catch (IOException e) {
      return silent(String.valueOf(e.getMessage()));
    }
  }

  private static Answer silent(String note) {
    return new Answer(Optional.empty(), note);
  }

  private Answer posted(Request request) throws IOException {
    URI to = request.to();
    boolean encrypted = "https".equalsIgnoreCase(to.getScheme());
    if (to.getHost() == null || !encrypted && !"http".equalsIgnoreCase(to.getScheme())) {
      // The address itself may be a secret.
      throw new IOException("not an address of HTTP");
    }
    Instant until = clock.instant().plus(TIMEOUT);
    int port = to.getPort() > 0 ? to.getPort() : encrypted ? HTTPS : HTTP;
    try (Socket plain = connected(host(to), port, request.allowedHosts(), until)) {
      plain.setSoTimeout((int) TIMEOUT.toMillis());
      if (!encrypted) {
        return exchange(plain, request, until);
      }
      try (SSLSocket socket = (SSLSocket) secure.createSocket(plain, host(to), port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return exchange(socket, request, until);
      }
    }
  }

  /** The name or address without the brackets of IPv6. */
  private static String host(URI to) {
    return to.getHost().replaceAll("^\\[|]$", "");
  }

  private Socket connected(String host, int port, Set<String> allowed, Instant until)
      throws IOException {
    InetAddress[] addresses = lookup.of(host);
    if (!allowed.contains(host.toLowerCase(Locale.ROOT))) {
      for (InetAddress each : addresses) {
        if (isPrivate(each) && !allowed.contains(each.getHostAddress())) {
          throw new IOException(
              host + " is in a private network, and no administrator allowed to call it");
        }
      }
    }
    IOException failure = new UnknownHostException(host);
    for (InetAddress each : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(each, port), left(until));
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  /** Whether an address is not one of the whole Internet. */
  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || Reserved.contain(bytes);
  }

  private Answer exchange(Socket socket, Request request, Instant until) throws IOException {
    byte[] body = request.json().getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    out.write(head(request, body.length).getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    int status = status(line(in, socket, until));
    while (status < 200) {
      // An interim answer ends with an empty line; the real one follows.
      skipHead(in, socket, until);
      status = status(line(in, socket, until));
    }
    return new Answer(
        Optional.of(status),
        "",
        LATER.contains(status) ? after(in, socket, until) : Optional.empty());
  }

  /** How long to wait; whoever does not say it in an orderly way has not said it. */
  private Optional<Duration> after(InputStream in, Socket socket, Instant until) {
    try {
      for (int read = 0; read < MOST_HEADERS; read++) {
        String line = line(in, socket, until);
        if (line.isEmpty()) {
          return Optional.empty();
        }
        Matcher after = RETRY_AFTER.matcher(line);
        if (after.matches()) {
          return wait(after.group(1));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Seconds, with a fraction or without, or the date of HTTP. */
  private Optional<Duration> wait(String text) {
    try {
      return Optional.of(
          SECONDS.matcher(text).matches()
              ? Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue())
              : Duration.between(
                  clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void skipHead(InputStream in, Socket socket, Instant until) throws IOException {
    String line = line(in, socket, until);
    while (!line.isEmpty()) {
      line = line(in, socket, until);
    }
  }

  private static int status(String line) throws IOException {
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new IOException("the answer is not HTTP");
    }
    return Integer.parseInt(status.group(1));
  }

  private static String head(Request request, int length) throws IOException {
    URI to = request.to();
    String path = Optional.ofNullable(to.getRawPath()).filter(it -> !it.isEmpty()).orElse("/");
    String query = Optional.ofNullable(to.getRawQuery()).map(it -> "?" + it).orElse("");
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(URI.create(path + query).toASCIIString()).append(" HTTP/1.1\r\n");
    header(head, "Host", to.getPort() > 0 ? to.getHost() + ":" + to.getPort() : to.getHost());
    header(head, "Content-Type", "application/json; charset=UTF-8");
    header(head, "Content-Length", String.valueOf(length));
    header(head, "User-Agent", "Bearings");
    header(head, "Connection", "close");
    for (Map.Entry<String, String> each : request.headers().entrySet()) {
      header(head, each.getKey(), each.getValue());
    }
    return head.append("\r\n").toString();
  }

  private static void header(StringBuilder head, String name, String value) throws IOException {
    if (!HEADER_TEXT.matcher(value).matches()) {
      throw new IOException("the header " + name + " cannot hold " + value);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** A line of the answer's head; whoever answers in drops is not waited for longer than others. */
  private String line(InputStream in, Socket socket, Instant until) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = next(in, socket, until); c != '\n'; c = next(in, socket, until)) {
      if (c < 0) {
        throw new IOException("the connection ended before an answer");
      }
      if (line.length() >= LONGEST_LINE) {
        throw new IOException("the answer is not HTTP");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private int next(InputStream in, Socket socket, Instant until) throws IOException {
    socket.setSoTimeout(left(until));
    return in.read();
  }

  /** How many milliseconds are left, 1 or more. */
  private int left(Instant until) throws SocketTimeoutException {
    long left = Duration.between(clock.instant(), until).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) left;
  }

  /** Networks that are not of the whole Internet and that Java does not know as such. */
  private enum Reserved {
    THIS_NETWORK("0.0.0.0", 8),
    SHARED("100.64.0.0", 10),
    PROTOCOLS("192.0.0.0", 24),
    BENCHMARKS("198.18.0.0", 15),
    FUTURE("240.0.0.0", 4),
    UNIQUE_LOCAL("fc00::", 7),
    TRANSLATED("64:ff9b::", 96),
    TRANSLATED_LOCALLY("64:ff9b:1::", 48),
    SIX_TO_FOUR("2002::", 16),
    TEREDO("2001::", 32);

    private final byte[] network;
    private final int bits;

    Reserved(String network, int bits) {
      try {
        this.network = InetAddress.getByName(network).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalStateException(network, e);
      }
      this.bits = bits;
    }

    static boolean contain(byte[] address) {
      return Arrays.stream(values()).anyMatch(each -> each.contains(address));
    }

    private boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 1 << 7 - bit % 8;
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
