package fr.parchemin.persistence.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.H2Platform;

/** H2, with instants in UTC; see {@link UtcTypes}. Public because EclipseLink instantiates it by name. */
public final class UtcH2Platform extends H2Platform {

    private static final long serialVersionUID = 1L;

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        if (!UtcTypes.bind(statement, index, parameter)) {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    /** Values stay parameters beside functions too, where EclipseLink would write them into the statement. */
    @Override
    public boolean isDynamicSQLRequiredForFunctions() {
        return false;
    }

    @Override
    public Object getObjectFromResultSet(ResultSet row, int column, int type, AbstractSession session)
            throws SQLException {
        return UtcTypes.read(row, column, type);
    }

    @Override
    public int getJDBCTypeForSetNull(DatabaseField field) {
        return UtcTypes.nullType(field.getType(), super.getJDBCTypeForSetNull(field));
    }
}
