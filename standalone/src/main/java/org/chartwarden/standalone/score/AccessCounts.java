package org.chartwarden.standalone.score;

/**
 * How many accesses there were, each act once, and how many of the legitimate ones were explained in the end.
 *
 * @param all of any kind
 * @param legitimate charts that were opened for a good reason or by mistake
 * @param explained of these
 * @param first of the legitimate ones, those before which the user had not opened the chart for a month
 * @param firstExplained of these
 * @param unrecorded of the legitimate ones, those of which no record ever tells
 */
record AccessCounts(long all, long legitimate, long explained, long first, long firstExplained, long unrecorded) {}
