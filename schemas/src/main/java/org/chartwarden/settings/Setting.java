package org.chartwarden.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every setting that Chartwarden knows, with its default. A key that is neither here nor begins with
 * {@link Settings#KAFKA} or {@link Settings#SERDE} is refused.
 */
public enum Setting {
    SERDE_CLASS(
            "serde.class",
            "org.chartwarden.serde.AvroSerde",
            "The Kafka serde of every value. Confluent's io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde drops in."),
    TOPICS_PARTITIONS("topics.partitions", "12", "Partitions of each topic that is created. Cannot be changed later."),
    TOPICS_REPLICATION_FACTOR("topics.replication.factor", "3", "Brokers that hold each record of a topic."),

    SITE_NAME("site.name", "Chartwarden", "The system's name, as mails and pages show it."),
    SITE_ZONE("site.zone", "UTC", "Time zone of the site: days of alerts and times in mails follow it."),

    SERVICE_HOST("service.host", "127.0.0.1", "Address on which a service answers /health and /metrics."),
    SERVICE_PORT("service.port", "9464", "Port on which a service answers /health and /metrics."),

    PRODUCERS_STATE_DIRECTORY(
            "producers.state.directory",
            "producers-state",
            "Folder in which the producers remember how far they have come."),
    MAPPINGS_DIRECTORY(
            "mappings.directory", null, "The site's own mappings of delimited files, beside the built-in ones."),

    TLS_KEYSTORE(
            "tls.keystore", null, "Certificate and key of the listeners and of the poller: a PKCS#12 or JKS file."),
    TLS_KEYSTORE_PASSWORD("tls.keystore.password", null, "That file's password."),
    TLS_TRUSTSTORE("tls.truststore", null, "Authorities of clients' and servers' certificates: a PKCS#12 or JKS file."),
    TLS_TRUSTSTORE_PASSWORD("tls.truststore.password", null, "That file's password."),

    HTTP_HOST("http.host", "127.0.0.1", "Address on which FHIR resources are accepted over HTTP."),
    HTTP_PORT("http.port", "8080", "Port on which FHIR resources are accepted over HTTP."),
    HTTP_TLS("http.tls", "none", "none, server (HTTPS), or mutual (clients need a certificate)."),
    HTTP_ACCEPTS(
            "http.accepts",
            "audit",
            "What is accepted without a token: audit, context, or audit,context. Context explains accesses away: let"
                    + " only those send it who may."),
    HTTP_TOKENS_FILE(
            "http.tokens.file",
            null,
            "Bearer tokens, as hashes, and what each may send; when set, a token is required."),

    SYSLOG_HOST("syslog.host", "127.0.0.1", "Address on which ATNA audit messages are accepted over syslog."),
    SYSLOG_TLS_PORT("syslog.tls.port", null, "Port for syslog over TLS (RFC 5425); none when not set."),
    SYSLOG_TLS("syslog.tls", "mutual", "server, or mutual (clients need a certificate, as ITI-20 asks)."),
    SYSLOG_TCP_PORT("syslog.tcp.port", null, "Port for syslog over plain TCP (RFC 6587); none when not set."),
    SYSLOG_UDP_PORT("syslog.udp.port", null, "Port for syslog over UDP (RFC 5426); none when not set."),

    MLLP_HOST("mllp.host", "127.0.0.1", "Address on which HL7 v2 messages are accepted over MLLP."),
    MLLP_PORT("mllp.port", null, "Port for MLLP; none when not set."),
    MLLP_TLS("mllp.tls", "none", "none, server, or mutual."),
    HL7_ZONE("hl7.zone", null, "Time zone of HL7 v2 times without an offset; site.zone when not set."),
    HL7_PATIENT_IDENTIFIER(
            "hl7.patient.identifier",
            "MR",
            "Which repetition of PID-3 is the patient's id: its type (PID-3.5), or type@authority (PID-3.4.1)."),

    INBOX_DIRECTORY("inbox.directory", null, "The watched folder: one folder a feed in it; none when not set."),
    INBOX_INTERVAL("inbox.interval", "PT5S", "How often the watched folder is looked at (ISO 8601)."),
    SNAPSHOT_REMOVALS(
            "snapshot.removals",
            "0.1",
            "Which share of those on record a full snapshot may remove; a file that would remove more is held back."),

    POLL_URL("poll.url", null, "Base of the FHIR server that is polled; none when not set."),
    POLL_INTERVAL("poll.interval", "PT1M", "How often it is polled (ISO 8601)."),
    POLL_TYPES(
            "poll.types",
            "Patient,Encounter,Appointment,CareTeam,ServiceRequest,Practitioner,PractitionerRole",
            "Which resource types are polled."),
    POLL_SINCE("poll.since", "P7D", "How far back the first poll reaches (ISO 8601)."),
    POLL_TOKEN_FILE(
            "poll.token.file", null, "File with the bearer token for the FHIR server; read anew when it changes."),

    STREAMS_APPLICATION_ID("streams.application.id", "chartwarden-streams", "Kafka Streams' application.id."),
    STREAMS_STATE_DIRECTORY("streams.state.directory", "state", "Folder of Kafka Streams' local state."),
    STREAMS_THREADS("streams.threads", "1", "Kafka Streams' threads in one process."),
    STREAMS_REPLICATION_FACTOR(
            "streams.replication.factor",
            "-1",
            "Replication factor of internal topics; -1 takes the broker's default."),
    STREAMS_RULES_DIRECTORY("streams.rules.directory", null, "The site's own rule files, beside the built-in ones."),
    STREAMS_HORIZON(
            "streams.horizon",
            "P7D",
            "How late an access may arrive and still be judged and recognised as a duplicate (ISO 8601)."),
    STREAMS_EXPLANATIONS_FILE(
            "streams.explanations.file",
            null,
            "The site's own windows and strengths of the families of reasons: only what differs (docs/explanations.md)."),
    ALERT_GRACE(
            "alert.grace",
            "P3D",
            "The longest grace that any rule may give late paperwork before its alert opens (ISO 8601)."),
    ALERT_KEY("alert.key", null, "Secret from which alert ids are derived; 16 characters or more."),

    ELASTICSEARCH_URL("elasticsearch.url", "http://127.0.0.1:9200", "Elasticsearch."),
    ELASTICSEARCH_USERNAME("elasticsearch.username", null, "User of Elasticsearch; none when it has no security."),
    ELASTICSEARCH_PASSWORD("elasticsearch.password", null, "That user's password."),

    ELASTICSEARCH_ACCESSES_SPAN(
            "elasticsearch.accesses.span",
            "month",
            "What one index of accesses spans: month, or day for more than some 100 million accesses a month."),
    ELASTICSEARCH_ACCESSES_SHARDS(
            "elasticsearch.accesses.shards", "1", "Primary shards of each new index of accesses: 1 to 64."),
    RETENTION_PERIOD(
            "retention.period",
            "P10Y",
            "How long documents are kept (ISO 8601, years, months and days); under legal hold they stay longer."),
    RETENTION_WARM_AFTER(
            "retention.warm.after", "P90D", "After which time an index of accesses becomes warm (ISO 8601)."),
    RETENTION_INTERVAL(
            "retention.interval", "PT1H", "How often retention and legal holds are looked after (ISO 8601)."),
    CHAIN_INTERVAL(
            "chain.interval",
            "PT1H",
            "At the latest after this time accesses are sealed in the hash chain (ISO 8601)."),
    CHAIN_HEAD_FILE(
            "chain.head.file",
            null,
            "File outside, on another machine's storage, to which each sealed link's hash is appended; none when not set."),
    CHAIN_HEAD_MAIL(
            "chain.head.mail", null, "Address to which the chain's head is mailed once a day; none when not set."),

    KIBANA_URL("kibana.url", null, "Kibana, as people reach it; mails and documents link there. None when not set."),
    KIBANA_USERNAME("kibana.username", null, "User of Kibana for the import; none when it has no security."),
    KIBANA_PASSWORD("kibana.password", null, "That user's password."),

    MAIL_HOST("mail.host", "127.0.0.1", "The SMTP server."),
    MAIL_PORT("mail.port", "25", "Its port."),
    MAIL_STARTTLS("mail.starttls", "false", "true: refuse to send without STARTTLS."),
    MAIL_USERNAME("mail.username", null, "User for SMTP authentication; none to send without."),
    MAIL_PASSWORD("mail.password", null, "That user's password."),
    MAIL_FROM("mail.from", "chartwarden@localhost", "Sender of the mails."),
    MAIL_TO(
            "mail.to",
            "privacy-office@localhost",
            "Recipients, separated by commas: of all alerts at once without mail.recipients.file, else of alerts that"
                    + " it routes to nobody."),
    MAIL_RECIPIENTS_FILE(
            "mail.recipients.file", null, "Who gets which mails when (docs/email.md); mail.to gets all when not set."),
    MAIL_HOURLY_LIMIT(
            "mail.hourly.limit", "30", "The most mails to one recipient in an hour; the rest becomes one digest."),
    MAIL_COURTESY("mail.courtesy", "false", "true: officers may have a courtesy notice sent to an employee."),
    MAIL_COURTESY_TIME(
            "mail.courtesy.time", "20:00", "When in the evening courtesy notices are sent, in site.zone (HH:MM)."),
    MAIL_CONTACT("mail.contact", "the privacy office", "Whom the mail names for questions."),
    MAIL_LINK(
            "mail.link",
            "http://127.0.0.1:5601/app/discover",
            "Where the mail's link leads; {alertId} is replaced by the alert's id.");

    private final String key;
    private final String defaultValue;
    private final String meaning;

    Setting(String key, String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    /** Empty where nothing is assumed. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** One sentence for the person who sets it. */
    public String meaning() {
        return meaning;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
