package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.LauncherProject.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK the launcher finds and the application it starts on it. */
@NullMarked
class LauncherTests {

  private final Path outside;
  private final LauncherProject project;

  LauncherTests(@TempDir Path outside) throws IOException {
    this.outside = outside.toRealPath();
    this.project = new LauncherProject(this.outside);
  }

  @AfterEach
  void unlinkTools() throws IOException {
    project.unlinkTools();
  }

  @Nested
  class TheJdk {

    @Test
    void theOneNamedForItComesBeforeAllOthers() throws Exception {
      project.built();
      project.environment.put("MONTHEND_JAVA_HOME", project.jdk("named", "26.0.1").toString());
      project.environment.put("JAVA_HOME", project.jdk("home", "25.0.1").toString());

      assertThat(project.run().out()).contains("home 26.0.1");
    }

    @Test
    void anOldJavaHomeIsPassedOverForTheJavaOnThePath() throws Exception {
      project.built();
      project.environment.put("JAVA_HOME", project.jdk("old", "17.0.15").toString());
      project.onThePath(project.jdk("some where/jdk", "25.0.2"));
      project.jdk("usr/lib/jvm/jdk-25", "25.0.3");

      assertThat(project.run().out()).contains("home 25.0.2");
    }

    @Test
    void theOldestThatFitsIsTakenFromTheUsualFolders() throws Exception {
      project.built();
      project.onThePath(project.jdk("usr/lib/jvm/java-17", "17.0.15"));
      project.jdk("usr/lib/jvm/java-8", "1.8.0_402");
      project.jdk("usr/lib/jvm/jdk-27", "27-ea");
      project.jdk("Library/Java/JavaVirtualMachines/jdk-25/Contents/Home", "25.0.3");
      project.jdk("home/.sdkman/candidates/java/26-open", "26");

      assertThat(project.run().out()).contains("home 25.0.3");
    }

    @Test
    void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
      project.built();
      Path home = project.jdk("opt/jdk", "25.0.1");
      Files.delete(home.resolve("release"));

      assertThat(project.run().out()).contains("home 25.0.1");
    }

    @Test
    void theOneNamedForItMustFit() throws Exception {
      project.built();
      project.jdk("usr/lib/jvm/jdk-25", "25.0.3");
      project.environment.put("MONTHEND_JAVA_HOME", project.jdk("old", "21.0.4").toString());

      Run run = project.run();

      assertThat(run.exitCode()).isEqualTo(69);
      assertThat(run.err()).contains("MONTHEND_JAVA_HOME", "is Java 21", "JDK 25 or newer");
    }

    @Test
    void withoutOneItSaysWhatIsMissingAndWhatItPassedOver() throws Exception {
      project.built();
      project.jdk("usr/lib/jvm/jdk-21", "21.0.4");

      Run run = project.run("close");

      assertThat(run.exitCode()).isEqualTo(69);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(
              "needs a JDK 25 or newer", "jdk-21 is Java 21", "Install one", "MONTHEND_JAVA_HOME=");
    }

    @Test
    void aJavaWithoutACompilerRunsTheApplicationButDoesNotBuildIt() throws Exception {
      project.jre("usr/lib/jvm/jre-25", "25.0.3");

      Run unbuilt = project.run();
      project.built();
      Run built = project.run();

      assertThat(unbuilt.exitCode()).isEqualTo(69);
      assertThat(unbuilt.err()).contains("without a compiler");
      assertThat(built.out()).contains("home 25.0.3");
    }
  }

  @Nested
  class TheApplication {

    TheApplication() throws IOException {
      project.jdk("usr/lib/jvm/jdk-25", "25.0.3");
      project.built();
    }

    @Test
    void getsTheArgumentsAsTheyAre() throws Exception {
      Run run = project.run("close", "--input", "the month's files", "*", "", "$HOME");

      assertThat(run.arguments())
          .containsExactly("<close>", "<--input>", "<the month's files>", "<*>", "<>", "<$HOME>");
    }

    @Test
    void givesItsExitCode() throws Exception {
      project.environment.put("JAVA_EXITS", "5");

      assertThat(project.run().exitCode()).isEqualTo(5);
    }

    @Test
    void takesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
      Run run = project.run();

      assertThat(run.out()).contains("pid " + run.pid());
    }

    @Test
    void startsThroughALinkInTheCallersFolder() throws Exception {
      Path elsewhere = Files.createDirectories(outside.resolve("else where"));
      Path link =
          Files.createSymbolicLink(elsewhere.resolve("me"), Path.of("../a project/monthend"));

      Run run = project.start(link, elsewhere, "close").end();

      assertThat(run.out()).contains("in " + elsewhere).contains("<" + project.jar() + ">");
    }

    @Test
    void runsUnpackedSinceTheJvmKeepsNoParsedClassesOfNestedJars() throws Exception {
      project.unpackedBefore(30);

      assertThat(project.run().out()).contains("<" + project.unpacked() + ">");
    }

    @Test
    void runsPackedWhereAnEarlierBuildUnpackedAnOlderOne() throws Exception {
      project.unpackedBefore(40);

      assertThat(project.run().out()).contains("<" + project.jar() + ">");
    }

    @Test
    void keepsItsParsedClassesBesideTheJarForTheNextStart() throws Exception {
      Path archive = project.jar().resolveSibling("monthend.jsa");

      assertThat(project.run().options()).contains("<-XX:SharedArchiveFile=" + archive + ">");
    }

    @Test
    void getsTheUsersJvmOptionsInPlaceOfItsOwnCollector() throws Exception {
      assertThat(project.run().options()).contains("<-XX:+UseSerialGC>");

      project.environment.put("MONTHEND_JAVA_OPTS", "-Xmx2g -XX:+UseParallelGC");

      assertThat(project.run().options())
          .endsWith("<-Xmx2g>", "<-XX:+UseParallelGC>")
          .doesNotContain("<-XX:+UseSerialGC>");
    }
  }
}
