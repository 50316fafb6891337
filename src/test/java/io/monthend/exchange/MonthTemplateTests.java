package io.monthend.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.monthend.rulebook.Language;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The empty workbook to fill a month in. */
class MonthTemplateTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Language.class)
  void theReaderKnowsEverySheetInEveryLanguage(Language language) throws Exception {
    Path file = folder.resolve("month.xlsx");
    MonthTemplate.write(file, language);
    try (Workbook read = Workbook.open(file)) {
      assertThat(read.strangers(List.of())).hasSize(InputFiles.COLUMNS.size());
    }
    try (XSSFWorkbook written = new XSSFWorkbook(file.toFile())) {
      assertThat(written.getNumberOfSheets()).isEqualTo(InputFiles.COLUMNS.size() + 2);
      for (String name : InputFiles.COLUMNS.keySet()) {
        XSSFSheet sheet =
            written.getSheet(
                Objects.requireNonNull(SheetNames.bundled().sheets().get(name)).in(language));
        StringBuilder columns = new StringBuilder();
        sheet
            .getRow(0)
            .forEach(cell -> {
              assertThat(cell.getCellComment().getString().getString()).isNotBlank();
              columns.append(' ').append(SheetNames.column(cell.getStringCellValue()));
            });
        assertThat(columns.substring(1)).isEqualTo(InputFiles.COLUMNS.get(name).replace("*", ""));
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      }
    }
  }

  @Test
  void codesAreChosenFromListsWithTheirLabels() throws Exception {
    Path file = folder.resolve("month.xlsx");
    MonthTemplate.write(file, Language.EN);
    try (XSSFWorkbook written = new XSSFWorkbook(file.toFile())) {
      assertThat(written.getSheet("leaves").getDataValidations()).hasSize(5);
      assertThat(written.getSheet("codes").getRow(1).getCell(0).getStringCellValue())
          .contains(SheetColumn.LABEL);
    }
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("month.xlsx"), "mine");
    assertThatThrownBy(() -> MonthTemplate.write(file, Language.EN))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }
}
