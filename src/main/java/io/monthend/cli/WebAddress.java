package io.monthend.cli;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the pages are offered. */
final class WebAddress {

  private static final String THIS_MACHINE = "127.0.0.1";
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where browsers find it (default: ${DEFAULT-VALUE}; 0 = any free port).")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "IP",
      defaultValue = THIS_MACHINE,
      description = {
        "The address to listen on (default: ${DEFAULT-VALUE}, this machine only).",
        "Another one needs --behind-https, since passwords never go over the network in clear."
      })
  private String address = THIS_MACHINE;

  @Option(
      names = "--behind-https",
      description = "Browsers come by https, through a proxy that says so in X-Forwarded-Proto.")
  private boolean behindHttps;

  /** The settings; what would send passwords in clear is wrong usage. */
  Map<String, Object> settings(CommandSpec spec) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to " + HIGHEST_PORT);
    }
    boolean isHere =
        address.equals(THIS_MACHINE) || address.equals("localhost") || address.equals("::1");
    if (!isHere && !behindHttps) {
      throw new ParameterException(
          spec.commandLine(),
          "--address "
              + address
              + " is open to the network; put a proxy with https before it and say --behind-https");
    }
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("server.address", address);
    if (behindHttps) {
      settings.put("server.servlet.session.cookie.secure", true);
    }
    return settings;
  }

  int port() {
    return port;
  }
}
