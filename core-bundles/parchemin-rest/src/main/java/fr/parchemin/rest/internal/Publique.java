package fr.parchemin.rest.internal;

import fr.parchemin.acces.Cadences.Cadence;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation open to everybody. Those without it ask for an identified account: the default is no. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Publique {
    /** How often one address may ask. */
    Cadence value() default Cadence.PUBLIQUE;
}
