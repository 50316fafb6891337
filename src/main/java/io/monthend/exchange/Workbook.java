package io.monthend.exchange;

import io.monthend.exchange.Row.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of a workbook row by row; its rows are the spreadsheet's. */
final class Workbook implements MonthInput {

  /** A sheet as the workbook lists it. */
  private record Sheet(String name, String relation, boolean hidden) {}

  private final String fileName;
  private final OPCPackage parts;
  private final XSSFReader reader;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, SheetTable> tables = new HashMap<>();
  private final CellFormats formats;
  private final SharedStrings strings;
  private SheetCell.Type dates = SheetCell.Type.DATE_FROM_1900;

  private Workbook(String fileName, OPCPackage parts) throws IOException, UnreadableWorkbook {
    this.fileName = fileName;
    this.parts = parts;
    try {
      if (!parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
        throw new UnreadableWorkbook(
            "it is a \"Strict Open XML\" workbook; save it as the ordinary kind of .xlsx");
      }
      if (parts.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).isEmpty()) {
        throw new UnreadableWorkbook("there is no workbook in it; save it as .xlsx");
      }
      this.reader = new XSSFReader(parts);
      listSheets();
      this.formats = CellFormats.of(part(XSSFRelation.STYLES));
      this.strings = SharedStrings.of(part(XSSFRelation.SHARED_STRINGS));
    } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException e) {
      throw noWorkbook(e);
    } catch (IllegalArgumentException e) {
      throw noWorkbook(e);
    }
  }

  /** Opens a workbook, once it is known to do no harm. */
  static Workbook open(Path file) throws IOException, UnreadableWorkbook {
    WorkbookArchive.check(file);
    ZipSecureFile.setMaxEntrySize(WorkbookArchive.MOST_IN_SHEET);
    ZipSecureFile.setMinInflateRatio(0); // weighed above, by limits of our own
    String name = String.valueOf(file.getFileName());
    OPCPackage parts;
    try {
      parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
    } catch (OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException e) {
      throw noWorkbook(e);
    }
    try {
      return new Workbook(name, parts);
    } catch (IOException | UnreadableWorkbook e) {
      parts.revert();
      throw e;
    }
  }

  private static UnreadableWorkbook noWorkbook(Exception e) {
    return new UnreadableWorkbook(
        "its parts do not fit together as a workbook's do ("
            + e.getMessage()
            + "); save it as .xlsx");
  }

  private @Nullable InputStream part(XSSFRelation kind) throws IOException {
    List<PackagePart> found = parts.getPartsByContentType(kind.getContentType());
    return found.isEmpty() ? null : found.getFirst().getInputStream();
  }

  private void listSheets() throws IOException, OpenXML4JException, UnreadableWorkbook {
    try (WorkbookXml xml = new WorkbookXml(reader.getWorkbookData())) {
      while (xml.next()) {
        if (xml.isStart("workbookPr") && xml.isSet("date1904")) {
          dates = SheetCell.Type.DATE_FROM_1904;
        } else if (xml.isStart("sheet")) {
          sheets.add(
              new Sheet(
                  xml.attribute("name", "").strip(),
                  xml.attribute("id", ""),
                  !xml.attribute("state", "visible").equals("visible")));
        }
      }
    }
  }

  @Override
  public boolean has(InputFile<?> file) {
    return !named(file).isEmpty();
  }

  private List<Sheet> named(InputFile<?> file) {
    return sheets.stream()
        .filter(sheet -> SheetNames.sheet(sheet.name()).equals(file.name()))
        .toList();
  }

  @Override
  public List<String> strangers(List<InputFile<?>> files) {
    Set<String> known = files.stream().map(InputFile::name).collect(Collectors.toSet());
    return sheets.stream()
        .map(Sheet::name)
        .filter(name -> !known.contains(SheetNames.sheet(name)) && !SheetNames.isForPeople(name))
        .map(name -> "Sheet " + name + " in " + fileName)
        .toList();
  }

  @Override
  public long countRows(InputFile<?> file) throws IOException {
    long rows = 0;
    try (SheetReader sheet = open(named(file).getFirst())) {
      while (sheet.next()) {
        rows++;
      }
    } catch (UnreadableWorkbook e) {
      return 0;
    }
    return Math.max(0, rows - 1);
  }

  private SheetReader open(Sheet sheet) throws IOException, UnreadableWorkbook {
    try {
      InputStream part = reader.getSheet(sheet.relation());
      return new SheetReader(part, strings, formats, dates);
    } catch (OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException e) {
      throw noWorkbook(e);
    }
  }

  @Override
  public void read(InputFile<?> file, Rejects rejects, RowSink sink)
      throws IOException, SQLException {
    List<Sheet> candidates = named(file);
    Sheet sheet = candidates.getFirst();
    SheetTable table = new SheetTable(file, sheet.name());
    tables.put(file.name(), table);
    if (candidates.size() > 1) {
      refuse(file, "sheet " + candidates.get(1).name() + " holds the same; keep one", rejects);
      return;
    }
    if (sheet.hidden()) {
      refuse(file, "the sheet is hidden; unhide it so that people see what is read", rejects);
      return;
    }
    try (SheetReader rows = open(sheet)) {
      table.read(rows, (row, fault) -> reject(file, row, fault, rejects), sink);
    } catch (UnreadableWorkbook e) {
      refuse(file, e.reason(), rejects);
    }
  }

  private void refuse(InputFile<?> file, String reason, Rejects rejects) {
    reject(file, 0, new Fault("", "", reason), rejects);
  }

  @Override
  public void reject(InputFile<?> file, int row, Fault fault, Rejects rejects) {
    @Nullable SheetTable table = tables.get(file.name());
    String sheet = table == null ? file.name() : table.sheet();
    String place = table == null ? sheet : table.place(row, fault.column());
    rejects.add(
        fileName, file.name(), row, fault.column(), fault.value(), place + ": " + fault.reason());
  }

  @Override
  public void close() {
    parts.revert();
  }
}
