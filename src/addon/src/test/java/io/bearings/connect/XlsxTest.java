package io.bearings.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;

public class XlsxTest {
  private static final String OPEN =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String CLOSE = "</sheetData></worksheet>";

  @Test
  public void writesAndReadsTheSame() {
    Sheet sheet =
        new Sheet(
            List.of(
                List.of("title", "why", "value"),
                List.of("<b> & \"q\"", " two\r\nlines\t\uD83D\uDE80 ", "-3.5"),
                List.of("=1+1", "", "0.10"),
                List.of("007", "1e5", "12345678901234567890")));
    assertThat(Xlsx.read(Xlsx.write(sheet), 10)).isEqualTo(sheet);
  }

  @Test
  public void readsBackWhateverWasWritten() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      Sheet sheet =
          new Sheet(
              List.of(
                  List.of("x", "y"),
                  List.of(CsvTest.word(random, "a1 <&\"]\n\r="), CsvTest.word(random, "01.-"))));
      assertThat(Xlsx.read(Xlsx.write(sheet), 10)).isEqualTo(sheet);
    }
  }

  @Test
  public void leavesOutWhatNoXmlCanHold() {
    Sheet sheet = new Sheet(List.of(List.of("a\u0001b\uFFFE", "half \uD83D")));
    assertThat(Xlsx.read(Xlsx.write(sheet), 10).rows()).containsExactly(List.of("ab", "half "));
  }

  @Test
  public void readsSharedTextsPlacesAndGapsAsExcelWritesThem() {
    byte[] workbook =
        zip(
            "xl/sharedStrings.xml",
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<si><t>title</t></si><si><r><t>ri</t></r><r><t>ch</t></r>"
                + "<rPh><t>no</t></rPh></si></sst>",
            "xl/worksheets/sheet1.xml",
            OPEN
                + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>"
                + "</row><row r=\"3\"><c r=\"B3\"><f>1+1</f><v>2</v></c>"
                + "<c r=\"AAAA3\"><v>9</v></c><c r=\"A3\" t=\"s\"><v>99</v></c></row>"
                + CLOSE);
    assertThat(Xlsx.read(workbook, 10).rows())
        .containsExactly(List.of("title", "", "rich"), List.of(), List.of("", "2"));
  }

  @Test
  public void refusesWhatIsNoWorkbook() {
    Message noSheet = Message.of("bearings.error.noSheet", "XLSX");
    assertThat(problem("a,b".getBytes(StandardCharsets.UTF_8))).isEqualTo(noSheet);
    assertThat(problem(zip("other.xml", "<a/>"))).isEqualTo(noSheet);
    assertThat(problem(zip("xl/worksheets/sheet1.xml", "<a>"))).isEqualTo(noSheet);
    assertThat(
            problem(
                zip(
                    "xl/worksheets/sheet1.xml",
                    OPEN + "<row><c t=\"s\"><v>x</v></c></row>" + CLOSE)))
        .isEqualTo(noSheet);
    assertThat(
            problem(
                zip(
                    "xl/worksheets/sheet1.xml",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")))
        .isEqualTo(noSheet);
  }

  @Test
  public void refusesTooManyRowsAndTooManyBytes() {
    assertThat(problem(Xlsx.write(new Sheet(List.of(List.of("a"), List.of("b"), List.of("c"))))))
        .isEqualTo(Message.of("bearings.error.sheetTooLarge", 2));
    assertThat(problem(zip("xl/worksheets/sheet1.xml", OPEN + "<row r=\"1048576\"></row>" + CLOSE)))
        .isEqualTo(Message.of("bearings.error.sheetTooLarge", 2));
    assertThat(problem(zip("xl/worksheets/sheet1.xml", " ".repeat(65 * 1024 * 1024))))
        .isEqualTo(Message.of("bearings.error.noSheet", "XLSX"));
  }

  private static Message problem(byte[] workbook) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> Xlsx.read(workbook, 2))
        .fields()
        .get("file");
  }

  private static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
