package fr.parchemin.branche;

import java.time.Instant;

/**
 * What the platform remembers of a branch that it has admitted, so that its files, papers and grids outlive its plugin.
 *
 * @param definition canonical JSON of its identity, its classifications and the references of its current référentiels
 * @param absenteDepuis {@code null} while the plugin is there
 */
public record BrancheConnue(String code, String nom, String definition, Instant admiseLe, Instant absenteDepuis) {}
