package io.monthend.exchange;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, read element by element. Whatever it holds, it is read in bounded
 * memory: there is no document type and so no entity, an attribute has a longest value, and the
 * parser, which remembers every name it meets, meets only so many that no spreadsheet writes.
 */
final class WorkbookXml implements AutoCloseable {

  /** The longest text of a spreadsheet's cell, in UTF-16 units. */
  static final int CELL_LENGTH = 32_767;

  private static final int MOST_STRANGE_NAMES = 200_000;

  private static final Set<String> USUAL_NAMES =
      Set.of(
          ("row c v f is t r s spans ht hidden customHeight customFormat dyDescent outlineLevel collapsed"
                  + " thickTop thickBot ph cm vm space si rPr rPh phoneticPr b i u strike sz val color rgb"
                  + " theme tint rFont family charset scheme vertAlign sb eb fontId type ref ca mergeCell"
                  + " indexed numFmtId fillId borderId xfId applyNumberFormat applyFont applyFill"
                  + " applyBorder applyAlignment applyProtection quotePrefix xf alignment horizontal"
                  + " vertical wrapText protection locked uid")
              .split(" ", -1));

  private static final XMLInputFactory PARSERS = parsers();

  private final InputStream bytes;
  private final XMLStreamReader xml;
  private int strangeNames;

  WorkbookXml(InputStream bytes) throws UnreadableWorkbook {
    this.bytes = new ShortWords(bytes);
    try {
      this.xml = PARSERS.createXMLStreamReader(this.bytes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(
        XMLInputFactory2.P_LAZY_PARSING, false); // faults come where they are caught
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, CELL_LENGTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
    return factory;
  }

  /** Moves on to the next start of an element, end of one, or text; false at the end. */
  boolean next() throws UnreadableWorkbook {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            countStrangeNames();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT,
              XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnreadableWorkbook(
                  "it holds a document type or an entity, which no spreadsheet program writes; save it"
                      + " anew with Excel or LibreOffice");
          default -> {
            // Comments and processing instructions say nothing here.
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void countStrangeNames() throws UnreadableWorkbook {
    strangeNames += USUAL_NAMES.contains(xml.getLocalName()) ? 0 : 1;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      strangeNames += USUAL_NAMES.contains(xml.getAttributeLocalName(i)) ? 0 : 1;
    }
    if (strangeNames > MOST_STRANGE_NAMES) {
      throw new UnreadableWorkbook(
          "it holds more than "
              + MOST_STRANGE_NAMES
              + " elements that have nothing to do with cells; copy the cells into a new workbook");
    }
  }

  boolean isStart() {
    return xml.isStartElement();
  }

  boolean isStart(String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  boolean isEnd(String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  /** The name of the element that starts or ends here, without its prefix. */
  String element() {
    return xml.getLocalName();
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  boolean isSet(String name) {
    String value = attribute(name, "0");
    return value.equals("1") || value.equals("true");
  }

  /** Adds the text here, where it is one; of an overlong text as much as shows that it is. */
  void appendText(StringBuilder to) {
    if (xml.isCharacters()) {
      int room = CELL_LENGTH + 1 - to.length();
      to.append(
          xml.getTextCharacters(),
          xml.getTextStart(),
          Math.max(0, Math.min(room, xml.getTextLength())));
    }
  }

  private static UnreadableWorkbook broken(XMLStreamException e) {
    String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new UnreadableWorkbook("its XML is broken (" + words + "); open it and save it anew");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
