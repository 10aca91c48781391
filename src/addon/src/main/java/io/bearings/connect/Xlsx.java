package io.bearings.connect;

import io.bearings.okr.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Workbooks of one sheet of texts and numbers, in the format of Excel 2007 and later (ECMA-376).
 * Read is the first sheet: texts, numbers, results of formulas; a date as the number that it is.
 */
final class Xlsx {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String SHARED = "xl/sharedStrings.xml";

  /** Far beyond 5,000 rows; a file that unpacks to more is not meant well. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.spreadsheetml";

  private Xlsx() {}

  /** Writes rows. What looks like a number is one; all else is text and never a formula. */
  static byte[] write(Sheet sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + CONTENT
              + ".sheet.main+xml\"/><Override PartName=\"/"
              + SHEET
              + "\" ContentType=\""
              + CONTENT
              + ".worksheet+xml\"/></Types>");
      put(zip, "_rels/.rels", relation(OFFICE + "/officeDocument", "xl/workbook.xml"));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + OFFICE
              + "\"><sheets><sheet name=\"Bearings\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
              + "</workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          relation(OFFICE + "/worksheet", "worksheets/sheet1.xml"));
      put(zip, SHEET, sheetXml(sheet));
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\""
        + RELATIONS
        + "\"><Relationship Id=\"rId1\" Type=\""
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String sheetXml(Sheet sheet) {
    StringBuilder xml =
        new StringBuilder("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    for (List<String> row : sheet.rows()) {
      xml.append("<row>");
      row.forEach(cell -> xml.append(cellXml(cell)));
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static String cellXml(String text) {
    if (text.isEmpty()) {
      return "<c/>";
    }
    if (text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d+)?")) {
      return "<c><v>" + text + "</v></c>";
    }
    return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
  }

  private static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length());
    text.codePoints().filter(Xlsx::isXml).forEach(c -> xml.append(escaped(c)));
    return xml.toString();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '\r' -> "&#13;";
      default -> Character.toString(codePoint);
    };
  }

  private static boolean isXml(int c) {
    return c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)
        || c == '\n'
        || c == '\r'
        || c == '\t';
  }

  /**
   * Reads the rows of the first sheet.
   *
   * @param most how many rows at most
   * @throws Refusal.Invalid when it is no such workbook, or there are more rows
   */
  static Sheet read(byte[] workbook, int most) {
    try {
      Map<String, byte[]> parts = parts(workbook);
      if (!parts.containsKey(SHEET)) {
        throw NoSheet.broken("XLSX");
      }
      SharedTexts shared = new SharedTexts();
      if (parts.containsKey(SHARED)) {
        parse(parts.get(SHARED), shared);
      }
      SheetRows rows = new SheetRows(shared.texts, most);
      parse(parts.get(SHEET), rows);
      return new Sheet(rows.rows);
    } catch (IOException | SAXException | IllegalArgumentException e) {
      throw NoSheet.broken("XLSX");
    }
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    int left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(SHEET) || entry.getName().equals(SHARED)) {
          byte[] part = zip.readNBytes(left + 1);
          left -= part.length;
          if (left < 0) {
            throw NoSheet.broken("XLSX");
          }
          parts.put(entry.getName(), part);
        }
      }
    }
    return parts;
  }

  /** The parser of the platform itself: no look-up, no document type, nothing from outside. */
  private static void parse(byte[] xml, XmlEvents events) throws IOException, SAXException {
    try (InputStream in = new ByteArrayInputStream(xml)) {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(events);
      reader.setErrorHandler(events);
      reader.parse(new InputSource(in));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform has this parser", e);
    }
  }

  /** The texts that cells refer to by their number. */
  private static final class SharedTexts extends XmlEvents {
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean phonetic;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      if (name.equals("si")) {
        text.setLength(0);
      }
      phonetic |= name.equals("rPh");
      inText = name.equals("t") && !phonetic;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (inText) {
        text.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      inText = false;
      phonetic &= !name.equals("rPh");
      if (name.equals("si")) {
        texts.add(text.toString());
      }
    }
  }

  /** The rows of a sheet. Cells say where they stand, or follow the one before. */
  private static final class SheetRows extends XmlEvents {
    /** No header of ours is wider; what stands further right is not read. */
    private static final int WIDEST = 256;

    private final List<String> shared;
    private final int most;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private String type = "";
    private int column;
    private boolean inValue;

    SheetRows(List<String> shared, int most) {
      this.shared = shared;
      this.most = most;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      switch (name) {
        case "row" -> startRow(attributes.getValue("r"));
        case "c" -> startCell(attributes.getValue("r"), attributes.getValue("t"));
        case "v", "t" -> inValue = true;
        default -> inValue = false;
      }
    }

    /** Rows without cells may be left out; then the number says so. */
    private void startRow(String number) {
      int wanted = number == null ? rows.size() : Integer.parseInt(number) - 1;
      if (wanted >= most) {
        throw NoSheet.tooLarge(most);
      }
      while (rows.size() < wanted) {
        rows.add(List.of());
      }
      row = new ArrayList<>();
      column = -1;
    }

    private void startCell(String place, String cellType) {
      column = place == null ? column + 1 : columnOf(place);
      type = cellType == null ? "" : cellType;
      text.setLength(0);
    }

    private static int columnOf(String place) {
      int number = 0;
      for (char c : place.toCharArray()) {
        if (c < 'A' || c > 'Z') {
          break;
        }
        number = Math.min(number * 26 + c - 'A' + 1, WIDEST + 1);
      }
      return number - 1;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      if (inValue) {
        text.append(chars, start, length);
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      inValue = false;
      if (name.equals("c")) {
        endCell();
      } else if (name.equals("row")) {
        if (rows.size() >= most) {
          throw NoSheet.tooLarge(most);
        }
        rows.add(row);
      }
    }

    private void endCell() {
      if (column < 0 || column >= WIDEST) {
        return;
      }
      while (row.size() < column) {
        row.add("");
      }
      if (row.size() == column) {
        row.add(value());
      }
    }

    private String value() {
      if (type.equals("s")) {
        int index = Integer.parseInt(text.toString().strip());
        return index >= 0 && index < shared.size() ? shared.get(index) : "";
      }
      return text.toString();
    }
  }
}
