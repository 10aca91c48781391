package io.bearings.host.ao;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.schema.NameConverters;

/**
 * How Jira names the tables of one namespace: {@code AO_}, six hexadecimal digits of the name's
 * hash, and the entity.
 */
public record AoNames(String namespace) implements TablePrefix, SchemaConfiguration {
  private static final int HASH_DIGITS = 6;

  /** The prefix of the namespace's tables, without the underscore that follows. */
  public String prefix() {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(hash);
      return "AO_" + hex.substring(hex.length() - HASH_DIGITS).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  @Override
  public String prepend(String table) {
    return prefix() + "_" + table;
  }

  @Override
  public boolean shouldManageTable(String table, boolean caseSensitive) {
    String start = prefix() + "_";
    return table.regionMatches(!caseSensitive, 0, start, 0, start.length());
  }

  /** The setting that keeps how far the upgrade tasks have come. */
  String versionSetting() {
    return prefix() + "_#";
  }

  NameConverters converters() {
    return new SimpleNameConverters(
        new AtlassianTableNameConverter(this),
        new AtlassianFieldNameConverter(),
        new AtlassianSequenceNameConverter(),
        new AtlassianTriggerNameConverter(),
        new AtlassianIndexNameConverter(),
        new AtlassianUniqueNameConverter());
  }
}
