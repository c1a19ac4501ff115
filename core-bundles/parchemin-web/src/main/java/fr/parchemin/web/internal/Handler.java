package fr.parchemin.web.internal;

/** What answers a request. */
@FunctionalInterface
interface Handler {
    Answer handle(Exchange exchange);
}
