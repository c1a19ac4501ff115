/** What an author of a branch proves it with at build time. Never deployed. */
package fr.parchemin.testkit;
