/** What the whole stack holds: broker, topology and Elasticsearch on one machine. */
package org.chartwarden.standalone.bench.system;
