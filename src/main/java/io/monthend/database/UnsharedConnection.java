package io.monthend.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** A connection that is not of the pool: nobody has used it before, and nobody will after. */
public final class UnsharedConnection {

  private UnsharedConnection() {}

  /** Opens one with the settings that those of the pool have; the caller closes it. */
  public static Connection beside(DataSource pool) throws SQLException {
    HikariDataSource settings = pool.unwrap(HikariDataSource.class);
    Properties properties = new Properties();
    properties.putAll(settings.getDataSourceProperties());
    properties.setProperty("user", settings.getUsername());
    properties.setProperty("password", settings.getPassword());
    return DriverManager.getConnection(settings.getJdbcUrl(), properties);
  }
}
