package io.bearings.host.jira;

import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Imports a file in the JSON of the Jira Importers Plugin: all of it in one transaction, or
 * nothing. The file is read twice and never held in memory as a whole. No events are fired, as in
 * Jira.
 */
final class JsonImport {
  /** Opens the file anew for each reading. */
  interface Source {
    InputStream open() throws IOException;
  }

  private final Database database;
  private final Ids ids;
  private final SiteCache site;
  private final People people;
  private final IssueTables tables;
  private final BoardTables boards;
  private final SearchIndex index;
  private final Clock clock;

  JsonImport(
      Database database,
      Ids ids,
      SiteCache site,
      People people,
      IssueTables tables,
      BoardTables boards,
      SearchIndex index,
      Clock clock) {
    this.database = database;
    this.ids = ids;
    this.site = site;
    this.people = people;
    this.tables = tables;
    this.boards = boards;
    this.index = index;
    this.clock = clock;
  }

  /**
   * Imports the file, unless exactly this file was imported before.
   *
   * @throws ImportFailure when it cannot be imported
   */
  ImportReport run(String file, Source source) {
    return StatementCount.free(() -> importOnce(file, source));
  }

  private ImportReport importOnce(String file, Source source) {
    String hash = hash(file, source);
    if (known(hash)) {
      return ImportReport.nothing(file + " was imported before and is left as it is");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ImportScan scan = new ImportScan(site.current(), now);
    parse(file, source, scan::read);
    ImportReport report =
        database.transactions().execute(status -> load(file, source, hash, now, scan));
    site.reload();
    index.catchUp();
    return report;
  }

  private ImportReport load(String file, Source source, String hash, Instant now, ImportScan scan) {
    ImportLoad load =
        new ImportLoad(database, ids, site.current(), people, tables, boards, now, scan);
    load.writeSurroundings();
    parse(file, source, load::writeIssues);
    database
        .jdbc()
        .update(
            "insert into imported_file (sha256, file_name, imported) values (?, ?, ?)",
            hash,
            file.substring(Math.max(0, file.length() - 255)),
            IssueRow.timestamp(now));
    List<String> notices = new ArrayList<>();
    load.ignored().forEach(field -> notices.add("The host does not keep " + field));
    return new ImportReport(
        true, scan.projects().size(), load.issues(), scan.users().size(), notices);
  }

  private boolean known(String hash) {
    return database
            .jdbc()
            .queryForObject(
                "select count(*) from imported_file where sha256 = ?", Integer.class, hash)
        > 0;
  }

  private static void parse(String file, Source source, Consumer<ImportParser> reading) {
    try (ImportParser in = new ImportParser(file, source.open())) {
      reading.accept(in);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String hash(String file, Source source) {
    try (DigestInputStream in =
        new DigestInputStream(source.open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static ImportFailure unreadable(String file, IOException e) {
    return new ImportFailure(file + " cannot be read: " + e, e);
  }
}
