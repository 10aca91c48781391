package io.bearings.jira;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.bearings.connect.acts.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SocketNetworkTest {
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
  private final AtomicInteger lookups = new AtomicInteger();
  private final SocketNetwork network = network("127.0.0.1");

  @Before
  public void start() {
    server.start();
  }

  @After
  public void stop() {
    server.stop();
  }

  private SocketNetwork network(String... addresses) {
    return new SocketNetwork(
        name -> {
          lookups.incrementAndGet();
          if (name.equals("nowhere.example")) {
            throw new UnknownHostException(name);
          }
          InetAddress[] found = new InetAddress[addresses.length];
          for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
          }
          return found;
        },
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        Clock.systemUTC());
  }

  private static Network.Request request(String url, String... allowed) {
    return new Network.Request(
        URI.create(url), Map.of("X-Bearings-Event", "OPENED"), "{\"\u00e9\":1}", Set.of(allowed));
  }

  private String url(String path) {
    return "http://hooks.example:" + server.port() + path;
  }

  @Test
  public void postsToTheAddressThatWasLookedUpOnce() {
    server.stubFor(post("/hook?a=b").willReturn(aResponse().withStatus(202).withBody("taken")));

    Network.Answer answer = network.post(request(url("/hook?a=b"), "hooks.example"));

    assertThat(answer).isEqualTo(new Network.Answer(Optional.of(202), ""));
    assertThat(lookups).hasValue(1);
    server.verify(
        postRequestedFor(urlEqualTo("/hook?a=b"))
            .withHeader("Host", equalTo("hooks.example:" + server.port()))
            .withHeader("X-Bearings-Event", equalTo("OPENED"))
            .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
            .withRequestBody(equalTo("{\"\u00e9\":1}")));
  }

  @Test
  public void followsNoRedirect() {
    server.stubFor(
        post("/hook").willReturn(aResponse().withStatus(307).withHeader("Location", url("/b"))));

    assertThat(network.post(request(url("/hook"), "127.0.0.1")).status()).contains(307);
    server.verify(0, postRequestedFor(urlEqualTo("/b")));
  }

  @Test
  public void refusesPrivateAddressesUnlessAllowed() {
    server.stubFor(post("/hook").willReturn(aResponse().withStatus(204)));

    Network.Answer refused = network.post(request(url("/hook"), "other.example"));

    assertThat(refused.status()).isEmpty();
    assertThat(refused.note()).contains("private network");
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  public void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
    SocketNetwork mixed = network("93.184.216.34", "127.0.0.1");

    assertThat(mixed.post(request(url("/hook"))).note()).contains("private network");
  }

  @Test
  public void knowsWhatIsNotOfTheWholeInternet() throws UnknownHostException {
    for (String each :
        List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.1.2.3",
            "100.64.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.0.8",
            "192.168.1.1",
            "198.19.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "ff02::1")) {
      assertThat(SocketNetwork.isPrivate(InetAddress.getByName(each))).as(each).isTrue();
    }
    for (String each :
        List.of("8.8.8.8", "100.63.0.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2a00::1")) {
      assertThat(SocketNetwork.isPrivate(InetAddress.getByName(each))).as(each).isFalse();
    }
  }

  @Test
  public void saysWhyThereIsNoAnswer() {
    assertThat(network.post(request("http://nowhere.example/")).note())
        .isEqualTo("no such host: nowhere.example");
    assertThat(network.post(request("ftp://hooks.example/")).note()).contains("not an address");
    int port = server.port();
    server.stop();
    Network.Answer refused =
        network.post(request("http://hooks.example:" + port + "/", "hooks.example"));
    assertThat(refused.status()).isEmpty();
    assertThat(refused.note()).isNotEmpty();
  }

  @Test
  public void aServerWithoutATrustedCertificateIsNotTold() {
    Network.Answer answer =
        network.post(
            request("https://hooks.example:" + server.httpsPort() + "/hook", "hooks.example"));

    assertThat(answer.status()).isEmpty();
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  public void aHeaderCannotSmuggleAnother() {
    Network.Request forged =
        new Network.Request(
            URI.create(url("/hook")), Map.of("X", "a\r\nY: b"), "{}", Set.of("hooks.example"));

    assertThat(network.post(forged).note()).contains("cannot hold");
    assertThat(server.getAllServeEvents()).isEmpty();
  }
}
