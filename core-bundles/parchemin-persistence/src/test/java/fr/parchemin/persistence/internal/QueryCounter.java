package fr.parchemin.persistence.internal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** A driver that notes what each thread sends to the database; a batch is one statement, settings are none. */
final class QueryCounter implements DataSourceFactory {

    private final DataSourceFactory driver;
    private final ThreadLocal<List<String>> sent = ThreadLocal.withInitial(ArrayList::new);

    QueryCounter(DataSourceFactory driver) {
        this.driver = driver;
    }

    /** What this thread sends while it does the work. */
    List<String> during(Runnable work) {
        sent.get().clear();
        work.run();
        return List.copyOf(sent.get());
    }

    @Override
    public DataSource createDataSource(Properties properties) throws SQLException {
        DataSource source = driver.createDataSource(properties);
        return new DataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(source.getConnection());
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return counted(source.getConnection(user, password));
            }

            @Override
            public PrintWriter getLogWriter() throws SQLException {
                return source.getLogWriter();
            }

            @Override
            public void setLogWriter(PrintWriter out) throws SQLException {
                source.setLogWriter(out);
            }

            @Override
            public void setLoginTimeout(int seconds) throws SQLException {
                source.setLoginTimeout(seconds);
            }

            @Override
            public int getLoginTimeout() throws SQLException {
                return source.getLoginTimeout();
            }

            @Override
            public Logger getParentLogger() {
                return Logger.getGlobal();
            }

            @Override
            public <T> T unwrap(Class<T> type) throws SQLException {
                return source.unwrap(type);
            }

            @Override
            public boolean isWrapperFor(Class<?> type) throws SQLException {
                return source.isWrapperFor(type);
            }
        };
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, connection, null);
    }

    private <T> T proxy(Class<T> type, Object target, String prepared) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String sql = arguments != null && arguments[0] instanceof String given ? given : prepared;
                    if (method.getName().startsWith("execute")) {
                        note(sql);
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof PreparedStatement) {
                        return proxy(PreparedStatement.class, result, sql);
                    }
                    return target instanceof Connection && result instanceof Statement
                            ? proxy(Statement.class, result, null)
                            : result;
                }));
    }

    private void note(String sql) {
        if (sql != null && !sql.toLowerCase(Locale.ROOT).startsWith("set ")) {
            sent.get().add(sql);
        }
    }

    @Override
    public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
        return driver.createConnectionPoolDataSource(properties);
    }

    @Override
    public XADataSource createXADataSource(Properties properties) throws SQLException {
        return driver.createXADataSource(properties);
    }

    @Override
    public Driver createDriver(Properties properties) throws SQLException {
        return driver.createDriver(properties);
    }
}
