package io.bearings.platform.build.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The class names in an XML descriptor: whatever looks like one in an attribute or in a text, with
 * a package in lower case and a class in upper case. Comments are not read.
 */
public final class DescriptorNames {
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "(?<![\\w./:$-])[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+\\.[A-Z]\\w*(?:\\$\\w+)*");

  private DescriptorNames() {}

  /**
   * Reads the names.
   *
   * @throws IOException also when the file is no XML, naming it
   */
  public static SortedSet<String> read(Path file) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    collect(parse(file), names);
    return names;
  }

  private static Document parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The standard handler prints to the console besides throwing.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void collect(Node node, SortedSet<String> names) {
    if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
      addNamesIn(node.getNodeValue(), names);
    }
    NamedNodeMap attributes = node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      addNamesIn(attributes.item(i).getNodeValue(), names);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      collect(child, names);
    }
  }

  private static void addNamesIn(String text, SortedSet<String> names) {
    Matcher matcher = CLASS_NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
  }
}
