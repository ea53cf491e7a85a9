/**
 * Evidence packets: everything about one alert in one file that can be handed out, and the proof that it is whole.
 * docs/evidence.md says what is in a packet and how to check one without Chartwarden.
 */
package org.chartwarden.reports.packet;
