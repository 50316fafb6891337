package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** An empty workbook, filled in and closed. */
class TemplateCommandIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/08-edges").toAbsolutePath();

  @Test
  void aTemplateThatIsFilledInIsTheSameInputAsTheFiles() throws Exception {
    try (TestInstallation installation = TestInstallation.create()) {
      Path template = installation.folder().resolve("month.xlsx");
      Result written = installation.run(Map.of(), "template", "--output", template.toString());
      assertThat(written.exitCode()).as(written.err()).isZero();
      fill(template, CASE.resolve("input"));
      String month = ContractCasesIntegrationTests.month(CASE);
      Path output = installation.folder().resolve("output");

      Result closed = installation.close(month, template, output, Map.of());
      assertThat(closed.exitCode()).as(closed.err()).isZero();
      Result again = installation.close(month, CASE.resolve("input"), output, Map.of());
      assertThat(again.out()).contains("closed before with the very same input");
    }
  }

  private static void fill(Path template, Path files) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(template))) {
      for (Path file : Csv.in(files)) {
        String name = file.getFileName().toString().replace(".csv", "");
        List<List<String>> rows = Csv.read(file);
        XSSFSheet sheet = workbook.getSheet(name);
        for (int row = 1; row < rows.size(); row++) {
          XSSFRow filled = sheet.createRow(row);
          for (int column = 0; column < rows.get(row).size(); column++) {
            filled
                .createCell(placeOf(rows.getFirst().get(column), sheet))
                .setCellValue(rows.get(row).get(column));
          }
        }
      }
      try (OutputStream out = Files.newOutputStream(template)) {
        workbook.write(out);
      }
    }
  }

  private static int placeOf(String column, XSSFSheet sheet) {
    XSSFRow header = sheet.getRow(0);
    for (int place = 0; place < header.getLastCellNum(); place++) {
      if (header.getCell(place).getStringCellValue().equals(column)) {
        return place;
      }
    }
    throw new AssertionError("no column " + column + " on " + sheet.getSheetName());
  }
}
