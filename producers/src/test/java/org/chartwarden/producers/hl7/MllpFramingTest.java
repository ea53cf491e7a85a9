package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.FramingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MllpFramingTest {

    private final ByteBuf arrived = Unpooled.buffer();
    private final MllpFraming framing = new MllpFraming();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u000bA\u001c\r\u000bB\u001c\r",
                "\u000bA\u001c\u000bB\u001c",
                "\u000bA\u001c\n\u000bB\u001c\r\n",
                "\r\n\u000bA\u001c\r\r\u000bB\u001c\r",
            })
    void shouldCutBlocksAtEachByte(String sent) throws FramingException {
        List<String> messages = new ArrayList<>();
        for (byte next : bytes(sent)) {
            arrived.writeByte(next);
            messages.addAll(all());
        }

        assertThat(messages).isEqualTo(List.of("A", "B"));
        assertThat(arrived.readableBytes()).isZero();
    }

    @Test
    void shouldCutBlocksThatCameTogether() throws FramingException {
        arrived.writeBytes(bytes("\u000bA\u001c\r\u000bB\u001c\r\u000bC"));

        assertThat(all()).isEqualTo(List.of("A", "B"));
        assertThat(arrived.toString(StandardCharsets.ISO_8859_1)).isEqualTo("C");
    }

    @Test
    void shouldGiveUpBlockWithoutEndAndGoOn() throws FramingException {
        arrived.writeBytes(bytes("\u000bA\u000bB\u001c\r"));

        Frame first = framing.next(arrived);
        Frame second = framing.next(arrived);

        assertThat(first.bytes()).isEqualTo(bytes("A"));
        assertThat(first.refusal()).hasMessage("The block has no end (0x1C 0x0D) before the next one begins (0x0B)");
        assertThat(second.bytes()).isEqualTo(bytes("B"));
        assertThat(second.refusal()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "GET / HTTP/1.1", " \u000bA\u001c\r", "\u001c"})
    void shouldRefuseBytesOutsideBlocks(String sent) {
        arrived.writeBytes(bytes(sent));

        assertThatThrownBy(() -> framing.next(arrived))
                .isInstanceOf(FramingException.class)
                .hasMessage("Bytes stand outside a block; MLLP begins each message with 0x0B");
        assertThat(arrived.toString(StandardCharsets.ISO_8859_1)).isEqualTo(sent);
    }

    @Test
    void shouldKeepWhatIsLeft() throws FramingException {
        arrived.writeBytes(bytes("\u000bMSH"));
        assertThat(framing.next(arrived)).isNull();

        Frame last = framing.last(arrived);

        assertThat(last.bytes()).isEqualTo(bytes("MSH"));
        assertThat(last.refusal()).hasMessageStartingWith("The connection ended before the block did");
    }

    private List<String> all() throws FramingException {
        List<String> messages = new ArrayList<>();
        for (Frame frame = framing.next(arrived); frame != null; frame = framing.next(arrived)) {
            assertThat(frame.refusal()).isNull();
            messages.add(new String(frame.bytes(), StandardCharsets.ISO_8859_1));
        }
        return messages;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
