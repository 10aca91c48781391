package io.bearings.host.jira;

import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Imports whole sites from tables of comma-separated values: each folder that has an {@code
 * issues.csv} is one, all of it in one transaction, or nothing of it. docs/import.md describes the
 * columns.
 */
final class CsvImport {
  private static final String ISSUES = "issues.csv";

  private final Database database;
  private final Ids ids;
  private final SiteCache site;
  private final BoardTables boards;
  private final SearchIndex index;
  private final Clock clock;

  CsvImport(
      Database database,
      Ids ids,
      SiteCache site,
      BoardTables boards,
      SearchIndex index,
      Clock clock) {
    this.database = database;
    this.ids = ids;
    this.site = site;
    this.boards = boards;
    this.index = index;
    this.clock = clock;
  }

  /**
   * Imports the folder, or each folder in it.
   *
   * @throws ImportFailure when there is nothing to import, or it cannot be imported
   */
  ImportReport run(Path folder) {
    return StatementCount.free(
        () -> {
          List<String> notices = new ArrayList<>();
          boolean imported = false;
          int projects = 0;
          int issues = 0;
          int users = 0;
          for (Path set : sets(folder)) {
            ImportReport report = importSet(set);
            imported |= report.imported();
            projects += report.projects();
            issues += report.issues();
            users += report.users();
            notices.addAll(report.notices());
          }
          return new ImportReport(imported, projects, issues, users, notices);
        });
  }

  private static List<Path> sets(Path folder) {
    if (Files.isRegularFile(folder.resolve(ISSUES))) {
      return List.of(folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> sets =
          inside.filter(each -> Files.isRegularFile(each.resolve(ISSUES))).sorted().toList();
      if (sets.isEmpty()) {
        throw new ImportFailure("There is no " + ISSUES + " in " + folder + " or its folders");
      }
      return sets;
    } catch (IOException e) {
      throw new ImportFailure(folder + " cannot be read: " + e, e);
    }
  }

  private ImportReport importSet(Path set) {
    String hash = hash(set.resolve(ISSUES));
    if (known(hash)) {
      return ImportReport.nothing(set + " was imported before and is left as it is");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ImportReport report =
        database
            .transactions()
            .execute(
                status -> {
                  remember(hash, set, now);
                  return new CsvLoad(database, ids, site.current(), boards, now, set).write();
                });
    site.reload();
    index.catchUp();
    return report;
  }

  private void remember(String hash, Path set, Instant now) {
    String name = set.toString();
    database
        .jdbc()
        .update(
            "insert into imported_file (sha256, file_name, imported) values (?, ?, ?)",
            hash,
            name.substring(Math.max(0, name.length() - 255)),
            IssueRow.timestamp(now));
  }

  private boolean known(String hash) {
    return database
            .jdbc()
            .queryForObject(
                "select count(*) from imported_file where sha256 = ?", Integer.class, hash)
        > 0;
  }

  private static String hash(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new ImportFailure(file + " cannot be read: " + e, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
