package org.chartwarden.sink.mail.engine;

import org.chartwarden.model.Severity;

/** A rule whose alerts are mailed. */
public record MailedRule(String id, Severity severity) {}
