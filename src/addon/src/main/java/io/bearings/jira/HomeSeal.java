package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.bearings.connect.acts.Seal;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals with a key that lies in Jira's shared home and not in its database, so that a copy of the
 * database alone gives nothing away. The key is made when it is needed first.
 */
@Component
class HomeSeal implements Seal {
  private static final Path PLACE = Path.of("data", "io.bearings", "seal.key");
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String ONLY_MINE = "rw-------";

  private final ApplicationProperties properties;
  private final SecureRandom random = new SecureRandom();

  @Inject
  HomeSeal(@ComponentImport ApplicationProperties properties) {
    this.properties = properties;
  }

  @Override
  public String seal(String text) {
    try {
      byte[] nonce = bytes(NONCE_BYTES);
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException | IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public String open(String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] opened =
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(opened, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw unavailable(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException, IOException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /** Read each time: another node may have made it, and it is needed seldom. */
  private SecretKey key() throws IOException {
    Optional<Path> home = properties.getSharedHomeDirectory().or(properties::getLocalHomeDirectory);
    Path file = home.orElseThrow(() -> new IOException("Jira names no home")).resolve(PLACE);
    if (!Files.exists(file)) {
      make(file);
    }
    byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
    if (key.length != KEY_BYTES) {
      throw new IOException(file + " holds no key");
    }
    return new SecretKeySpec(key, "AES");
  }

  /** Written beside and then moved, so that nobody reads half a key; whoever is first stays. */
  private void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling("seal." + UUID.randomUUID());
    Files.createFile(beside, onlyMine());
    try {
      Files.writeString(beside, Base64.getEncoder().encodeToString(bytes(KEY_BYTES)));
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static FileAttribute<?>[] onlyMine() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_MINE))
        }
        : new FileAttribute<?>[0];
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Refusal unavailable(Exception cause) {
    return new Refusal.Unavailable(Message.of("bearings.error.seal"), cause);
  }
}
