package fr.parchemin.itest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of rights on the running platform, with H2; {@link PostgreSqlIT} has it with PostgreSQL. */
@ExtendWith(KarafServer.class)
class MatriceIT {

    @Test
    void eachOperationIsForTheRolesOfItsRowAndTellsAnotherBranchNothing(Karaf karaf) {
        new Matrice(karaf, "matrice").holds();
    }

    @Test
    void listsShowJustWhatOpensHoweverFarARoleReaches(Karaf karaf) {
        new Matrice(karaf, "listes").listsWhatOpens();
    }

    @Test
    void eachPageIsForTheRolesOfItsRowAndTellsNobodyElseAnything(Karaf karaf) {
        new MatricePages(karaf, Routes.of(karaf), "pagesmatrice").holds();
    }
}
