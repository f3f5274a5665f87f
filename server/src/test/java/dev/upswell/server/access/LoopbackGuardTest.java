package dev.upswell.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void loopbackMayBeListenedOn(String address) {
        assertThatCode(() -> LoopbackGuard.requireLoopback(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "example.org", "127.0.0.1.example.org", "::", "127.999.0.1", ""})
    void otherAddressesAreRefused(String address) {
        assertThatThrownBy(() -> LoopbackGuard.requireLoopback(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address (" + address + ") must be loopback, because there are no passwords yet\n"
                        + "Maybe use 127.0.0.1 and a tunnel or a proxy that asks for a password.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.2", "[::1]"})
    void whatMayBeListenedOnIsALoopbackName(String name) {
        assertThat(LoopbackGuard.isLoopbackName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.2.evil.example", "", "128.0.0.1"})
    void otherNamesAreNot(String name) {
        assertThat(LoopbackGuard.isLoopbackName(name)).isFalse();
    }
}
