/** What the topology costs, part by part, on this machine's own broker. */
package org.chartwarden.standalone.bench.topology;
