package io.monthend.bench;

import io.monthend.bench.CloseProcess.Folders;
import io.monthend.bench.Measured.Floor;
import io.monthend.database.EmbeddedServer;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Closes generated companies and measures it.
 *
 * @param folder where companies, databases and results are made
 * @param told of what is being done, in words
 */
public record Benchmark(Path folder, YearMonth month, long seed, Consumer<String> told) {

  private static final int REJECTED = 3;
  private static final String COMPLETE = "complete";

  /** A close that did not end as it should. */
  public static final class Failed extends IOException {
    Failed(String message) {
      super(message);
    }
  }

  /** Closes a company of this size in a database of its own and measures the floor beside it. */
  public Measured run(int employees) throws IOException, InterruptedException, SQLException {
    Path company = company(employees);
    Path place = emptied("close-" + employees);
    Folders folders =
        new Folders(
            company, place.resolve("output"), place.resolve("data"), made(place.resolve("notes")));
    prepare(folders);
    told.accept("closing");
    CloseProcess close = new CloseProcess(folders, month.toString());
    int exitCode = close.run();
    if (exitCode != 0) {
      throw new Failed(
          "The close of %d people ended with exit code %d. %s"
              .formatted(employees, exitCode, close.complaint()));
    }
    told.accept("measuring the floor");
    return close.measured(employees, floor(folders));
  }

  /** The files of a company, from an earlier run where they are whole. */
  private Path company(int employees) throws IOException {
    Path company = folder.resolve("company-%d-%s-%d".formatted(employees, month, seed));
    Path complete = company.resolve(COMPLETE);
    if (Files.notExists(complete)) {
      told.accept("generating a company");
      deleteTree(company);
      Company.of(seed, employees, month).write(month, company, (at, people, rows) -> {});
      Files.createFile(complete);
    }
    return company;
  }

  /**
   * Makes the database by a close of nothing, which is refused and keeps nothing: what is measured
   * is not the first start.
   */
  private void prepare(Folders folders) throws IOException, InterruptedException {
    told.accept("setting up a database");
    Path nothing = made(folders.notes().resolve("nothing"));
    Folders empty = new Folders(nothing, folders.output(), folders.data(), folders.notes());
    CloseProcess first = new CloseProcess(empty, month.toString());
    int exitCode = first.run();
    if (exitCode != REJECTED) {
      throw new Failed(
          "The database could not be set up: exit code %d. %s"
              .formatted(exitCode, first.complaint()));
    }
  }

  private static Floor floor(Folders folders) throws SQLException, IOException {
    try (EmbeddedServer server = EmbeddedServer.open(folders.data());
        Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
      return new FloorRun(connection, folders.notes().resolve("rows")).measure();
    }
  }

  private Path emptied(String name) throws IOException {
    Path place = folder.resolve(name);
    deleteTree(place);
    return made(place);
  }

  private static Path made(Path place) throws IOException {
    return Files.createDirectories(place);
  }

  /** Deletes what an earlier run left. */
  public static void deleteTree(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
  }
}
