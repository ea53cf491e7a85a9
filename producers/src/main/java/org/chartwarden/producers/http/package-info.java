/**
 * Audit events over HTTP (IHE ITI-20).
 */
package org.chartwarden.producers.http;
