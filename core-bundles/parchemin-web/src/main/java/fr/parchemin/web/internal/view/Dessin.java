package fr.parchemin.web.internal.view;

/**
 * A square drawing of one colour.
 *
 * @param side length of a side, in its own units
 * @param path what is black, as the path of an SVG
 */
public record Dessin(int side, String path) {}
