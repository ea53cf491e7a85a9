package org.chartwarden.streams.rule;

import java.time.LocalDate;

/**
 * What a baseline rule counted of one user in a day that is over.
 *
 * @param peerGroup department id, a slash and a role
 * @param day in the site's time zone
 */
public record DayTotal(String ruleId, String peerGroup, LocalDate day, int count) {}
