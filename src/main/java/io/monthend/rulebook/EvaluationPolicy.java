package io.monthend.rulebook;

import io.monthend.kernel.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Section E: score, grade and what follows from them. */
public record EvaluationPolicy(
    Evaluated evaluated,
    Setting.Points start,
    Setting.Points lowest,
    Setting.Points highest,
    List<Grade> grades,
    String noGrade,
    Setting.Points reviewBelow,
    Setting.Points lastTwiceBelow,
    Setting.ExamScore examFailedBelow,
    Setting.ExamScore examPerfectFrom,
    Setting.Percent zeroComplaintsUpTo) {

  public EvaluationPolicy {
    grades = List.copyOf(grades);
    for (int i = 1; i < grades.size(); i++) {
      if (grades.get(i).from() >= grades.get(i - 1).from()) {
        throw new IllegalArgumentException(
            "grade %s begins at %s and %s above it at %s; put the best first"
                .formatted(
                    grades.get(i).grade(),
                    grades.get(i).from(),
                    grades.get(i - 1).grade(),
                    grades.get(i - 1).from()));
      }
    }
    Set<String> names = new HashSet<>(Set.of(noGrade));
    for (Grade grade : grades) {
      if (!names.add(grade.grade())) {
        throw new IllegalArgumentException(
            "grade " + grade.grade() + " stands twice; give each a name of its own");
      }
    }
    if (lowest.points() > highest.points()) {
      throw new IllegalArgumentException(
          "lowest is %s and highest %s; exchange them"
              .formatted(lowest.points(), highest.points()));
    }
  }

  /** The positions that are evaluated (E1). */
  public record Evaluated(Set<Position> positions, String rule) {
    public Evaluated {
      positions = Set.copyOf(positions);
    }
  }

  /** A grade and the score it is given from (E3). */
  public record Grade(String grade, int from, String rule) {
    public Grade {
      Limits.requireUpTo(999, "from", from);
    }
  }

  public boolean evaluates(Position position) {
    return evaluated.positions().contains(position);
  }

  /** A sum of points cut to what a score may be (E2). */
  public int cut(int points) {
    return Math.clamp(points, lowest.points(), highest.points());
  }

  /** The grade of a score (E3). */
  public String gradeOf(int score) {
    return grades.stream()
        .filter(grade -> score >= grade.from())
        .map(Grade::grade)
        .findFirst()
        .orElse(noGrade);
  }
}
