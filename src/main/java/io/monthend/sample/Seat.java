package io.monthend.sample;

/**
 * A place in the company: its team, position and rhythm outlast the people who hold it, one after
 * the other.
 *
 * <p>Teams have twelve seats, the first of which is the leader's. Every fifth team has a supervisor
 * and a trainer among them, every twentieth the manager.
 */
record Seat(int index, long key, Position position, Rotation rotation, int phase) {

  private static final int TEAM_SIZE = 12;
  private static final int TOPIC = "seat".hashCode();
  private static final int WEAKEST = "weakest".hashCode();

  static Seat at(long seed, int index) {
    long key = Dice.hash(Dice.hash(seed, TOPIC), index);
    int team = index / TEAM_SIZE;
    Position position = position(team, index % TEAM_SIZE);
    Rotation rotation = position.worksShifts() ? rotation(team) : Rotation.DAYS;
    int phase =
        rotation == Rotation.DAYS
            ? Rotation.MONDAY_FIRST
            : (int) Long.remainderUnsigned(key, rotation.length());
    return new Seat(index, key, position, rotation, phase);
  }

  /** The seat whose first holder is last month after month: a plain one of some team. */
  static int weakest(long seed, int employees) {
    if (employees < TEAM_SIZE) {
      return 0;
    }
    long key = Dice.hash(seed, WEAKEST);
    int team = (int) Long.remainderUnsigned(key, employees / TEAM_SIZE);
    int place = TEAM_SIZE / 2 + (int) Long.remainderUnsigned(key >>> 8, TEAM_SIZE / 2);
    return team * TEAM_SIZE + place;
  }

  int team() {
    return index / TEAM_SIZE;
  }

  /** As in {@code T001}. */
  String teamName() {
    int number = team() + 1;
    return number >= 1000 ? "T" + number : "T" + Integer.toString(1000 + number).substring(1);
  }

  private static Position position(int team, int place) {
    return switch (place) {
      case 0 -> Position.LEADER;
      case 1 -> team % 20 == 0 ? Position.MANAGER : Position.CSR;
      case 2 -> team % 10 == 0 ? Position.ASSISTANT : Position.CSR;
      case 3 -> team % 5 == 0 ? Position.SUPERVISOR : Position.CSR;
      case 4 -> team % 5 == 0 ? Position.TRAINER : Position.CSR;
      case 5 -> team % 2 == 0 ? Position.RECEPTION : Position.CSR;
      default -> Position.CSR;
    };
  }

  private static Rotation rotation(int team) {
    return switch (team % 4) {
      case 0 -> Rotation.WEEKS;
      case 1 -> Rotation.PAIRS;
      case 2 -> Rotation.DAYS;
      default -> Rotation.QUICK;
    };
  }
}
