package io.monthend.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook whose rows are made while it is written: no temporary files with people's pay, and no
 * time of day in it.
 */
final class StreamedWorkbook extends DeferredSXSSFWorkbook {

  private static final int ROWS_IN_MEMORY = 10;
  private static final int COMPRESSION = Deflater.BEST_SPEED;

  /** Rows go to the end of the sheets the workbook has. */
  StreamedWorkbook(XSSFWorkbook sheets) {
    super(sheets, ROWS_IN_MEMORY);
  }

  /** Rows are much alike: more effort would make the file little smaller and the close longer. */
  @Override
  protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
    ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
    archive.setLevel(COMPRESSION);
    return archive;
  }

  @Override
  protected void injectData(ZipEntrySource parts, OutputStream out) throws IOException {
    parts.getEntries().asIterator().forEachRemaining(part -> part.setTime(0));
    super.injectData(parts, out);
  }
}
