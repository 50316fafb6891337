package io.monthend.months;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.monthend.cli.TestInstallation;
import io.monthend.kernel.PayMonth;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who gets a month has it alone. */
class MonthLockIntegrationTests {

  private static final PayMonth OCTOBER = PayMonth.of("2026-10");
  private static final PayMonth NOVEMBER = PayMonth.of("2026-11");

  /** A stopped application: no idle session, no idle transaction, nobody who will ever go on. */
  @Test
  void whatAProcessLeftInTheMidstOfACopyIsEnded() throws Exception {
    try (TestInstallation installation = TestInstallation.create();
        Connection ofOctober = installation.connect();
        Connection ofNovember = installation.connect()) {
      CopyIn left = copyFor(ofOctober, OCTOBER);
      CopyIn goingOn = copyFor(ofNovember, NOVEMBER);

      try (MonthLock _ = acquire(installation).orElseThrow()) {
        assertThatThrownBy(left::endCopy).isInstanceOf(SQLException.class);
        assertThat(goingOn.endCopy()).isEqualTo(1);
        ofOctober.abort(Runnable::run);
      }
    }
  }

  private static Optional<MonthLock> acquire(TestInstallation installation) throws SQLException {
    return MonthLock.tryAcquire(
        new SingleConnectionDataSource(installation.connect(), false), OCTOBER);
  }

  private static CopyIn copyFor(Connection connection, PayMonth month) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table of_%d (n int)".formatted(month.month().getMonthValue()));
      statement.execute(
          "select %s from (values ('%s')) as of (month)"
              .formatted(MonthLock.MARKED_AS_WORK, month));
    }
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy of_%d from stdin".formatted(month.month().getMonthValue()));
    byte[] row = "1\n".getBytes(StandardCharsets.US_ASCII);
    copy.writeToCopy(row, 0, row.length);
    copy.flushCopy();
    return copy;
  }
}
