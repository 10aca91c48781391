package io.bearings.host.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** How a file is named to a browser. */
final class ContentTypes {
  private static final int TAG_BYTES = 10;
  private static final Map<String, String> BY_EXTENSION =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "json", "application/json;charset=UTF-8",
          "map", "application/json;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "gif", "image/gif",
          "jpg", "image/jpeg",
          "woff2", "font/woff2");

  private ContentTypes() {}

  static String of(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, "application/octet-stream");
  }

  static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
