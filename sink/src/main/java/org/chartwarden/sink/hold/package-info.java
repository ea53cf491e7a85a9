/** Legal holds: what must not be deleted, as officers ordered it. */
package org.chartwarden.sink.hold;
