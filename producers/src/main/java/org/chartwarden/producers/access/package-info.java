/**
 * What all audit sources have in common: one act is one access, whichever door it comes through.
 */
package org.chartwarden.producers.access;
