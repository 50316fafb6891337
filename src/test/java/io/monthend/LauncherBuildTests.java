package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.LauncherProject.Run;
import io.monthend.LauncherProject.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher has Maven build and test, and when it does not. */
@NullMarked
class LauncherBuildTests {

  private final Path outside;
  private final LauncherProject project;

  LauncherBuildTests(@TempDir Path outside) throws IOException {
    this.outside = outside.toRealPath();
    this.project = new LauncherProject(this.outside);
  }

  @AfterEach
  void unlinkTools() throws IOException {
    project.unlinkTools();
  }

  @Nested
  class TheBuild {

    private final Path home;

    TheBuild() throws IOException {
      home = project.jdk("usr/lib/jvm/jdk-25", "25.0.3");
    }

    @Test
    void runsOnceOnTheJdkAndLeavesStandardOutputToTheApplication() throws Exception {
      Run first = project.run("close");
      Run second = project.run("close");

      assertThat(first.err()).contains("building");
      assertThat(first.out()).doesNotContain("Maven").contains("<close>");
      assertThat(second.err()).isEmpty();
      assertThat(project.mavenLog()).hasSize(2).last().isEqualTo("end " + home);
    }

    @Test
    void runsAgainAfterAChangeANewProcessOrADeletion() throws Exception {
      project.built();
      Files.writeString(project.root.resolve("src/main/java/Source.java"), "changed");
      assertThat(project.run().err()).contains("building");

      project.built();
      Files.writeString(project.root.resolve("processes/leave.bpmn20.xml"), "<new/>");
      assertThat(project.run().err()).contains("building");

      project.built();
      Files.delete(project.root.resolve("src/main/java/Source.java"));
      assertThat(project.run().err()).contains("building");
    }

    @Test
    void aChangeWhileItRunsIsBuiltTheNextTime() throws Exception {
      project.environment.put("MAVEN_TICKS", "1 2 3 4 5");
      Started first = project.start();
      awaitMaven("start");
      Thread.sleep(50); // file times may be as coarse as this
      Files.writeString(project.root.resolve("pom.xml"), "changed");
      first.end();

      assertThat(project.run().err()).contains("building");
    }

    @Test
    void leavesTheJarOfARunningApplicationAlone() throws Exception {
      project.built();
      project.unpackedBefore(0);
      Path inUse = Files.createLink(outside.resolve("in use.jar"), project.jar());
      Files.delete(project.root.resolve("src/main/java/Source.java"));

      assertThat(project.run().err()).contains("building");
      assertThat(inUse).hasContent("an older jar");
      assertThat(project.jar()).hasContent("a new jar");
      assertThat(project.unpacked()).doesNotExist();
    }

    @Test
    void thatFailsShowsMavensMessagesAndLeavesNoJar() throws Exception {
      project.environment.put("MAVEN_EXITS", "1");

      Run run = project.run();

      assertThat(run.exitCode()).isEqualTo(70);
      assertThat(run.err()).contains("a message of Maven", "the build failed");
      assertThat(project.jar()).doesNotExist();
      assertNothingIsLeftBehind();
    }

    @Test
    void withoutMavenSaysSo() throws Exception {
      project.withoutMaven();

      Run run = project.run();

      assertThat(run.exitCode()).isEqualTo(69);
      assertThat(run.err()).contains("Maven is missing", "apt-get install maven");
    }

    @Test
    void ofTwoLaunchersAtOnceHappensOnce() throws Exception {
      project.environment.put("MAVEN_TICKS", "1 2 3 4 5");
      Started one = project.start("one");
      Started two = project.start("two");

      assertThat(one.end().arguments()).containsExactly("<one>");
      assertThat(two.end().arguments()).containsExactly("<two>");
      assertThat(project.mavenLog()).hasSize(2);
      assertNothingIsLeftBehind();
    }

    @Test
    void doesNotWaitForTheDeadOrForAStrangerWithTheirNumber() throws Exception {
      for (String owner : List.of("999999999:./monthend", "1:./monthend")) {
        Files.createSymbolicLink(project.lock(), Path.of(owner));

        assertThat(project.run("close").arguments()).containsExactly("<close>");
        assertNothingIsLeftBehind();
      }
    }
  }

  @Nested
  class TheTests {

    TheTests() throws IOException {
      project.jdk("usr/lib/jvm/jdk-25", "25.0.3");
    }

    @Test
    void runVerifyWithTheArgumentsAndGiveMavensExitCode() throws Exception {
      project.environment.put("MAVEN_EXITS", "3");

      Run run = project.run("test", "-Dtest=A b", "clean");

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.out()).contains("a message of Maven");
      assertThat(project.mavenLog()).contains("start -B -Dtest=A b clean verify");
      assertNothingIsLeftBehind();
    }

    @Test
    void stopWithTheLauncher() throws Exception {
      project.environment.put("MAVEN_TICKS", "1 ".repeat(200));
      Started tests = project.start("test");
      awaitMaven("start");
      tests.process().destroy();

      assertThat(tests.end().exitCode()).isEqualTo(143);
      assertThat(project.mavenLog()).last().isEqualTo("stopped");
      assertNothingIsLeftBehind();
    }

    @Test
    void mayStartTheApplicationTheyHaveJustPackaged() throws Exception {
      project.environment.put("MONTHEND_BUILDING", project.root.toString());
      assertThat(project.run().exitCode()).isEqualTo(70);

      project.built();
      Files.createSymbolicLink(project.lock(), Path.of(ProcessHandle.current().pid() + ":java"));

      assertThat(project.run("close").arguments()).containsExactly("<close>");
    }
  }

  private void awaitMaven(String word) throws Exception {
    Instant limit = Instant.now().plus(Duration.ofSeconds(10));
    while (project.mavenLog().stream().noneMatch(line -> line.startsWith(word))) {
      assertThat(Instant.now()).as("Maven is to say " + word).isBefore(limit);
      Thread.sleep(10);
    }
  }

  private void assertNothingIsLeftBehind() throws IOException {
    try (var files = Files.list(project.root)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".build"));
    }
  }
}
