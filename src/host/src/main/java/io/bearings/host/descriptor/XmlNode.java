package io.bearings.host.descriptor;

import io.bearings.host.runtime.AddOnFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of a descriptor; as text it says which module it is. */
record XmlNode(Element element) {

  static XmlNode parse(byte[] xml, String file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return new XmlNode(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (SAXParseException e) {
      throw new AddOnFailure(file + ", line " + e.getLineNumber() + ": " + e.getMessage(), e);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AddOnFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  String name() {
    return element.getTagName();
  }

  Optional<String> attribute(String name) {
    return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
  }

  String required(String name) {
    return attribute(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new AddOnFailure(this + " needs the attribute " + name));
  }

  String text() {
    return element.getTextContent().trim();
  }

  List<XmlNode> children() {
    List<XmlNode> found = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element childElement) {
        found.add(new XmlNode(childElement));
      }
    }
    return found;
  }

  List<XmlNode> children(String name) {
    return children().stream().filter(child -> child.name().equals(name)).toList();
  }

  Optional<XmlNode> child(String name) {
    return children(name).stream().findFirst();
  }

  List<String> texts(String name) {
    return children(name).stream().map(XmlNode::text).toList();
  }

  String requiredText(String name) {
    return child(name)
        .map(XmlNode::text)
        .orElseThrow(() -> new AddOnFailure(this + " needs <" + name + ">"));
  }

  /** Refuses children that this kind of element does not have. */
  void only(String... names) {
    Set<String> known = Set.of(names);
    for (XmlNode child : children()) {
      if (!known.contains(child.name())) {
        throw new AddOnFailure(this + " has the unknown element <" + child.name() + ">");
      }
    }
  }

  @Override
  public String toString() {
    String shown = "<" + name();
    for (String attribute : List.of("key", "alias", "name", "class")) {
      if (element.hasAttribute(attribute)) {
        return shown + " " + attribute + "=\"" + element.getAttribute(attribute) + "\">";
      }
    }
    return shown + ">";
  }
}
