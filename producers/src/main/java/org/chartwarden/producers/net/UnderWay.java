package org.chartwarden.producers.net;

import java.util.ArrayDeque;
import java.util.Deque;

/** The messages of one connection that wait for their acknowledgement, in the order in which they came. */
final class UnderWay {

    /** What a message takes on the heap beside its bytes: itself, its origin, its task, and what it becomes. */
    static final int OVERHEAD = 2 * 1024;

    /** One of them. */
    static final class Message {

        private final int bytes;
        private byte[] answer;

        private Message(int bytes) {
            this.bytes = bytes;
        }

        /** It is stored for good, and this is to be answered. */
        void done(byte[] itsAnswer) {
            answer = itsAnswer;
        }
    }

    private final Deque<Message> messages = new ArrayDeque<>();
    private long bytes;

    Message add(int size) {
        Message message = new Message(size + OVERHEAD);
        messages.add(message);
        bytes += message.bytes;
        return message;
    }

    /** The answer to the first message; null while it has none, so that answers keep the order of messages. */
    byte[] nextAnswer() {
        Message first = messages.peek();
        if (first == null || first.answer == null) {
            return null;
        }
        messages.remove();
        bytes -= first.bytes;
        return first.answer;
    }

    int count() {
        return messages.size();
    }

    /** What all of them take. */
    long bytes() {
        return bytes;
    }
}
