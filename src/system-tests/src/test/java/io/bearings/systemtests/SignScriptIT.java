package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.systemtests.harness.Artifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;

/** {@code bin/sign} on the add-on's own jar, with keys that are thrown away. */
public class SignScriptIT {
  private final Path folder = Artifacts.freshDirectory("sign");
  private final Path jar = folder.resolve("bearings.jar");

  private record Ended(int exitCode, String output) {}

  @Before
  public void aJarAndAKey() throws Exception {
    Files.copy(Artifacts.addOn(), jar, StandardCopyOption.REPLACE_EXISTING);
    key("own", "ed25519");
  }

  /** Makes {@code NAME.key} and a certificate of its own, {@code NAME.crt}. */
  private void key(String name, String algorithm) throws Exception {
    Ended made =
        run(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            algorithm,
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=Thrown away",
            "-keyout",
            file(name + ".key"),
            "-out",
            file(name + ".crt"));
    assertThat(made.exitCode()).as(made.output()).isZero();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Ended sign(String key, String certificate) throws Exception {
    return run(
        Artifacts.script("sign").toString(),
        jar.toString(),
        "--key",
        file(key),
        "--certificate",
        file(certificate));
  }

  private Ended verify() throws Exception {
    return run(Artifacts.script("sign").toString(), "--verify", jar.toString());
  }

  @Test
  public void theSignatureIsOneThatJavaVerifiesWithTheCertificate() throws Exception {
    Ended signed = sign("own.key", "own.crt");
    assertThat(signed.exitCode()).as(signed.output()).isZero();
    assertThat(verify().exitCode()).isZero();
    byte[] raw =
        Base64.getDecoder().decode(Files.readString(folder.resolve("bearings.jar.sig")).strip());
    assertThat(raw).hasSize(64);
    assertThat(isSignedBy("bearings.jar.crt", raw)).isTrue();
    assertThat(Files.readString(folder.resolve("bearings.jar.crt")))
        .as("no private key goes along")
        .doesNotContain("PRIVATE");
  }

  private boolean isSignedBy(String certificate, byte[] raw)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(folder.resolve(certificate))) {
      X509Certificate read =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(read.getPublicKey());
      signature.update(Files.readAllBytes(jar));
      return signature.verify(raw);
    }
  }

  @Test
  public void aJarThatWasChangedDoesNotFit() throws Exception {
    sign("own.key", "own.crt");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    Ended ended = verify();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("was changed, or signed with another key");
  }

  @Test
  public void theCertificateOfAnotherKeyDoesNotFit() throws Exception {
    key("other", "ed25519");
    Ended ended = sign("own.key", "other.crt");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("bearings.jar.sig")).doesNotExist();

    sign("own.key", "own.crt");
    Files.copy(
        folder.resolve("other.crt"),
        folder.resolve("bearings.jar.crt"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(verify().exitCode()).isEqualTo(1);
  }

  @Test
  public void keysOfAnotherKindAndFilesThatAreNoneAreRefused() throws Exception {
    key("rsa", "rsa:2048");
    Ended rsa = sign("rsa.key", "rsa.crt");
    assertThat(rsa.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("bearings.jar.sig")).doesNotExist();
    assertThat(sign("own.crt", "own.crt").exitCode()).isEqualTo(1);
    assertThat(sign("gone.key", "own.crt").output()).contains("There is no file");
    sign("own.key", "own.crt");
    Files.writeString(folder.resolve("bearings.jar.sig"), "!!!");
    assertThat(verify().output()).contains("no signature in Base64");
    Files.delete(folder.resolve("bearings.jar.sig"));
    assertThat(verify().exitCode()).isEqualTo(1);
  }

  @Test
  public void wrongUseIsExplained() throws Exception {
    for (List<String> arguments :
        List.of(
            List.<String>of(), List.of("a.jar"), List.of("a.jar", "--key", "b", "--kee", "c"))) {
      List<String> command = new ArrayList<>(List.of(Artifacts.script("sign").toString()));
      command.addAll(arguments);
      Ended ended = run(command.toArray(String[]::new));
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.output()).contains("bin/sign JAR --key FILE --certificate FILE");
    }
    Ended halfAKey = run(Artifacts.script("package").toString(), "--key", file("own.key"));
    assertThat(halfAKey.exitCode()).isEqualTo(2);
    assertThat(halfAKey.output()).contains("--key FILE and --certificate FILE");
  }

  private static Ended run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }
}
