/**
 * How much the doors take: loads on the real listeners, with the whole system behind them.
 */
package org.chartwarden.standalone.bench;
