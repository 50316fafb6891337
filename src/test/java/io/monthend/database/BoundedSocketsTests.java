package io.monthend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether what is sent comes to an end. */
class BoundedSocketsTests {

  private static final int MORE_THAN_BUFFERS_HOLD = 64 << 20;

  @Test
  @Timeout(20)
  void aReceiverThatTakesNothingIsGivenUp() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new BoundedSockets("1").createSocket()) {
      socket.connect(deaf.getLocalSocketAddress());

      assertThatThrownBy(() -> socket.getOutputStream().write(new byte[MORE_THAN_BUFFERS_HOLD]))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  @Timeout(20)
  void whatIsTakenIsWritten() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new BoundedSockets("15").createSocket()) {
      socket.connect(listening.getLocalSocketAddress());
      try (Socket taken = listening.accept()) {
        Thread.ofVirtual().start(() -> write(socket));

        assertThat(taken.getInputStream().readAllBytes().length).isEqualTo(MORE_THAN_BUFFERS_HOLD);
      }
    }
  }

  private static void write(Socket socket) {
    try {
      socket.getOutputStream().write(new byte[MORE_THAN_BUFFERS_HOLD]);
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
