/**
 * The syslog door: ATNA audit messages as IHE ITI-20 sends them, over TLS, TCP and UDP. Knows how syslog is transported;
 * what the messages say is read by the feed {@code atna}.
 */
package org.chartwarden.producers.syslog;
