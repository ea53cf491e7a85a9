/**
 * FHIR over HTTP: audit events (IHE ITI-20), and the context that explains them.
 */
package org.chartwarden.producers.http;
