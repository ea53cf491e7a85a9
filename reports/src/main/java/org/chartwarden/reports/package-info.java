/** From Elasticsearch to people: reports as PDF and CSV, evidence packets, and the proof that a packet is whole. */
package org.chartwarden.reports;
