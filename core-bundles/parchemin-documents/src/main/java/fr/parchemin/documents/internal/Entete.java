package fr.parchemin.documents.internal;

/** What a PDF says of itself before it is opened. */
record Entete(String titre, String sujet, String auteur) {}
