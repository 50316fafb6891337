package io.monthend.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTests {

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "200, 1",
    "201, 2",
    "5000, 2",
    "5001, 3",
    "80000, 32",
    "80001, 32",
    "1000000, 32"
  })
  void aCompanyIsSplitByItsHeadCount(long people, int buckets) {
    assertThat(Bucket.countFor(people)).isEqualTo(buckets);
  }

  /**
   * Rows already stored are found by these numbers: CRC-32 of the UTF-8 bytes, computed elsewhere.
   */
  @ParameterizedTest
  @CsvSource({"123456789, 3421780262", "E001, 662545482", "\u54E1\u5DE5, 908817761"})
  void theBucketOfAPersonIsTheSameOnEveryMachineAndInEveryVersion(String employeeNo, long crc) {
    assertThat(Bucket.numberOf(employeeNo, 32)).isEqualTo((short) (crc % 32));
    assertThat(Bucket.numberOf(employeeNo, 7)).isEqualTo((short) (crc % 7));
    assertThat(Bucket.numberOf(employeeNo, 1)).isZero();
  }

  @Test
  void peopleAreSpreadEvenly() {
    int[] counts = new int[8];
    IntStream.range(0, 8_000).forEach(i -> counts[Bucket.numberOf("E" + i, counts.length)]++);
    assertThat(counts).hasSize(8);
    for (int count : counts) {
      assertThat(count).isBetween(800, 1_200);
    }
  }
}
