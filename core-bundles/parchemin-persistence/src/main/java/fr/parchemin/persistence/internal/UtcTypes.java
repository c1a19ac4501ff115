package fr.parchemin.persistence.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * How instants, dates and UUIDs go to the database and come back.
 *
 * <p>EclipseLink goes through {@link java.sql.Timestamp}, hence through the time zone of the virtual machine: an instant
 * in the hour that autumn repeats comes back an hour off, and two nodes in different zones disagree. Here an instant is
 * its date and time in UTC, to the microsecond that both engines keep.
 */
final class UtcTypes {

    private UtcTypes() {}

    /** Binds the value if it is of one of these types; whether it was. */
    static boolean bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
        } else if (value instanceof LocalDate || value instanceof UUID) {
            statement.setObject(index, value);
        } else {
            return false;
        }
        return true;
    }

    /** The value of a column; EclipseLink reads a date and time without zone as an instant in UTC. */
    static Object read(ResultSet row, int column, int type) throws SQLException {
        return type == Types.TIMESTAMP ? row.getObject(column, LocalDateTime.class) : row.getObject(column);
    }

    /** The JDBC type of a null. */
    static int nullType(Class<?> type, int otherwise) {
        return type == UUID.class ? Types.OTHER : otherwise;
    }
}
