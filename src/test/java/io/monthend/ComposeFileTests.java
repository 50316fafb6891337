package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What would only show on a machine with Docker, read from the files instead. */
@NullMarked
class ComposeFileTests {

  private static final String PASSWORD =
      "${MONTHEND_DB_PASSWORD:?set it in .env, see .env.example}";

  private final JsonNode compose =
      new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
  private final JsonNode db = compose.at("/services/db");
  private final JsonNode app = compose.at("/services/app");

  @Test
  void theDatabaseIsOfTheSameMajorReleaseAsTheEmbeddedOne() throws IOException {
    String embedded = found("<postgres-binaries.version>(\\d+)\\.", "pom.xml");

    assertThat(db.at("/image").asString()).isEqualTo("postgres:" + embedded);
  }

  @Test
  void theDatabasesFilesOutliveItsContainer() {
    assertThat(texts(db.at("/volumes"))).containsExactly("db-data:/var/lib/postgresql");
    assertThat(compose.at("/volumes").has("db-data")).isTrue();
  }

  @Test
  void theDatabaseIsAskedForItsHealthByTcp() {
    assertThat(texts(db.at("/healthcheck/test")))
        .startsWith("CMD", "pg_isready")
        .contains("--host=127.0.0.1");
    assertThat(app.at("/depends_on/db/condition").asString()).isEqualTo("service_healthy");
  }

  @Test
  void thePasswordHasNoDefault() throws IOException {
    assertThat(db.at("/environment/POSTGRES_PASSWORD").asString()).isEqualTo(PASSWORD);
    assertThat(app.at("/environment/SPRING_DATASOURCE_PASSWORD").asString()).isEqualTo(PASSWORD);
    assertThat(Files.readAllLines(Path.of(".env.example"))).contains("MONTHEND_DB_PASSWORD=");
  }

  @Test
  void theDatabaseIsNotReachableFromOutside() {
    assertThat(db.has("ports")).isFalse();
    assertThat(db.has("network_mode")).isFalse();
  }

  @Test
  void theDatabaseComesBackByItselfAndTheApplicationDoesNot() {
    assertThat(db.at("/restart").asString()).isEqualTo("unless-stopped");
    assertThat(app.has("restart")).isFalse();
  }

  @Test
  void theApplicationFindsTheDatabaseOfTheFile() {
    assertThat(app.at("/environment/SPRING_DATASOURCE_URL").asString())
        .isEqualTo("jdbc:postgresql://db:5432/" + db.at("/environment/POSTGRES_DB").asString());
    assertThat(app.at("/environment/SPRING_DATASOURCE_USERNAME"))
        .isEqualTo(db.at("/environment/POSTGRES_USER"));
  }

  @Test
  void theApplicationOnlyReadsItsInput() {
    assertThat(texts(app.at("/volumes"))).containsExactly("./input:/input:ro", "./output:/output");
  }

  @Test
  void bothHaveLimits() {
    for (JsonNode service : List.of(db, app)) {
      assertThat(service.at("/deploy/resources/limits").propertyNames())
          .containsExactlyInAnyOrder("cpus", "memory");
    }
  }

  @Test
  void theImageRunsOnTheJavaTheProjectIsBuiltForAndNotAsRoot() throws IOException {
    String java = found("<java.version>(\\d+)<", "pom.xml");
    String dockerfile = Files.readString(Path.of("Dockerfile"));

    assertThat(dockerfile)
        .contains("eclipse-temurin-" + java + " AS build", "FROM eclipse-temurin:" + java + "-jre")
        .containsPattern("(?m)^USER monthend$");
  }

  @Test
  void nothingButItsSourcesGoesIntoTheImage() throws IOException {
    assertThat(Files.readAllLines(Path.of(".dockerignore")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly("*", "!pom.xml", "!processes", "!src/main");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static String found(String pattern, String file) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
    assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
    return matcher.group(1);
  }
}
