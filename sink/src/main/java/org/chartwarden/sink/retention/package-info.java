/** How long documents are kept in Elasticsearch, and who looks after it. */
package org.chartwarden.sink.retention;
