package io.monthend.rulebook;

import io.monthend.kernel.Position;
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
        throw new IllegalArgumentException("grades must descend by `from`");
      }
    }
    if (lowest.points() > highest.points()) {
      throw new IllegalArgumentException("lowest lies above highest");
    }
  }

  /** The positions that are evaluated (E1). */
  public record Evaluated(Set<Position> positions, String rule) {
    public Evaluated {
      positions = Set.copyOf(positions);
    }
  }

  /** A grade and the score it is given from (E3). */
  public record Grade(String grade, int from, String rule) {}

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
