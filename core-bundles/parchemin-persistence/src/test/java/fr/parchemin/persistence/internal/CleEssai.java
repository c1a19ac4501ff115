package fr.parchemin.persistence.internal;

import fr.parchemin.acte.Chiffre;
import fr.parchemin.acte.ClePlateforme;

/** A key of the platform that lies in no file. */
record CleEssai(String identifiant, byte[] cle) implements ClePlateforme {

    static CleEssai fresh(String identifiant) {
        return new CleEssai(identifiant, Chiffre.newKey());
    }

    @Override
    public byte[] wrap(byte[] key, String contexte) {
        return Chiffre.encrypt(cle, key, contexte);
    }

    @Override
    public byte[] unwrap(byte[] enveloppe, String contexte) {
        return Chiffre.decrypt(cle, enveloppe, contexte);
    }
}
