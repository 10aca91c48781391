package io.bearings.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** {@code atlassian-plugin.xml} as it is in the jar. */
final class Descriptor {
  static final String PATH = "atlassian-plugin.xml";

  private final Element root;

  private Descriptor(Element root) {
    this.root = root;
  }

  static Descriptor of(AddOn addOn) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(addOn.file(PATH).toFile());
      return new Descriptor(document.getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("Cannot read " + PATH, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PATH, e);
    }
  }

  String pluginKey() {
    return root.getAttribute("key");
  }

  /** What the add-on adds to Jira: the elements directly below the root that have a key. */
  List<Element> modules() {
    return childrenOf(root).stream().filter(element -> element.hasAttribute("key")).toList();
  }

  /** Every element, the root included, in the order of the file. */
  List<Element> all() {
    List<Element> all = new ArrayList<>();
    walk(root, all::add);
    return all;
  }

  List<Element> all(String name) {
    return all().stream().filter(element -> element.getTagName().equals(name)).toList();
  }

  /** The values of all attributes, and all texts. */
  List<String> allValues() {
    List<String> values = new ArrayList<>();
    for (Element element : all()) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        values.add(element.getAttributes().item(i).getNodeValue());
      }
      String text = ownText(element);
      if (!text.isEmpty()) {
        values.add(text);
      }
    }
    return values;
  }

  /** The text directly in an element. */
  static String ownText(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  static List<Element> childrenOf(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static void walk(Element element, Consumer<Element> visitor) {
    visitor.accept(element);
    childrenOf(element).forEach(child -> walk(child, visitor));
  }
}
