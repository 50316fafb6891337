package io.monthend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An installation's own PostgreSQL server, held open. It runs for as long as any handle in any
 * process is open on its data directory; the last one closed stops it.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final long PATIENCE_AT_EXIT_SECONDS = 10;

  private static final ReentrantLock GUARD = new ReentrantLock();
  private static final Map<Path, Tenancy> TENANCIES = new HashMap<>();
  private static boolean closesAtExit;

  private final Tenancy tenancy;
  private final int port;
  private boolean closed;

  private EmbeddedServer(Tenancy tenancy, int port) {
    this.tenancy = tenancy;
    this.port = port;
  }

  /**
   * Opens the database in this directory: sets it up if the directory is new, starts or adopts its
   * server, or joins the one that other processes use.
   *
   * @throws DatabaseUnavailable if it cannot be used; the message says what to do
   */
  public static EmbeddedServer open(Path dataDirectory) {
    ServerBinaries binaries = ServerBinaries.bundled();
    GUARD.lock();
    try {
      closeAllAtExit();
      DataDirectory data = DataDirectory.at(dataDirectory);
      try (StartLock _ = StartLock.take(data)) {
        return open(data, binaries);
      }
    } catch (IOException e) {
      throw DatabaseUnavailable.because(dataDirectory, e);
    } finally {
      GUARD.unlock();
    }
  }

  /** Whether a database is in this directory, or was to be restored there. */
  public static boolean isSetUp(Path dataDirectory) {
    DataDirectory data = new DataDirectory(dataDirectory);
    return data.hasCluster() || Files.exists(data.restoring());
  }

  /** The main process of the server that runs in this directory, if one does; it only looks. */
  public static OptionalLong processOf(Path dataDirectory) {
    return PostmasterFile.processIn(new DataDirectory(dataDirectory).cluster());
  }

  /** Where to connect to. It has parameters already: append more with an ampersand. */
  public String jdbcUrl() {
    return Endpoint.jdbcUrl(port);
  }

  /** The role that owns the database. */
  public String username() {
    return Cluster.NAME;
  }

  /** The generated password of that role. */
  public String password() {
    return tenancy.password();
  }

  /** Gives this handle back, once; the last one in any process stops the server. */
  @Override
  public void close() {
    GUARD.lock();
    try {
      if (!closed) {
        closed = true;
        if (tenancy.leave()) {
          end(tenancy);
        }
      }
    } finally {
      GUARD.unlock();
    }
  }

  /** Whether this process has it open: file locks do not tell a process of itself. */
  static boolean isOpenHere(DataDirectory data) {
    GUARD.lock();
    try {
      return TENANCIES.containsKey(data.root());
    } finally {
      GUARD.unlock();
    }
  }

  private static EmbeddedServer open(DataDirectory data, ServerBinaries binaries)
      throws IOException {
    Tenancy known = TENANCIES.get(data.root());
    Tenancy tenancy = known != null ? known : Tenancy.of(data, binaries, System.getenv());
    try {
      EmbeddedServer handle = new EmbeddedServer(tenancy, tenancy.enter());
      TENANCIES.put(data.root(), tenancy);
      return handle;
    } finally {
      if (tenancy.isEmpty()) {
        tenancy.close();
      }
    }
  }

  private static void end(Tenancy tenancy) {
    if (!TENANCIES.remove(tenancy.data().root(), tenancy)) {
      return;
    }
    try (tenancy;
        StartLock _ = StartLock.take(tenancy.data())) {
      tenancy.stopIfLast();
    } catch (IOException | DatabaseUnavailable e) {
      LOG.warn("PostgreSQL in {} is left running: {}", tenancy.data().root(), e.toString());
    }
  }

  private static void closeAllAtExit() {
    if (!closesAtExit) {
      ExitHook.install(EmbeddedServer::closeAll);
      closesAtExit = true;
    }
  }

  /** Gives up where another thread still opens: locks die with us, and the next start adopts. */
  private static void closeAll() {
    try {
      if (!GUARD.tryLock(PATIENCE_AT_EXIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      List.copyOf(TENANCIES.values()).forEach(EmbeddedServer::end);
    } finally {
      GUARD.unlock();
    }
  }
}
