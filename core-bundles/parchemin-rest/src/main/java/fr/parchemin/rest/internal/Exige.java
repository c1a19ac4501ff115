package fr.parchemin.rest.internal;

import fr.parchemin.acces.Droit;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whose an operation is: its row of the table of rights. An operation without it is answered to nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Exige {
    Droit value();
}
