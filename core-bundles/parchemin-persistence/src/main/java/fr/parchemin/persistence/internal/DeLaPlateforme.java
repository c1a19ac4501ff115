package fr.parchemin.persistence.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity that its rows belong to the platform and to no branch, so that every transaction may reach them. One
 * without it has an attribute {@code branche} and is kept apart by {@link Cloison}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DeLaPlateforme {

    /** Why no branch owns these rows, or why each may read those of the others. */
    String value();
}
