/**
 * Measures the platform beside something else measured in the same run, on the same machine: the ratio travels, the
 * milliseconds do not.
 */
package fr.parchemin.bench;
