package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.verify.ChainVerification;
import org.chartwarden.sink.chain.verify.ElasticsearchSide;
import org.chartwarden.sink.chain.verify.Finding.Wrong;
import org.chartwarden.sink.chain.verify.KafkaSide;
import org.chartwarden.sink.chain.verify.KnownHeads;
import org.chartwarden.sink.chain.verify.Span;
import org.chartwarden.sink.chain.verify.Verdict;
import org.chartwarden.sink.chain.verify.Verdict.Count;
import org.chartwarden.sink.retention.Retention;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.check.Arrival;
import picocli.CommandLine.ExitCode;

/** Holds Elasticsearch against the hash chain, and prints what came of it. */
final class ChainCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A link that is due is written within seconds; a restart of the sink takes longer. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final Settings settings;
    private final PrintWriter out;

    ChainCheck(Settings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    int run(Instant since, Instant until, Optional<ChainHead> head, Path headFile)
            throws IOException, InterruptedException {
        KafkaSide kafka = new KafkaSide(settings);
        ChainHead begin = kafka.head();
        if (!Arrival.await(settings, PATIENCE)) {
            throw new StackException("After " + PATIENCE.toMinutes() + " minutes Elasticsearch still lacks what is in"
                    + " Kafka, so nothing can be said: ./chartwarden status shows what is still to read.");
        }
        try (ElasticsearchSide elasticsearch = new ElasticsearchSide(settings, begin);
                KnownHeads known = known(head, headFile)) {
            Verdict verdict = ChainVerification.run(kafka, elasticsearch, span(since, until), begin, known);
            print(verdict);
            return verdict.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private Span span(Instant since, Instant until) {
        Instant now = Instant.now();
        return new Span(
                since,
                until,
                Retention.of(settings).horizon(now),
                now.minus(settings.duration(Setting.CHAIN_INTERVAL)).minus(SLACK));
    }

    private KnownHeads known(Optional<ChainHead> head, Path headFile) throws IOException {
        if (head.isPresent()) {
            return KnownHeads.of(head);
        }
        Optional<Path> file = Optional.ofNullable(headFile)
                .or(() ->
                        settings.optional(Setting.CHAIN_HEAD_FILE).map(Path::of).filter(Files::exists));
        return file.isPresent() ? KnownHeads.of(file.get()) : KnownHeads.of(Optional.empty());
    }

    private void print(Verdict verdict) {
        out.printf(
                "the chain ends with link %d:%s%n",
                verdict.head().sequence(), verdict.head().hash());
        for (Count count : Count.values()) {
            if (verdict.count(count) > 0) {
                out.printf("  %,12d %s%n", verdict.count(count), count.words());
            }
        }
        print(verdict.chain(), verdict.chainProblems());
        long wrong = 0;
        for (Wrong what : Wrong.values()) {
            wrong += verdict.count(what);
        }
        print(verdict.first(), wrong);
        out.printf(
                "%,d changed, %,d removed, %,d added; %s%n",
                verdict.count(Wrong.CHANGED),
                verdict.count(Wrong.REMOVED),
                verdict.count(Wrong.ADDED),
                verdict.chainProblems() == 0 ? "the chain is whole" : "the chain is NOT whole");
    }

    private void print(List<?> first, long all) {
        first.forEach(out::println);
        if (all > first.size()) {
            out.printf("... and %,d more%n", all - first.size());
        }
    }
}
