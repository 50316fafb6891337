package io.monthend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** What the fuzzers found once stays mended, and what they begin with is read as it should be. */
class FuzzSeedsTests {

  @TestFactory
  Stream<DynamicTest> everySeedOfACsvFileIsReadOrRefused() throws IOException {
    return each(FuzzSeeds.csv(), CsvFuzzer::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> everySeedOfAWorkbookIsReadOrRefused() throws IOException {
    return each(FuzzSeeds.workbooks(), WorkbookFuzzer::fuzzerTestOneInput);
  }

  private static Stream<DynamicTest> each(
      Map<String, byte[]> seeds, ThrowingConsumer<byte[]> read) {
    assertThat(seeds).hasSizeGreaterThan(20);
    return seeds.entrySet().stream()
        .map(seed -> DynamicTest.dynamicTest(seed.getKey(), () -> read.accept(seed.getValue())));
  }
}
