/**
 * The door for files: a watched folder with one folder for each feed in it. A file is taken once by its content,
 * whatever it is called, and from where it stopped after a crash.
 */
package org.chartwarden.producers.inbox;
