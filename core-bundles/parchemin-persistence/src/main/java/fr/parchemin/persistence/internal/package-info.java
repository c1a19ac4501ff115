/**
 * The ports of the core on H2 or PostgreSQL.
 *
 * <p>Entities hold no references to each other: what belongs to a file or a jury is read by queries of its own, so that
 * the number of queries can be seen in the code and does not grow with the number of rows. Each repository writes at
 * once, in the order of its calls.
 */
package fr.parchemin.persistence.internal;
