package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "10.0.0.7", "255.255.255.255", "::1", "2001:db8::8a2e:370:7334", "::ffff:10.0.0.7"})
    void shouldKnowAnAddress(String text) {
        assertThat(IpAddresses.isIpAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ws-0815",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "1.2.3.4.5",
                ":",
                "1:2",
                "fe80::1%eth0",
                "face.b"
            })
    void shouldKnowWhatIsNoAddress(String text) {
        assertThat(IpAddresses.isIpAddress(text)).isFalse();
    }
}
