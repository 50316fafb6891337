package io.monthend.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets that give up what the other side does not take. The driver bounds only how long it waits
 * for an answer, and the operating system keeps asking a receiver whose window is closed for ever.
 *
 * <p>The driver makes it by its name ({@code socketFactory}).
 */
public final class BoundedSockets extends SocketFactory {

  private static final Logger LOG = LoggerFactory.getLogger(BoundedSockets.class);

  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final Duration longest;

  /**
   * For the driver.
   *
   * @param seconds the longest that one write may take, a whole number of seconds
   */
  public BoundedSockets(String seconds) {
    this.longest = Duration.ofSeconds(Long.parseLong(seconds));
  }

  @Override
  public Socket createSocket() {
    return new BoundedSocket(longest);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unasked();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw unasked();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unasked();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    throw unasked();
  }

  /** Most writes end at once; what they asked for then must not lie in the queue for minutes. */
  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("socket-watch").factory());
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  private static IOException unasked() {
    return new IOException("The driver connects its sockets itself");
  }

  private static final class BoundedSocket extends Socket {

    private final Duration longest;

    BoundedSocket(Duration longest) {
      this.longest = longest;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new BoundedOutput(super.getOutputStream(), this, longest);
    }
  }

  private static final class BoundedOutput extends FilterOutputStream {

    private final Socket socket;
    private final Duration longest;
    private volatile boolean isGivenUp;

    BoundedOutput(OutputStream out, Socket socket, Duration longest) {
      super(out);
      this.socket = socket;
      this.longest = longest;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      ScheduledFuture<?> end =
          WATCH.schedule(this::giveUp, longest.toMillis(), TimeUnit.MILLISECONDS);
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw isGivenUp ? new SocketTimeoutException("Write timed out") : e;
      } finally {
        end.cancel(false);
      }
    }

    private void giveUp() {
      isGivenUp = true;
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("A socket that was given up cannot be closed", e);
      }
    }
  }
}
