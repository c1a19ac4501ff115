package fr.parchemin.rest.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation open to everybody. Those without it ask for an identified account: the default is no. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Publique {}
