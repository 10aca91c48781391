package io.bearings.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class CsvTest {
  @Test
  public void writesAndReadsTheSame() {
    Sheet sheet =
        new Sheet(
            List.of(
                List.of("title", "why", "value"),
                List.of("a,b;c\td", "\"quoted\"\r\nsecond \uD83D\uDE80 line", "-3.5"),
                List.of("", " blanks ", ""),
                List.of("=1+1", "'=x", "@a"),
                List.of("+49 30", "-", "'")));
    assertThat(Csv.read(Csv.write(sheet), 10)).isEqualTo(sheet);
  }

  @Test
  public void keepsFormulasFromRunningAndNumbersAsTheyAre() {
    Sheet sheet =
        new Sheet(
            List.of(List.of("=cmd()", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "-2.5", "+4", "7")));
    assertThat(Csv.write(sheet)).isEqualTo("'=cmd(),'+1+1,'-2+3,'@SUM(A1),'\t=1,-2.5,+4,7\r\n");
  }

  @Test
  public void readsWhatOtherSpreadsheetsWrite() {
    assertThat(Csv.read("\uFEFFa;b\n1,5;\"x;y\"\n", 10).rows())
        .containsExactly(List.of("a", "b"), List.of("1,5", "x;y"));
    assertThat(Csv.read("a\tb\r\n\t2", 10).rows())
        .containsExactly(List.of("a", "b"), List.of("", "2"));
    assertThat(Csv.read("a,b,\n,\n\nx", 10).rows())
        .containsExactly(List.of("a", "b", ""), List.of("", ""), List.of(""), List.of("x"));
    assertThat(Csv.read("a,", 10).rows()).containsExactly(List.of("a", ""));
    assertThat(Csv.read("", 10).rows()).isEmpty();
    assertThat(Csv.read("\"a\"b,c", 10).rows()).containsExactly(List.of("ab", "c"));
  }

  @Test
  public void refusesAnOpenQuoteAndTooManyRows() {
    assertThat(problem("a\n\"b", 10)).isEqualTo(Message.of("bearings.error.noSheet", "CSV"));
    assertThat(problem("a\nb\nc\n", 2)).isEqualTo(Message.of("bearings.error.sheetTooLarge", 2));
    assertThat(Csv.read("a\nb\nc\n", 3).rows()).hasSize(3);
  }

  private static Message problem(String csv, int most) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> Csv.read(csv, most))
        .fields()
        .get("file");
  }

  @Test
  public void readsBackWhateverWasWritten() {
    Random random = new Random(7);
    String alphabet = "a1 ,;\t\"'=+-@\r\n\u00e9";
    for (int i = 0; i < 300; i++) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("x", "y"));
      for (int r = 0; r < 3; r++) {
        rows.add(List.of(word(random, alphabet), word(random, alphabet)));
      }
      Sheet sheet = new Sheet(rows);
      assertThat(Csv.read(Csv.write(sheet), 10)).isEqualTo(sheet);
    }
  }

  static String word(Random random, String alphabet) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }

  @Test
  public void readsALargeFileInNoTime() {
    String row = String.join(",", Collections.nCopies(20, "\"a \"\"b\"\" c\"")) + "\r\n";
    assertThat(Csv.read(row.repeat(5_000), 5_000).rows()).hasSize(5_000);
  }
}
