/**
 * Which mail goes to whom and when. Nothing of this is stored: what is pending follows from the alerts, from what was
 * mailed before, from what officers ordered, from the file of the recipients and from the time.
 */
package org.chartwarden.sink.mail.engine;
