/** What could not be understood or stored: found, shown, and put back on its way. */
package org.chartwarden.standalone.deadletter;
