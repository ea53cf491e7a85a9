/**
 * Asks a FHIR server now and then what has changed.
 */
package org.chartwarden.producers.poll;
