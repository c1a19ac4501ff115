package fr.parchemin.persistence.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity that its rows belong to a person, so that no perimeter of branches reaches them: only work of the
 * platform that says why it looks at everything.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DeLaPersonne {

    /** Whether an act within any perimeter may add a row, without ever reading it back. */
    boolean addedByAll() default false;
}
