/**
 * HL7 v2, versions 2.1 to 2.8: admissions, merges, appointments and orders, which explain accesses. They come in files, and
 * over MLLP with an acknowledgement each.
 */
package org.chartwarden.producers.hl7;
