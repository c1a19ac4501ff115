package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Journal.Tete;
import fr.parchemin.acte.LigneJournal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts lines at the end of the chain of the journal. The row of journal_tete is locked from then until the transaction
 * ends; nothing is waited for while it is held, so that acts take turns here without ever standing in each other's way in a
 * circle.
 */
final class Chaine {

    private static final String INSERT = "insert into acte (rang, id, le, acteur, au_nom_de, branche, objet, nature,"
            + " detail, avant, apres, motif, personne, empreinte) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Chaine() {}

    /** Appends the lines in their order. */
    static void append(EntityManager manager, List<LigneJournal> lines) {
        append(manager, lock(manager), lines);
    }

    /** Appends behind an end that {@link #lock} gave. */
    static void append(EntityManager manager, Tete end, List<LigneJournal> lines) {
        List<LigneJournal> chained = new ArrayList<>(lines.size());
        Tete last = end;
        for (LigneJournal line : lines) {
            LigneJournal next = line.chained(last.rang() + 1, last.empreinte());
            chained.add(next);
            last = new Tete(next.rang(), next.empreinte());
        }
        try {
            insert(manager.unwrap(Connection.class), chained);
        } catch (SQLException e) {
            throw new PersistenceException("lines of the journal cannot be written", e);
        }
        manager.createNativeQuery("update journal_tete set rang = ?1, empreinte = ?2 where id = 1")
                .setParameter(1, last.rang())
                .setParameter(2, last.empreinte())
                .executeUpdate();
    }

    /** Where the chain ends, for this transaction only; without a hash when it has not begun. */
    static Tete lock(EntityManager manager) {
        return read(manager, " for update");
    }

    static Tete read(EntityManager manager) {
        return read(manager, "");
    }

    private static Tete read(EntityManager manager, String how) {
        Object[] row =
                (Object[]) manager.createNativeQuery("select rang, empreinte from journal_tete where id = 1" + how)
                        .getSingleResult();
        return new Tete(((Number) row[0]).longValue(), (String) row[1]);
    }

    private static void insert(Connection connection, List<LigneJournal> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (LigneJournal line : lines) {
                int column = 0;
                for (Object value : new Object[] {
                    line.rang(),
                    line.id(),
                    line.le(),
                    line.acteur(),
                    line.auNomDe(),
                    line.branche(),
                    line.objet(),
                    line.nature(),
                    line.detail(),
                    line.avant(),
                    line.apres(),
                    line.motif(),
                    line.personne(),
                    line.empreinte()
                }) {
                    column++;
                    if (value == null) {
                        statement.setNull(column, Types.NULL);
                    } else if (!UtcTypes.bind(statement, column, value)) {
                        statement.setObject(column, value);
                    }
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
