package dev.upswell.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
    @ValueSource(strings = {"localhost:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST:1"})
    void requestsToThisMachineAreAnswered(String host) {
        assertThat(LoopbackGuard.allowsHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:8080", "localhost.evil.example", "localhost:80:80", "", "localhost:x"})
    void requestsUnderAnotherNameAreNot(String host) {
        assertThat(LoopbackGuard.allowsHost(host)).isFalse();
    }

    @Test
    void aPageFromElsewhereChangesNothing() {
        assertThat(LoopbackGuard.allowsOrigin("https://evil.example")).isFalse();
        assertThat(LoopbackGuard.allowsOrigin("null")).isFalse();
        assertThat(LoopbackGuard.allowsOrigin("http://localhost:8080")).isTrue();
        assertThat(LoopbackGuard.allowsOrigin("")).isTrue();
    }
}
