/**
 * The path of a candidate, walked through the public interface only. The demonstration, the container tests and the
 * bench all use it, so that what we show, what we test and what we measure is the same job.
 */
package fr.parchemin.parcours;
