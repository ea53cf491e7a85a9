package org.chartwarden.sink.mail;

/** Why several alerts come in one mail. */
public enum DigestReason {
    /** The recipient wants them once an hour. */
    HOURLY,
    /** The recipient wants them once a day. */
    DAILY,
    /** They came up while the recipient was not to be disturbed. */
    QUIET_HOURS,
    /** They were more than the recipient gets in an hour. */
    LIMIT
}
