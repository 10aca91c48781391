package io.bearings.connect;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How rows are written into a file. */
public enum FileFormat {
  /** Comma-separated values in UTF-8. */
  CSV("text/csv;charset=UTF-8") {
    @Override
    byte[] write(Sheet sheet) {
      return Csv.write(sheet).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    Sheet read(byte[] file, int most) {
      try {
        return Csv.read(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString(), most);
      } catch (CharacterCodingException e) {
        throw new Refusal.Invalid(Map.of("file", Message.of("bearings.error.noUtf8")));
      }
    }
  },
  /** A workbook of Excel 2007 and later. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    byte[] write(Sheet sheet) {
      return Xlsx.write(sheet);
    }

    @Override
    Sheet read(byte[] file, int most) {
      return Xlsx.read(file, most);
    }
  };

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The type of such a file in an answer. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether a file is a workbook, which begins like every zip. */
  public static FileFormat of(byte[] file) {
    return file.length > 1 && file[0] == 'P' && file[1] == 'K' ? XLSX : CSV;
  }

  abstract byte[] write(Sheet sheet);

  /**
   * Reads rows.
   *
   * @param most how many rows at most
   * @throws Refusal.Invalid naming {@code file} when it cannot be read
   */
  abstract Sheet read(byte[] file, int most);
}
