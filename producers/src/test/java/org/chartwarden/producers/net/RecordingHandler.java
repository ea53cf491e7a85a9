package org.chartwarden.producers.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.source.Origin;

/** Remembers the messages, and acknowledges them at once or when it is told to. */
final class RecordingHandler implements MessageHandler {

    private final List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
    private final List<Origin> origins = Collections.synchronizedList(new ArrayList<>());
    private final List<CompletableFuture<byte[]>> answers = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isHolding;

    /** From now on nothing is acknowledged. */
    RecordingHandler hold() {
        isHolding = true;
        return this;
    }

    /** Acknowledges what was held, and from now on everything at once. */
    void release() {
        isHolding = false;
        for (int index = 0; index < count(); index++) {
            acknowledge(index);
        }
    }

    /** Acknowledges one of the messages. */
    void acknowledge(int index) {
        answers.get(index).complete(answer(frames.get(index)));
    }

    @Override
    public synchronized CompletableFuture<byte[]> handle(Frame message, Origin origin) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        answers.add(answer);
        origins.add(origin);
        frames.add(message);
        if (!isHolding) {
            answer.complete(answer(message));
        }
        return answer;
    }

    private static byte[] answer(Frame message) {
        return ("ok " + text(message) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    int count() {
        return frames.size();
    }

    List<String> texts() {
        return List.copyOf(frames).stream().map(RecordingHandler::text).toList();
    }

    List<String> reasons() {
        return List.copyOf(frames).stream()
                .filter(frame -> frame.refusal() != null)
                .map(frame -> frame.refusal().getMessage())
                .toList();
    }

    List<Origin> origins() {
        return List.copyOf(origins);
    }

    private static String text(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }
}
