package fr.parchemin.itest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body of the test runs inside the OSGi framework. The method takes no parameter, the class has a constructor
 * without one, and what the body asserts with comes from AssertJ.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InContainer {}
