/**
 * What files of every kind are made of: bytes, compressed or not, lines, folders.
 */
package org.chartwarden.producers.file;
