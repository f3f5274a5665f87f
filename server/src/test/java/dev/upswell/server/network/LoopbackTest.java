package dev.upswell.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void whoListensHereHearsThisMachineAlone(String address) {
        assertThat(Loopback.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "example.org", "127.0.0.1.example.org", "::", "127.999.0.1", ""})
    void whoListensElsewhereHearsOthers(String address) {
        assertThat(Loopback.isAddress(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.2", "[::1]"})
    void namesOfThisMachineAreKnown(String name) {
        assertThat(Loopback.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.2.evil.example", "", "128.0.0.1"})
    void otherNamesAreNot(String name) {
        assertThat(Loopback.isName(name)).isFalse();
    }
}
