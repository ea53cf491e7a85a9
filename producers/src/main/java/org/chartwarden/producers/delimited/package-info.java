/**
 * Delimited files by mapping files: access logs, staff, leave, shifts and watch lists. A mapping is data: nobody needs
 * Java to take the file of another system. docs/mappings.md is its reference.
 */
package org.chartwarden.producers.delimited;
