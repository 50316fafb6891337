package io.monthend.cli;

import io.monthend.exchange.TestWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in which a workbook can be no good; each is named in the list of bad input. */
enum BadWorkbook {
  /** Rows behind the good ones. */
  ROWS {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.append(sheet, xml).write(file);
    }
  },
  /** All there is in a sheet: what stands before its rows, they, and what stands behind them. */
  SHEET {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      String[] parts = xml.split("\\|", 3);
      good.sheet(sheet, parts[0], parts[1], parts[2]).write(file);
    }
  },
  /** A part in place of another. */
  PART {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.part(sheet, xml).write(file);
    }
  },
  /** A part is a billion blanks. */
  BOMB {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.part(sheet, out -> repeat(out, xml, 1_000_000_000)).write(file);
    }
  },
  /** Just under the ratio: blanks with as much noise between them as the check wants. */
  BOMB_BELOW_THE_RATIO {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.part(sheet, out -> noisy(out, 600_000_000)).write(file);
    }
  },
  /** Many parts, each below every limit. */
  MANY_PARTS {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      for (int i = 0; i < 1_200; i++) {
        good.part("xl/media/" + i + ".bin", "x");
      }
      good.write(file);
    }
  },
  /** A million rows with nothing but a format, and one that is wrong. */
  EMPTY_ROWS {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.rows(
              sheet,
              out -> {
                put(out, xml);
                for (int row = 3; row < 1_048_576; row++) {
                  put(out, "<row r='" + row + "' s='1'><c r='A" + row + "' s='1'/></row>");
                }
                put(out, "<row r='1048576'><c r='A1048576'><v>8</v></c></row>");
              })
          .write(file);
    }
  },
  /** More formulas than anybody would mend one by one. */
  MANY_FORMULAS {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.append(sheet, ("<row>" + xml + "</row>").repeat(1_001)).write(file);
    }
  },
  /** A row of names that no spreadsheet program has. */
  STRANGE_NAMES {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.append(sheet, "<row>" + xml.repeat(200_001) + "</row>").write(file);
    }
  },
  /** The name of a part is no text. */
  UNREADABLE_NAME {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      String bytes = Files.readString(good.write(file), StandardCharsets.ISO_8859_1);
      Files.writeString(
          file,
          bytes.replace("xl/styles", "xl/\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"),
          StandardCharsets.ISO_8859_1);
    }
  },
  HIDDEN_SHEET {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.hide(sheet).write(file);
    }
  },
  WITHOUT {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.without(sheet).write(file);
    }
  },
  STRICT {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.strict().write(file);
    }
  },
  /** All there is in the file. */
  BYTES {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      Files.write(file, xml.getBytes(StandardCharsets.ISO_8859_1));
    }
  },
  /** The old kind of file, with a stream of that name in it. */
  OLD_OFFICE {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      byte[] name = xml.getBytes(StandardCharsets.UTF_16LE);
      byte[] bytes = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4_096);
      System.arraycopy(name, 0, bytes, 1_024, name.length);
      Files.write(file, bytes);
    }
  },
  CUT_OFF {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(good.write(file));
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
  },
  /** A part twice under one name but for its case. */
  TWICE {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      good.part("xl/Styles.xml", "<x/>").write(file);
    }
  },
  NO_WORKBOOK {
    @Override
    void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry("employees.csv"));
      }
    }
  };

  abstract void write(TestWorkbook good, String sheet, String xml, Path file) throws IOException;

  static BadWorkbook of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static void put(OutputStream out, String text) {
    TestWorkbook.write(out, text);
  }

  private static void repeat(OutputStream out, String start, long bytes) throws IOException {
    TestWorkbook.write(out, start);
    byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    for (long written = 0; written < bytes; written += blanks.length) {
      out.write(blanks);
    }
  }

  private static void noisy(OutputStream out, long bytes) throws IOException {
    java.util.Random random = new java.util.Random(1);
    byte[] piece = " ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    for (long written = 0; written < bytes; written += piece.length) {
      for (int i = 0; i < 150; i++) {
        piece[i] = (byte) ('a' + random.nextInt(26));
      }
      out.write(piece);
    }
  }
}
