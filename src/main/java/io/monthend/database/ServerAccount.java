package io.monthend.database;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** As whom the server's programs run: as the data directory's owner, but never as root. */
record ServerAccount(List<String> prefix) {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> USER_NAMESPACE = List.of("unshare", "--user");
  private static final int NOBODY = 65534;

  /**
   * PostgreSQL refuses user id 0. In a user namespace of its own it sees another id but still
   * reaches root's files; where there are none (many containers), a new directory becomes nobody's.
   */
  static ServerAccount of(DataDirectory data) throws IOException {
    if (!DataDirectory.runsAsRoot()) {
      return new ServerAccount(List.of());
    }
    if (data.ownerUid() == 0) {
      if (hasUserNamespaces(data)) {
        return new ServerAccount(USER_NAMESPACE);
      }
      data.giveTo(NOBODY, NOBODY);
    }
    return new ServerAccount(
        List.of(
            "setpriv",
            "--reuid=" + data.ownerUid(),
            "--regid=" + data.ownerGid(),
            "--clear-groups"));
  }

  List<String> running(List<String> words) {
    return Stream.concat(prefix.stream(), words.stream()).toList();
  }

  private static boolean hasUserNamespaces(DataDirectory data) throws IOException {
    var account = new ServerAccount(USER_NAMESPACE);
    return Command.run(account.running(List.of("true")), data, LIMIT).succeeded();
  }
}
