package fr.parchemin.web.internal.view;

/**
 * What a passkey is asked on a page.
 *
 * @param options JSON for the script
 * @param origine where keys are made and used: on any other address of the platform the page says so
 * @param creation whether a key is to be made, and not to sign
 */
public record CleView(String options, String origine, boolean creation) {}
