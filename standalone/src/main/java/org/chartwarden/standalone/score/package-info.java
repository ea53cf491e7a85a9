/** Measures detection: a simulated hospital through the real topology, held against the truth. */
package org.chartwarden.standalone.score;
