package io.bearings.connect;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;

/**
 * What a parser tells of elements and texts. It stands in for the default handler of the platform,
 * whose package no add-on is known to import.
 */
abstract class XmlEvents implements ContentHandler, ErrorHandler {

  @Override
  public abstract void startElement(
      String uri, String name, String qualified, Attributes attributes);

  @Override
  public abstract void endElement(String uri, String name, String qualified);

  @Override
  public abstract void characters(char[] chars, int start, int length);

  @Override
  public void setDocumentLocator(Locator locator) {
    // Places in the file are not reported.
  }

  @Override
  public void startDocument() {
    // Only elements matter.
  }

  @Override
  public void endDocument() {
    // Only elements matter.
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    // Local names are enough.
  }

  @Override
  public void endPrefixMapping(String prefix) {
    // Local names are enough.
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {
    // There is none without a document type.
  }

  @Override
  public void processingInstruction(String target, String data) {
    // None has a meaning here.
  }

  @Override
  public void skippedEntity(String name) {
    // There is none without a document type.
  }

  @Override
  public void warning(SAXParseException problem) {
    // Whoever reads the file is told of errors only.
  }

  @Override
  public void error(SAXParseException problem) throws SAXParseException {
    throw problem;
  }

  @Override
  public void fatalError(SAXParseException problem) throws SAXParseException {
    throw problem;
  }
}
