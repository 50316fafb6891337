package io.monthend.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The way from the application to the database, through a hole in which everything can go wrong. It
 * reads PostgreSQL's messages, so it knows where a transaction commits.
 */
final class Wire implements AutoCloseable {

  /** Where a commit stands. */
  enum Moment {
    /** It was asked for, and the server does not know yet. */
    ASKED,
    /** The server has committed, and the application does not know yet. */
    DONE
  }

  /**
   * A commit.
   *
   * @param no from 1, of all since the fault was set
   * @param chunk from 1 where people's settlements are in it, else 0
   */
  record Commit(int no, int chunk, Moment moment) {

    boolean isOfChunk(int which, Moment when) {
      return chunk == which && moment == when;
    }
  }

  /** What goes wrong; called in the midst of a commit, which goes on when it returns. */
  @FunctionalInterface
  interface Fault {

    Fault NONE = commit -> {};

    void at(Commit commit) throws IOException, SQLException, InterruptedException;
  }

  private static final byte[] COMMITTED = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger chunks = new AtomicInteger();
  private final Object gate = new Object();
  private volatile int serverPort;
  private volatile Fault fault = Fault.NONE;
  private volatile boolean stalled;
  private volatile boolean deaf;

  Wire(int serverPort) throws IOException {
    this.serverPort = serverPort;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Another server from the next connection on. */
  void leadTo(int port) {
    serverPort = port;
  }

  /** What goes wrong from now on. */
  void breakBy(Fault next) {
    commits.set(0);
    chunks.set(0);
    fault = next;
  }

  /** Nothing goes wrong from now on; what was held back is lost. */
  void mend() {
    fault = Fault.NONE;
    deaf = false;
    if (stalled) {
      reset();
    }
    synchronized (gate) {
      stalled = false;
      gate.notifyAll();
    }
  }

  /** Lets go on what was held back. */
  void resume() {
    synchronized (gate) {
      stalled = false;
      gate.notifyAll();
    }
  }

  /** Resets all connections, on both sides. */
  void reset() {
    links.forEach(Link::reset);
  }

  /** Nothing gets through any more, and nobody is told. */
  void stall() {
    stalled = true;
  }

  /** The server's side of all connections is closed, and the application is not told. */
  void halfOpen() {
    stall();
    links.forEach(link -> close(link.server));
  }

  /** The server does not learn when the application goes away. */
  void hideDeaths() {
    deaf = true;
  }

  int countConnections() {
    return links.size();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    mend();
    reset();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void connect(Socket client) {
    try {
      Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
      links.add(link);
      Thread.ofVirtual().start(link::requests);
      Thread.ofVirtual().start(link::answers);
    } catch (IOException e) {
      close(client); // there is no server
    }
  }

  /** Waits while nothing gets through. */
  private void pass() throws InterruptedException {
    synchronized (gate) {
      while (stalled) {
        gate.wait();
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  private final class Link {

    private final Socket client;
    private final Socket server;
    private final Map<String, String> statements = new HashMap<>();
    private boolean settles;
    private volatile @Nullable Commit asked;

    Link(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    void reset() {
      for (Socket socket : Set.of(client, server)) {
        try {
          socket.setSoLinger(true, 0);
        } catch (IOException e) {
          continue; // it is closed already
        }
        close(socket);
      }
    }

    void requests() {
      try {
        var in = new DataInputStream(new BufferedInputStream(client.getInputStream(), 1 << 16));
        OutputStream out = new BufferedOutputStream(server.getOutputStream(), 1 << 16);
        int length = in.readInt();
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        out.write(in.readNBytes(length - Integer.BYTES));
        out.flush();
        for (int type = in.read(); type >= 0; type = in.read()) {
          byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
          heed((char) type, body);
          pass();
          forward(out, type, body);
          if (in.available() == 0) {
            out.flush();
          }
        }
      } catch (IOException | InterruptedException e) {
        // the connection has ended; so does this
      } finally {
        end();
      }
    }

    void answers() {
      try {
        var in = new DataInputStream(new BufferedInputStream(server.getInputStream(), 1 << 16));
        OutputStream out = new BufferedOutputStream(client.getOutputStream(), 1 << 16);
        for (int type = in.read(); type >= 0; type = in.read()) {
          byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
          Commit commit = asked;
          if (type == 'C' && commit != null && Arrays.equals(body, COMMITTED)) {
            asked = null;
            happens(new Commit(commit.no(), commit.chunk(), Moment.DONE));
          }
          pass();
          forward(out, type, body);
          if (in.available() == 0) {
            out.flush();
          }
        }
      } catch (IOException | InterruptedException e) {
        // the connection has ended; so does this
      } finally {
        end();
      }
    }

    private void forward(OutputStream out, int type, byte[] body) throws IOException {
      out.write(type);
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt(body.length + Integer.BYTES).array());
      out.write(body);
    }

    private void end() {
      try {
        pass();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!deaf) {
        links.remove(this);
        close(client);
        close(server);
      }
    }

    private void heed(char type, byte[] body) {
      switch (type) {
        case 'Q' -> runs(text(body, 0));
        case 'P' -> statements.put(text(body, 0), text(body, text(body, 0).length() + 1));
        case 'B' -> {
          String name = text(body, text(body, 0).length() + 1);
          runs(statements.getOrDefault(name, ""));
        }
        default -> {}
      }
    }

    private void runs(String sql) {
      String text = sql.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith("copy settlement ")) {
        settles = true;
      }
      if (text.equals("commit")) {
        int chunk = settles ? chunks.incrementAndGet() : 0;
        settles = false;
        Commit commit = new Commit(commits.incrementAndGet(), chunk, Moment.ASKED);
        asked = commit;
        happens(commit);
      }
      if (text.equals("rollback")) {
        settles = false;
      }
    }

    private void happens(Commit commit) {
      try {
        fault.at(commit);
      } catch (IOException | SQLException | InterruptedException e) {
        throw new IllegalStateException("The fault itself failed", e);
      }
    }

    private static String text(byte[] body, int from) {
      int end = from;
      while (body[end] != 0) {
        end++;
      }
      return new String(body, from, end - from, StandardCharsets.UTF_8);
    }
  }
}
