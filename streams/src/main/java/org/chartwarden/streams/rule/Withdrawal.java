package org.chartwarden.streams.rule;

/**
 * An access that is no evidence of the rule any more, because of another that arrived out of order: it was taken for the
 * first of its value and is not, or is excepted now. Withdrawals of a finding come before its hits.
 *
 * @param eventId the access
 */
public record Withdrawal(Rule rule, String eventId) {}
