/**
 * Pictures for reports: data in, SVG out. They must say the same on a black-and-white printout and to a colour-blind
 * reader, so whatever a colour says is also said by a shape or a pattern.
 */
package org.chartwarden.reports.picture;
