package dev.upswell.server.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class OnlyLoopbackTest {

    @Test
    void namesAndAddressesOfOtherMachinesAreRefusedAndToldOf() throws IOException {
        try (OnlyLoopback guard = OnlyLoopback.from(); HttpClient http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> InetAddress.getByName("somewhere.invalid"))
                    .hasStackTraceContaining("somewhere.invalid is not this machine");
            assertThatThrownBy(() -> new Socket("192.0.2.7", 80).close())
                    .hasStackTraceContaining("192.0.2.7 is not this machine");
            assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(URI.create("http://192.0.2.8/")).build(),
                    BodyHandlers.discarding())).hasStackTraceContaining("192.0.2.8 is not this machine");
            assertThatThrownBy(() -> URI.create("http://[2001:db8::1]/").toURL().openStream())
                    .hasStackTraceContaining("is not this machine");

            assertThat(guard.refused()).contains("somewhere.invalid", "192.0.2.7", "192.0.2.8").hasSize(4);
        }
    }

    @Test
    void thisMachineIsReached() throws IOException {
        try (OnlyLoopback guard = OnlyLoopback.from();
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket("localhost", server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(InetAddress.getLocalHost()).isNotNull();
            assertThat(guard.refused()).isEmpty();
        }
    }
}
